namespace Chancery.Mentions.Numbers;

/// <summary>Numbers the words a grammar knows, without regard to case; every other word is -1.</summary>
/// <remarks>Filled while a grammar is loaded, only read afterwards.</remarks>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _marks = new int[128];
    private int _longest;

    internal Vocabulary()
    {
        Array.Fill(_marks, -1);
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal int Count => _ids.Count;

    /// <summary>The number of a word, given now if it has none.</summary>
    internal int Add(string word)
    {
        if (_ids.TryGetValue(word, out var id)) return id;
        _ids.Add(word, id = _ids.Count);
        if (word.Length == 1 && word[0] < 128) _marks[word[0]] = id;
        _longest = Math.Max(_longest, word.Length);
        return id;
    }

    internal int Find(ReadOnlySpan<char> word) => word.Length <= _longest && _lookup.TryGetValue(word, out var id) ? id : -1;

    internal int Find(char mark) => mark < 128 ? _marks[mark] : Find([mark]);
}
