namespace Chancery.Sqlite;

/// <summary>Readings that were asked for lately, up to a size in bytes: those that nobody asks for any more make room.</summary>
/// <remarks>
/// Two halves: what is asked for moves into the young one, and where that is full the old one is let go of. By size, not by number, since reports
/// of some thousand words with their claims take a hundred times what a dispatch does. Not thread-safe.
/// </remarks>
internal sealed class LatelyRead(int most)
{
    private Dictionary<string, (FiledReading Reading, int Size)> _young = new(StringComparer.Ordinal), _old = new(StringComparer.Ordinal);
    private int _size;

    internal bool IsEmpty => _young.Count == 0 && _old.Count == 0;

    /// <summary>The reading of a report; null where it is not at hand.</summary>
    internal FiledReading? Of(string report)
    {
        if (_young.TryGetValue(report, out var kept)) return kept.Reading;
        if (!_old.Remove(report, out kept)) return null;
        Keep(kept.Reading, kept.Size);
        return kept.Reading;
    }

    /// <param name="reading">A reading that is not at hand.</param>
    /// <param name="size">Bytes it takes in the file; in memory it takes some times as much.</param>
    internal void Keep(FiledReading reading, int size)
    {
        if (_size + size > most / 2)
        {
            (_old, _young) = (_young, _old);
            _young.Clear();
            _size = 0;
        }
        _young[reading.Report.Id] = (reading, size);
        _size += size;
    }

    internal void Remove(string report)
    {
        if (_young.Remove(report, out var kept)) _size -= kept.Size;
        _old.Remove(report);
    }

    internal void Clear()
    {
        _young.Clear();
        _old.Clear();
        _size = 0;
    }
}
