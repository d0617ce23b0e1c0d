using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Predicates;

/// <summary>The words that bear on factuality: <c>languages/en/factuality/*.tsv</c>.</summary>
internal sealed class FactualityLexicon
{
    private const string Folder = "languages/en/factuality/";

    private readonly Dictionary<(string Lemma, Upos Pos, Complement Takes), (Outcome Plain, Outcome Negated)> _embeddings = [];
    private readonly Dictionary<string, string> _governors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Outcome Plain, Outcome Negated, Outcome Perfect)> _modals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Outcome Plain, Outcome Negated)> _adverbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Outcome Plain, Outcome Negated)> _openers = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Lemma, string Particle), string> _phrases = [];
    private readonly Dictionary<string, string> _openings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outcome> _adjectives = new(StringComparer.Ordinal);

    private readonly HashSet<string> _utterances;
    private readonly Untruths _untruths;

    internal FactualityLexicon(LanguagePack pack, Untruths untruths)
    {
        foreach (var row in pack.Read(Folder + "embeddings.tsv", "lemma", "pos", "takes", "plain", "negated", "example").Rows)
        {
            var pos = row["pos"] switch { "noun" => Upos.Noun, "adjective" => Upos.Adj, _ => Upos.Verb };
            var lemma = row["lemma"];
            if (lemma.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            {
                var opening = lemma[..space];
                _openings[opening] = opening;
                _phrases[(opening, lemma[(space + 1)..])] = lemma;
            }
            else
            {
                _governors[lemma] = lemma;
            }

            foreach (var takes in row.Parts("takes"))
                _embeddings[(row["lemma"], pos, Enum.Parse<Complement>(takes, ignoreCase: true))] = (Outcomes.Parse(row, "plain"), Outcomes.Parse(row, "negated"));
        }
        foreach (var row in pack.Read(Folder + "modifiers.tsv", "word", "pos", "plain", "negated", "perfect", "example").Rows)
        {
            var (plain, negated) = (Outcomes.Parse(row, "plain"), Outcomes.Parse(row, "negated"));
            switch (row["pos"])
            {
                case "modal": _modals[row["word"]] = (plain, negated, row["perfect"].Length == 0 ? plain : Outcomes.Parse(row, "perfect")); break;
                case "adjective": _adjectives[row["word"]] = plain; break;
                case "adverb": _adverbs[row["word"]] = (plain, negated); break;
                default: _openers[row["word"]] = (plain, negated); break;
            }
        }
        _untruths = untruths;
        _utterances = pack.Read(Folder + "utterances.tsv", "lemma", "example").Rows.Select(row => row["lemma"]).ToHashSet(StringComparer.Ordinal);
        EventNouns = pack.Read(Folder + "event-nouns.tsv", "lemma").Rows.Select(row => row["lemma"]).ToHashSet(StringComparer.Ordinal);
    }

    internal HashSet<string> EventNouns { get; }

    /// <summary>What becomes of what this word governs, with a particle of its own taken in ('called off').</summary>
    internal Outcome Embedding(Token governor, Complement takes, bool negated)
    {
        if (governor.Child(Deprel.CompoundPrt) is { } particle && Embedding(governor, particle.Lemma, takes, negated) is not Outcome.None and var found) return found;
        return WordForms.TryFind(_governors, governor, out var lemma) ? Embedding(lemma, governor, takes, negated) : Outcome.None;
    }

    /// <summary>What becomes of what this word governs by a preposition or particle: 'called for', 'suspected of'.</summary>
    internal Outcome Embedding(Token governor, string particle, Complement takes, bool negated) =>
        particle.Length > 0 && WordForms.TryFind(_openings, governor, out var opening) && _phrases.TryGetValue((opening, particle), out var phrase) ? Embedding(phrase, governor, takes, negated) : Outcome.None;

    private Outcome Embedding(string lemma, Token governor, Complement takes, bool negated)
    {
        var pos = governor.Upos switch { Upos.Aux => Upos.Verb, Upos.Propn => Upos.Noun, var p => p };
        if (!_embeddings.TryGetValue((lemma, pos, takes), out var found)) return Outcome.None;
        var outcome = negated ? found.Negated : found.Plain;
        return outcome switch
        {
            Outcome.Enabled => new Clause(governor) is { Tense: Tense.Past } or { IsPerfect: true } ? Outcome.Holds : Outcome.Possible,
            Outcome.Alleged => new Clause(governor) is { IsPassive: true } charged && !governor.Has(Deprel.OblAgent) && charged.Oblique("by") is null ? Outcome.Possible : Outcome.As,
            Outcome.Lasting => new Clause(governor) is { Tense: Tense.Present } ? Outcome.Ongoing : Outcome.Holds,
            _ => outcome,
        };
    }

    internal Outcome Modal(string lemma, bool negated, bool perfect) =>
        !_modals.TryGetValue(lemma, out var found) ? Outcome.None : negated ? found.Negated : perfect ? found.Perfect : found.Plain;

    internal Outcome Adverb(string lemma) => _adverbs.TryGetValue(lemma, out var found) ? found.Plain : Outcome.None;

    /// <summary>'the possible raid', 'a planned visit'; participles are looked up as they stand.</summary>
    internal Outcome Adjective(Token word) =>
        _adjectives.TryGetValue(word.Lemma, out var found) || _adjectives.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Chars, out found) ? found : Outcome.None;

    /// <summary>'called the report false', 'the report was false': what the noun tells is said not to be so.</summary>
    internal bool IsSaidUntrue(Token noun) => _untruths.IsSaidOf(noun);

    /// <summary>True for what is done by being said: 'an apology', 'thanks'.</summary>
    internal bool IsUtterance(Token noun) => _utterances.Contains(noun.Lemma);

    internal Outcome Opener(string lemma) => _openers.TryGetValue(lemma, out var found) ? found.Plain : Outcome.None;
}

/// <summary>The form in which a predicate depends on another.</summary>
internal enum Complement
{
    /// <summary>'to send'.</summary>
    Infinitive,

    /// <summary>'sending'.</summary>
    Gerund,

    /// <summary>'that they sent'.</summary>
    Clause,

    /// <summary>'how many they sent'.</summary>
    Number,

    /// <summary>'the visit', as what the governor is about.</summary>
    Noun,

    /// <summary>'the visit', as the governor's subject.</summary>
    Subject,

    /// <summary>'an apology', as what the governor is about: an act that is done by being said.</summary>
    Utterance,
}
