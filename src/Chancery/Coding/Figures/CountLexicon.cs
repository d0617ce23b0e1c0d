using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>The tables that tell what a number counts: what was done to those counted, what they are, and the words by which somebody counts.</summary>
/// <remarks>Immutable and thread-safe. Lemmas in any case; adverbs that make a count an earlier one as they stand ('earlier').</remarks>
internal sealed class CountLexicon
{
    /// <summary>The row of verbs that tell a count, not what was done.</summary>
    private const string ReckonedAct = "reckoned";

    /// <summary>The row of verbs that tell a count by moving it: 'brought the toll to 40'; whose object the number is does something else ('brought 40 tents').</summary>
    private const string MovedAct = "moved";

    /// <summary>The row of verbs for the counting itself.</summary>
    private const string CountedAct = "counted";

    /// <summary>The row of verbs by which a count itself changes: 'the toll rose to 41'.</summary>
    private const string RisenAct = "risen";

    /// <summary>The row of verbs that tell a count of whatever stands beside them: 'put the injured at 12'.</summary>
    private const string PutAct = "put";

    /// <summary>Things of <c>told-of.tsv</c>: of a bare number, and all that are not listed.</summary>
    private const string Bare = "none", Others = "*";

    private readonly Dictionary<string, string> _acts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _frames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Act, string Things), string?> _told = [];
    private readonly Dictionary<string, string> _spellings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words that verbs tell an act with, by the verb.</summary>
    private readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _counting = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _putting = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _anew;
    private readonly HashSet<string> _former;
    private readonly HashSet<string> _running;
    private readonly Dictionary<string, string> _things = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nouns that are counts; false for those that only a verb of counting counts.</summary>
    private readonly Dictionary<string, bool> _counts = new(StringComparer.OrdinalIgnoreCase);

    internal CountLexicon(LanguagePack pack, string language)
    {
        var folder = $"languages/{language}/figures/";
        foreach (var row in pack.Read(folder + "acts.tsv", "name", "words", "frames", "example").Rows)
        {
            foreach (var frame in row.Parts("frames")) _frames.Add(frame, row["name"]);
            foreach (var word in row.Parts("words"))
                if (row["name"] is PutAct) _putting.Add(word);
                else (row["name"] is ReckonedAct or MovedAct or CountedAct or RisenAct ? _counting : _acts).TryAdd(word, row["name"]);
        }
        foreach (var row in pack.Read(folder + "phrases.tsv", "act", "verb", "with", "counted", "example").Rows)
        {
            if (!_phrases.TryGetValue(row["verb"], out var phrases)) _phrases.Add(row["verb"], phrases = []);
            phrases.Add(new(row["with"], row["act"], row["counted"] == "subject"));
        }
        foreach (var row in pack.Read(folder + "told-of.tsv", "act", "things", "told", "example").Rows)
            foreach (var things in row.Parts("things")) _told.Add((row["act"], things), row["told"] is { Length: > 0 } told ? told : null);
        foreach (var row in pack.Read(folder + "spellings.tsv", "spelling", "word", "example").Rows) _spellings.Add(row["spelling"], row["word"]);
        foreach (var row in pack.Read(folder + "things.tsv", "name", "words", "example").Rows)
            foreach (var word in row.Parts("words")) _things.TryAdd(word, row["name"]);
        foreach (var row in pack.Read(folder + "counts.tsv", "words", "by", "example").Rows)
            foreach (var word in row.Parts("words")) _counts.TryAdd(word, row["by"] == "any");
        _anew = FigureLexicon.Words(pack, folder + "anew.tsv", "words");
        _running = FigureLexicon.Words(pack, folder + "running.tsv", "words");
        _former = FigureLexicon.Words(pack, folder + "former.tsv", "words");
    }

    /// <summary>What was done to those counted, by a verb or noun: 'killed'; null for a word that tells no act.</summary>
    internal string? Act(Token word) => PhraseOf(word)?.Act ?? _acts.GetValueOrDefault(word.Lemma);

    /// <summary>What befell the subject of a verb that has an object: 'lost their lives'; null where it did something to others.</summary>
    internal string? ActOfSubject(Token verb) => PhraseOf(verb) is { IsOfSubject: true } phrase ? phrase.Act : null;

    /// <summary>What was done to those who suffer the act of a claim; null for a frame that numbers are not counted by.</summary>
    internal string? Act(EventFrame frame) => _frames.GetValueOrDefault(frame.Name) ?? (frame.Parent is { } parent ? _frames.GetValueOrDefault(parent) : null);

    /// <summary>What an act comes to where such things are counted: lost soldiers are killed, lost jets destroyed; null for none.</summary>
    internal string? Told(string act, string things) =>
        _told.TryGetValue((act, things.Length > 0 ? things : Bare), out var told) || _told.TryGetValue((act, Others), out told) ? told : act;

    /// <summary>A unit as counts are compared by it: 'meter' for metres.</summary>
    internal string Spelled(string unit) => _spellings.GetValueOrDefault(unit) ?? unit.ToLowerInvariant();

    /// <summary>The word that things are counted under: 'troop' for soldiers; null for a noun that stands for itself.</summary>
    internal string? Thing(string noun) => _things.GetValueOrDefault(noun);

    /// <summary>True for a noun that is a count itself: 'toll'.</summary>
    internal bool IsCount(Token noun) => _counts.ContainsKey(noun.Lemma);

    /// <summary>True for such a noun that a number beside any verb belongs to; false for one that a verb of counting alone counts ('police put the crowd at 5,000').</summary>
    internal bool IsCountByItself(Token noun) => _counts.GetValueOrDefault(noun.Lemma, true);

    /// <summary>True for verbs that tell a count of whatever stands beside them: 'put the injured at 12'.</summary>
    internal bool Puts(Token verb) => _putting.Contains(verb.Lemma);

    /// <summary>True for verbs that tell a count: 'register', 'estimate', 'rise'.</summary>
    internal bool IsOfCounting(Token verb) => _counting.ContainsKey(verb.Lemma);

    /// <summary>True for verbs by which somebody counts or reckons, as against those by which a count changes.</summary>
    internal bool Reckons(Token verb) => _counting.GetValueOrDefault(verb.Lemma) is ReckonedAct or CountedAct;

    /// <summary>True for verbs that move a count to a number: 'brought the toll to 40'.</summary>
    internal bool Moves(Token verb) => _counting.GetValueOrDefault(verb.Lemma) is MovedAct;

    /// <summary>True for verbs of the counting itself: 'register'.</summary>
    internal bool Tallies(Token verb) => _counting.GetValueOrDefault(verb.Lemma) is CountedAct;

    /// <summary>True for verbs by which a count itself changes: 'the toll rose to 41'.</summary>
    internal bool Changes(Token verb) => _counting.GetValueOrDefault(verb.Lemma) is RisenAct;

    /// <summary>True for a verb by which somebody gives a bare number for what was just counted, alone or with a preposition.</summary>
    internal bool GivesAnew(Token verb, Token? preposition = null) => _anew.Contains(preposition is { } by ? $"{verb.Lemma} {by.Lemma}" : verb.Lemma);

    /// <summary>True for an adverb that makes a count an earlier one: 'initially'.</summary>
    internal bool IsFormer(Token adverb) => _former.Contains(adverb.Text);

    /// <summary>True for words that make a count a total of a time: 'since', 'so far'.</summary>
    internal bool IsRunning(string lemmas) => _running.Contains(lemmas);

    private Phrase? PhraseOf(Token verb)
    {
        if (_phrases.TryGetValue(verb.Lemma, out var phrases))
            foreach (var phrase in phrases)
                if (Goes(verb, phrase.With)) return phrase;
        return null;
    }

    /// <summary>True where a word goes with a verb: as its object, its particle, as where it leads, or as what its object becomes.</summary>
    private static bool Goes(Token verb, string with)
    {
        // 'shot down 36 drones', whatever the tree hangs the particle on
        if (verb.Index + 1 < verb.Sentence.End && verb.Document[verb.Index + 1].Lemma == with) return true;
        foreach (var child in verb.Children)
        {
            if (child.Lemma == with && child.Relation is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Conj)) return true;
            // 'left 33 people dead'
            if (child.Relation != Deprel.Obj) continue;
            foreach (var told in child.Children) if (told.Lemma == with && told.Index > child.Index && told.Relation is Deprel.Amod or Deprel.Advmod or Deprel.Acl) return true;
        }
        return false;
    }

    /// <summary>What a verb tells with another word: 'lost their lives', 'shot down'.</summary>
    private sealed record Phrase(string With, string Act, bool IsOfSubject);
}
