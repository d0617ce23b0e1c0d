using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;

namespace Chancery.Linguistics;

/// <summary>The language engine's front door: text in, words, tags and trees out.</summary>
/// <remarks>Immutable and thread-safe; build one and share it. The path is tokenize, tag, parse; the text is never altered.</remarks>
public sealed class DocumentReader
{
    private readonly Tagger _tagger;

    /// <summary>Opens the models of a pack.</summary>
    /// <exception cref="PackException">A model is missing or damaged.</exception>
    public DocumentReader(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
        _tagger = new Tagger(
            ModelFile.Open(pack, "languages/en/models/tagger.bin", Tagger.Kind),
            new Morphology(ModelFile.Open(pack, "languages/en/models/morphology.bin", Morphology.Kind)));
    }

    /// <summary>The pack whose models are used.</summary>
    public LanguagePack Pack { get; }

    /// <summary>Reads any string; an empty one gives a document without sentences.</summary>
    public Document Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(new TokenizedText(text, [], [], []));
    }

    /// <summary>Tags and parses words that were cut elsewhere, such as those of a CoNLL-U file.</summary>
    public Document Read(TokenizedText words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var tagged = _tagger.Tag(words);
        return new Document(tagged, new int[words.Count], new Deprel[words.Count]);
    }
}
