using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;
using Chancery.Linguistics.Packs;

namespace Chancery.Attributing.Cues;

/// <summary>The cues of a language: <c>languages/en/attribution/*.tsv</c>.</summary>
internal sealed class CueLexicon
{
    private const string Folder = "languages/en/attribution/";

    private readonly Dictionary<string, Cue> _verbs;
    private readonly Dictionary<string, Cue> _nouns;
    private readonly Dictionary<string, Cue> _adjectives;
    private readonly Dictionary<string, Cue> _adverbs;
    private readonly Untruths _untruths;
    private readonly ILookup<string, CuePhrase> _phrases;

    internal CueLexicon(LanguagePack pack, Untruths untruths)
    {
        _verbs = Index(pack.Read(Folder + "verbs.tsv", "lemma", "class", "stance", "takes", "example"), "lemma");
        _nouns = Index(pack.Read(Folder + "nouns.tsv", "lemma", "class", "stance", "takes", "example"), "lemma");
        _adjectives = Index(pack.Read(Folder + "adjectives.tsv", "lemma", "class", "stance", "takes", "example"), "lemma");
        _adverbs = Index(pack.Read(Folder + "adverbs.tsv", "word", "class", "stance", "example"), "word");
        _untruths = untruths;
        _phrases = pack.Read(Folder + "prepositions.tsv", "phrase", "class", "stance", "head", "source", "example").Rows
            .Select(row => new CuePhrase(row["phrase"], row["source"] == "owner", Read(row, "phrase"))).OrderByDescending(phrase => phrase.Words.Length + phrase.Behind.Length).ToLookup(phrase => phrase.Words[0], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The cue a verb is in its clause: who rejects a claim, or calls a report false, says that what it tells is not so.</summary>
    internal Cue? Verb(Token verb) => Listed(verb) is not { } cue ? null
        : cue.Kind is AttributionKind.Judge or AttributionKind.Demand && IsToldOf(verb) && (cue.Stance == Stance.Denies || _untruths.IsSaidBy(verb)) ? cue with { Kind = AttributionKind.Say, Stance = Stance.Denies }
        : cue.Kind is AttributionKind.Demand or AttributionKind.Judge && IsPointer(verb) ? cue with { Kind = AttributionKind.Judge, Stance = Stance.Denies }
        : cue;

    /// <summary>True where the verb is about what somebody says: 'the claim that the dam burst', 'reports of a raid'.</summary>
    private bool IsToldOf(Token verb) => (Arguments.Object(verb) ?? verb.Child(Deprel.NsubjPass)) is { } thing && Noun(thing) is { Kind: AttributionKind.Say or AttributionKind.Judge or AttributionKind.Think } told && told.Allows(Takes.Clause);

    /// <summary>'called that a lie': what was said before is judged, and not said again.</summary>
    private bool IsPointer(Token verb) => verb.Child(Deprel.Obj) is { Upos: Upos.Pron, Lemma: "that" or "this" or "it" } && _untruths.IsSaidBy(verb);

    /// <summary>The cue a verb is, with its particle or 'it' if that makes another one ('point out', 'have it').</summary>
    private Cue? Listed(Token verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Deprel.CompoundPrt || child.Relation == Deprel.Xcomp && child.Upos == Upos.Adj || child.Relation is Deprel.Obj or Deprel.Expl && child.Lemma is "it" && verb.Child(Deprel.Ccomp)?.Child(Deprel.Mark)?.Lemma is "that")
                if (_verbs.TryGetValue(verb.Lemma + " " + child.Lemma, out var longer)) return longer;
        return WordForms.TryFind(_verbs, verb, out var cue) ? cue : null;
    }

    internal Cue? Noun(Token noun) => _nouns.GetValueOrDefault(noun.Lemma);

    internal Cue? Adjective(Token adjective) => _adjectives.GetValueOrDefault(adjective.Lemma) ?? _adjectives.GetValueOrDefault(adjective.Text);

    internal Cue? Adverb(Token adverb) => _adverbs.GetValueOrDefault(adverb.Lemma);

    /// <summary>The cue phrases that begin with this word, the longest first.</summary>
    internal IEnumerable<CuePhrase> Phrases(string first) => _phrases[first];

    private static Dictionary<string, Cue> Index(Table table, string key)
    {
        var index = new Dictionary<string, Cue>(table.Rows.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows) index[row[key]] = Read(row, key);
        return index;
    }

    private static Cue Read(TableRow row, string key)
    {
        var (takes, prepositions) = (Takes.None, new List<string>());
        foreach (var part in row.Parts("takes"))
        {
            if (Enum.TryParse<Takes>(part, ignoreCase: true, out var kind)) takes |= kind;
            else prepositions.Add(part);
        }
        if (!Enum.TryParse<AttributionKind>(row["class"], ignoreCase: true, out var what)) throw new PackException([row.Fault($"no such class: '{row["class"]}'")]);
        if (!Enum.TryParse<Stance>(row["stance"], ignoreCase: true, out var stance)) throw new PackException([row.Fault($"no such stance: '{row["stance"]}'")]);
        return new(row[key], what, stance, takes, [.. prepositions], row.Parts("head"));
    }
}
