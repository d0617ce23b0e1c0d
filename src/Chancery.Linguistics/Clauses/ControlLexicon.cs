using System.Collections.Frozen;

namespace Chancery.Linguistics.Clauses;

/// <summary>Words whose dependent deed is done by whom they name rather than by their subject (object control): <c>languages/en/control.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ControlLexicon
{
    private const string ByObject = "object";

    private readonly FrozenDictionary<(string Lemma, Upos Pos, bool Answered), string[]> _controllers;

    internal ControlLexicon(LanguagePack pack)
    {
        var controllers = new Dictionary<(string, Upos, bool), string[]>();
        foreach (var row in pack.Read("languages/en/control.tsv", "lemma", "pos", "deed", "controller", "example").Rows)
            foreach (var lemma in row.Parts("lemma"))
            {
                var key = (lemma, row["pos"] == "noun" ? Upos.Noun : Upos.Verb, row["deed"] == "for");
                controllers[key] = [.. controllers.GetValueOrDefault(key, []), .. row.Parts("controller")];
            }
        _controllers = controllers.ToFrozenDictionary();
    }

    private ControlLexicon() => _controllers = FrozenDictionary<(string, Upos, bool), string[]>.Empty;

    /// <summary>Knows no word: for documents that were built without a language pack.</summary>
    internal static ControlLexicon Empty { get; } = new();

    /// <summary>True where the object of a verb does what an infinitive below it says.</summary>
    internal bool MovesObject(Token verb) => Of(verb, answered: false).Contains(ByObject, StringComparer.Ordinal);

    /// <summary>Whom a word names as the doer of the infinitive below it; null where it names nobody before the deed.</summary>
    internal Token? Doer(Token word, Token deed)
    {
        foreach (var controller in Of(word, answered: false))
            foreach (var child in word.Children)
            {
                if (child.Index < word.Index || child.Index > deed.Index || Clause.IsDay(child)) continue;
                if (controller == ByObject ? child.Relation is Deprel.Obj or Deprel.Iobj : child.Relation.Universal() is Deprel.Obl or Deprel.Nmod && Clause.Preposition(child) == controller) return child;
            }
        return null;
    }

    /// <summary>'sanctions on Iran for arming them': who did what a noun answers, named beside the noun or beside its verb; <c>Answers</c> false where the noun answers nothing.</summary>
    internal (bool Answers, Token? Doer) Answered(Token noun)
    {
        var prepositions = Of(noun, answered: true);
        foreach (var preposition in prepositions)
            if (Beside(noun, preposition) is { } doer) return (true, doer);
        return (prepositions.Length > 0, null);
    }

    private static Token? Beside(Token noun, string preposition)
    {
        if (new Clause(noun).Oblique(preposition) is { } own) return own;
        return noun is { Relation: Deprel.Obj, Head: { } verb } ? new Clause(verb).Oblique(preposition) : null;
    }

    private string[] Of(Token word, bool answered) => _controllers.GetValueOrDefault((word.Lemma, word.Upos == Upos.Noun ? Upos.Noun : Upos.Verb, answered), []);
}
