using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>Lemma and features of a word from the word and its tag: the whole word where it is listed, else its ending.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Morphology
{
    internal const string Kind = "morphology";
    private readonly LemmaEdit[] _edits;
    private readonly string[] _feats;
    private readonly EndingTable _lemmaTable;
    private readonly EndingTable _featsTable;
    private readonly StringPool _pool = new();

    internal Morphology(ModelFile model)
    {
        _edits = [.. model.ReadStrings(0).Select(LemmaEdit.Parse)];
        _lemmaTable = new EndingTable(model, 1);
        _feats = model.ReadStrings(2);
        _featsTable = new EndingTable(model, 3);
    }

    /// <summary>True where training showed the word under the tag, so that its lemma is no guess.</summary>
    internal bool IsKnown(int tag, ReadOnlySpan<char> word) => _lemmaTable.HasWhole(tag, word);

    /// <summary>Features and lemma of one word.</summary>
    internal (string Feats, string Lemma) Describe(ReadOnlySpan<char> word, int tag) =>
        (_feats[_featsTable.Find(tag, word)], _edits[_lemmaTable.Find(tag, word)].Apply(word, _pool));
}
