using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Attributing.Unknowns;

/// <summary>How a word says that something is not known.</summary>
internal enum UnknownForm
{
    /// <summary>'remains undisclosed'.</summary>
    Plain,

    /// <summary>'did not say', 'refused to say', 'without saying', 'not clear'.</summary>
    Negated,

    /// <summary>'was not disclosed', 'remains to be settled'.</summary>
    PassiveNegated,

    /// <summary>'has yet to be seen', 'remains to be seen', but not 'was not seen'.</summary>
    Pending,

    /// <summary>'declined to discuss', but not 'did not discuss'.</summary>
    Withheld,

    /// <summary>'nobody has claimed', but not 'the rebels have not claimed'.</summary>
    Nobody,

    /// <summary>'no word', 'little information'.</summary>
    Lacking,

    /// <summary>What is given where something is told: 'gave no reason'. It says nothing by itself.</summary>
    Given,

    /// <summary>'too early to say', 'stopped short of saying': a word under which one of telling is as good as negated.</summary>
    Governing,
}

/// <summary>A way to say that something is not known.</summary>
/// <param name="With">Words of which one must hang on this one; none where it needs none.</param>
/// <param name="Form">How the word must stand.</param>
/// <param name="What">Where the unknown thing stands, the first that is there: subject, clause, object, given, or a preposition; words in quotes are the thing itself.</param>
internal sealed record UnknownPattern(string[] With, UnknownForm Form, string[] What);

/// <summary>The words of <c>languages/en/attribution/unknowns.tsv</c>.</summary>
internal sealed class UnknownLexicon
{
    internal const string Path = "languages/en/attribution/unknowns.tsv";

    private readonly Dictionary<(string Lemma, Upos Pos), List<UnknownPattern>> _patterns = [];

    internal UnknownLexicon(LanguagePack pack)
    {
        foreach (var row in pack.Read(Path, "lemma", "with", "pos", "form", "what", "example").Rows)
        {
            var pos = row["pos"] switch { "verb" => Upos.Verb, "noun" => Upos.Noun, "adverb" => Upos.Adv, _ => Upos.Adj };
            if (!Enum.TryParse<UnknownForm>(row["form"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var form)) throw new PackException([row.Fault($"no such form: '{row["form"]}'")]);
            var pattern = new UnknownPattern(row.Parts("with"), form, row.Parts("what"));
            foreach (var lemma in row.Parts("lemma"))
            {
                Add((lemma, pos), pattern);
                // 'was not disclosed', whichever of the two its participle is tagged as
                if (form == UnknownForm.PassiveNegated && pattern.With.Length == 0) _patterns.TryAdd((Participle(lemma), Upos.Adj), [pattern]);
            }
        }
    }

    private void Add((string, Upos) key, UnknownPattern pattern)
    {
        if (!_patterns.TryGetValue(key, out var list)) _patterns.Add(key, list = []);
        list.Add(pattern);
    }

    private static string Participle(string lemma) => lemma[^1] switch { 'e' => lemma + "d", 'y' => lemma[..^1] + "ied", _ => lemma + "ed" };

    internal IReadOnlyList<UnknownPattern> Of(Token word)
    {
        if (word.Upos is not (Upos.Verb or Upos.Adj or Upos.Noun or Upos.Adv)) return [];
        if (_patterns.TryGetValue((word.Lemma, word.Upos), out var found)) return found;
        // Participles are tagged now as verbs, now as adjectives: 'remain undisclosed'.
        return word.Upos == Upos.Verb && _patterns.TryGetValue((word.Text.ToLowerInvariant(), Upos.Adj), out found) ? found : [];
    }

    /// <summary>True for what is given where something is told: 'a reason', 'the date', 'details'.</summary>
    internal bool IsGiven(Token noun) => noun.Upos == Upos.Noun && Of(noun).Any(pattern => pattern.Form is UnknownForm.Given or UnknownForm.Lacking);
}
