using System.Collections.Frozen;

namespace Chancery.Linguistics;

/// <summary>Words whose dependent deed is done by whom they name rather than by their subject (object control): <c>languages/en/control.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ControlLexicon
{
    /// <summary>Stands among the controllers for the object; all others are prepositions.</summary>
    internal const string ByObject = "object";

    private readonly FrozenDictionary<(string Lemma, bool IsNoun, bool IsAnswered), string[]> _controllers;

    internal ControlLexicon(LanguagePack pack)
    {
        var controllers = new Dictionary<(string, bool, bool), string[]>();
        foreach (var row in pack.Read("languages/en/control.tsv", "lemma", "pos", "deed", "controller", "example").Rows)
            foreach (var lemma in row.Parts("lemma"))
            {
                var key = (lemma, row["pos"] == "noun", row["deed"] == "for");
                controllers[key] = [.. controllers.GetValueOrDefault(key, []), .. row.Parts("controller")];
            }
        _controllers = controllers.ToFrozenDictionary();
    }

    private ControlLexicon() => _controllers = FrozenDictionary<(string, bool, bool), string[]>.Empty;

    /// <summary>Knows no word: for documents that were built without a language pack.</summary>
    internal static ControlLexicon Empty { get; } = new();

    /// <summary>By what a word names the doer of the infinitive below it: its object or phrases with these prepositions; none where its subject does it.</summary>
    internal string[] Controllers(Token word) => _controllers.GetValueOrDefault((word.Lemma, word.Upos == Upos.Noun, false), []);

    /// <summary>By which prepositions a noun that answers a deed names whoever did it: 'sanctions on Iran for arming them'; none where it answers nothing.</summary>
    internal string[] Answered(Token noun) => noun.Upos == Upos.Noun ? _controllers.GetValueOrDefault((noun.Lemma, true, true), []) : [];
}
