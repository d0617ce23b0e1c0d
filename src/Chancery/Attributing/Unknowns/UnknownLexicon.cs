using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Attributing.Unknowns;

/// <summary>How a word says that something is not known.</summary>
internal enum UnknownForm
{
    /// <summary>'remains undisclosed'.</summary>
    Plain,

    /// <summary>'did not say', 'not clear'.</summary>
    Negated,

    /// <summary>'was not disclosed'.</summary>
    PassiveNegated,

    /// <summary>'declined to say'.</summary>
    Withheld,
}

/// <summary>A way to say that something is not known.</summary>
/// <param name="Form">How the word must stand.</param>
/// <param name="What">Where the unknown thing stands, the first that is there: subject, clause, object, or a preposition.</param>
internal sealed record UnknownPattern(UnknownForm Form, string[] What);

/// <summary>The words of <c>languages/en/attribution/unknowns.tsv</c>.</summary>
internal sealed class UnknownLexicon
{
    internal const string Path = "languages/en/attribution/unknowns.tsv";

    private readonly Dictionary<(string Lemma, Upos Pos), List<UnknownPattern>> _patterns = [];

    internal UnknownLexicon(LanguagePack pack)
    {
        foreach (var row in pack.Read(Path, "lemma", "pos", "form", "what", "example").Rows)
        {
            var pos = row["pos"] switch { "verb" => Upos.Verb, "noun" => Upos.Noun, _ => Upos.Adj };
            if (!Enum.TryParse<UnknownForm>(row["form"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var form)) throw new PackException([row.Fault($"no such form: '{row["form"]}'")]);
            var key = (row["lemma"], pos);
            if (!_patterns.TryGetValue(key, out var list)) _patterns.Add(key, list = []);
            list.Add(new(form, row.Parts("what")));
            // 'was not disclosed', whichever of the two its participle is tagged as
            if (form == UnknownForm.PassiveNegated) _patterns.TryAdd((Participle(row["lemma"]), Upos.Adj), [list[^1]]);
        }
    }

    private static string Participle(string lemma) => lemma[^1] switch { 'e' => lemma + "d", 'y' => lemma[..^1] + "ied", _ => lemma + "ed" };

    internal IReadOnlyList<UnknownPattern> Of(Token word)
    {
        if (word.Upos is not (Upos.Verb or Upos.Adj or Upos.Noun)) return [];
        if (_patterns.TryGetValue((word.Lemma, word.Upos), out var found)) return found;
        // Participles are tagged now as verbs, now as adjectives: 'remain undisclosed'.
        return word.Upos == Upos.Verb && _patterns.TryGetValue((word.Text.ToLowerInvariant(), Upos.Adj), out found) ? found : [];
    }
}
