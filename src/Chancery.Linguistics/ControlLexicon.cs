using System.Collections.Frozen;

namespace Chancery.Linguistics;

/// <summary>Words whose dependent deed is done by whom they name rather than by their subject (object control): <c>languages/en/control.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ControlLexicon
{
    /// <summary>Stands among the controllers for the object; all others are prepositions.</summary>
    internal const string ByObject = "object";

    /// <summary>Stands among the controllers for the subject, with whom the doer of a deed is mostly left.</summary>
    internal const string BySubject = "subject";

    private readonly FrozenDictionary<(string Lemma, bool IsNoun, string Deed), string[]> _controllers;

    internal ControlLexicon(LanguagePack pack)
    {
        var controllers = new Dictionary<(string, bool, string), string[]>();
        foreach (var row in pack.Read("languages/en/control.tsv", "lemma", "pos", "deed", "controller", "example").Rows)
            foreach (var lemma in row.Parts("lemma"))
            {
                var key = (lemma, row["pos"] == "noun", row["deed"]);
                controllers[key] = [.. controllers.GetValueOrDefault(key, []), .. row.Parts("controller")];
            }
        _controllers = controllers.ToFrozenDictionary();
    }

    private ControlLexicon() => _controllers = FrozenDictionary<(string, bool, string), string[]>.Empty;

    /// <summary>Knows no word: for documents that were built without a language pack.</summary>
    internal static ControlLexicon Empty { get; } = new();

    /// <summary>By what a word names the doer of the infinitive below it: its object or phrases with these prepositions; none where its subject does it.</summary>
    internal string[] Controllers(Token word) => Controllers(word, "to");

    /// <summary>By what a word names the doer of the deed that a word ties to it: 'to' (an infinitive), 'of', 'for' or 'with' (a gerund); none where its subject does it.</summary>
    internal string[] Controllers(Token word, string deed) => _controllers.GetValueOrDefault((word.Lemma, word.Upos == Upos.Noun, deed), []);
}
