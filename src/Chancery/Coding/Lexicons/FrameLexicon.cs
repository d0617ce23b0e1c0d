using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Ontologies;

namespace Chancery.Coding.Lexicons;

/// <summary>The frame lexicon of a language: which words name which actions. Read from <c>languages/xx/frames/</c> and <c>languages/xx/happenings/</c>.</summary>
/// <remarks>Immutable and thread-safe. A file's kind is the first part of its name: <c>verbs.aid.tsv</c>, <c>nouns.tsv</c>, <c>idioms.tsv</c> (verbs), <c>adjectives.tsv</c>.</remarks>
internal sealed class FrameLexicon
{
    private readonly Dictionary<string, string> _lightVerbs = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Word, string Noun), string> _doers = [];
    private readonly Dictionary<string, string> _lemmas = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);

    internal FrameLexicon(LanguagePack pack, string language, FrameTable frames)
    {
        Classes = new(pack, language);
        var faults = new PackFaults();
        Acts = Book($"languages/{language}/frames/");
        Happenings = Book($"languages/{language}/happenings/");
        foreach (var row in pack.Read($"languages/{language}/frames/lightverbs.tsv", "verb", "subject").Rows) _lightVerbs[row["verb"]] = row["subject"];
        foreach (var row in pack.Read($"languages/{language}/frames/doers.tsv", "word", "noun", "doer", "example").Rows) _doers[(row["word"], row["noun"])] = row["doer"];
        foreach (var row in pack.Read($"languages/{language}/frames/forms.tsv", "lemma", "forms").Rows)
        {
            _known.Add(row["lemma"]);
            _lemmas.TryAdd(row["lemma"], row["lemma"]);
            foreach (var form in row.Parts("forms")) _lemmas.TryAdd(form, row["lemma"]);
        }
        foreach (var (kind, word) in Acts.Words.Concat(Happenings.Words))
        {
            // 'wounded' is a word of its own where it is an adjective, 'shot' where it is a noun, else a form of the verb
            if (kind != EntryKind.Verb && !_known.Contains(word) && _lemmas.TryGetValue(word, out var verb) && verb != word)
            {
                _forms.Add(word);
                continue;
            }
            if (!_known.Add(word)) continue;
            _lemmas.TryAdd(word, word);
            foreach (var form in RegularForms.Of(word, kind)) _lemmas.TryAdd(form, word);
        }
        faults.ThrowIfAny();

        EntryBook Book(string folder)
        {
            var seen = new Dictionary<(EntryKind, string, string), string>();
            var lists = new Dictionary<(EntryKind, string), List<LexiconEntry>>();
            foreach (var path in pack.List(folder))
            {
                if (KindOf(Path.GetFileName(path)) is not { } kind) continue;
                foreach (var row in faults.Rows(pack, path, "word", "when", "frame", "actor", "recipient", "example"))
                {
                    if (Read(row, kind, frames, faults) is not { } entry) continue;
                    if (!lists.TryGetValue((kind, entry.Word), out var list)) lists.Add((kind, entry.Word), list = []);
                    if (seen.TryAdd((kind, row["word"], row["when"]), row.File)) list.Add(entry);
                    else if (list.FindIndex(e => e.Row["word"] == row["word"] && e.Row["when"] == row["when"]) is var twin && seen[(kind, row["word"], row["when"])] != row.File) list[twin] = entry; // a table laid over another has the last word
                    else faults.Add(row.Fault($"'{row["word"]}' stands twice with the condition '{row["when"]}'"));
                }
            }
            return new(lists);
        }
    }

    /// <summary>Words for acts, which ontologies have codes for.</summary>
    internal EntryBook Acts { get; }

    /// <summary>Words for what happens without a code; looked up where a word tells of no act, so that these take nothing from those.</summary>
    internal EntryBook Happenings { get; }

    internal WordClasses Classes { get; }

    /// <summary>The dictionary form of a word: the lemmatizer's where the lexicon knows it, else by the lexicon's own forms.</summary>
    internal string Lemma(Token word)
    {
        var lemma = word.Lemma;
        if (_known.Contains(lemma) || word.Upos is Upos.Adj or Upos.Noun && _forms.Contains(lemma)) return lemma;
        return _lemmas.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Chars, out var known) ? known : lemma;
    }

    /// <summary>True where a word is of a class.</summary>
    internal bool IsOf(string name, Token word) => Classes.Has(name, Lemma(word));

    /// <summary>All entries, in no order.</summary>
    internal IEnumerable<LexiconEntry> All => Acts.All.Concat(Happenings.All);

    /// <summary>The dictionary form of a word that stands alone: 'seized' → 'seize'.</summary>
    internal string Lemma(string word) => _lemmas.GetValueOrDefault(word, word);

    /// <summary>The role that a light verb's subject has in its noun's action, <c>actor</c> or <c>recipient</c>; null for other verbs.</summary>
    internal string? LightVerb(string verb) => _lightVerbs.GetValueOrDefault(verb);

    /// <summary>Where the doer stands to whom a word lays what a noun on it tells: subj, obj or a preposition; null for a word that lays it to nobody.</summary>
    /// <param name="word">The word's lemma; 'be' for what is said of a subject.</param>
    /// <param name="noun">How the noun hangs on it: obj or a preposition.</param>
    internal string? Doer(string word, string noun) => _doers.GetValueOrDefault((word, noun));

    private static EntryKind? KindOf(string file) => file.Split('.')[0] switch
    {
        "verbs" or "idioms" => EntryKind.Verb,
        "nouns" => EntryKind.Noun,
        "adjectives" => EntryKind.Adjective,
        "modals" => EntryKind.Modal,
        _ => null,
    };

    private LexiconEntry? Read(TableRow row, EntryKind kind, FrameTable frames, PackFaults faults)
    {
        if (frames.Find(row["frame"]) is not { } frame)
        {
            faults.Add(row.Fault($"unknown frame '{row["frame"]}'"));
            return null;
        }
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        foreach (var part in row["when"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Condition.Parse(part, Classes) is { } condition) conditions.Add(condition);
            else faults.Add(row.Fault($"unknown word class in '{part}'"));
        }
        var word = row["word"];
        var space = word.IndexOf(' ', StringComparison.Ordinal);
        return new(kind, space < 0 ? word : word[..space], space < 0 ? null : word[(space + 1)..], conditions.ToImmutable(), frame,
            [.. row.Parts("actor")], [.. row.Parts("recipient")], row);
    }
}
