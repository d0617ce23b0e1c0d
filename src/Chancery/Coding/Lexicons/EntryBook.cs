namespace Chancery.Coding.Lexicons;

/// <summary>The entries of one part of the frame lexicon by their words.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class EntryBook(IReadOnlyDictionary<(EntryKind Kind, string Word), List<LexiconEntry>> lists)
{
    private readonly Dictionary<(EntryKind, string), LexiconEntry[]> _entries =
        lists.ToDictionary(list => list.Key, list => list.Value.OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Breadth).ToArray());

    /// <summary>The words that have entries, each with its kind.</summary>
    internal IEnumerable<(EntryKind Kind, string Word)> Words => _entries.Keys;

    /// <summary>All entries, in no order.</summary>
    internal IEnumerable<LexiconEntry> All => _entries.Values.SelectMany(list => list);

    /// <summary>The entries for a word, the most demanding first.</summary>
    internal LexiconEntry[] Find(EntryKind kind, string lemma) => _entries.GetValueOrDefault((kind, lemma)) ?? [];
}
