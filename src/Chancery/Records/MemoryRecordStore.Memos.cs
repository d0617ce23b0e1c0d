namespace Chancery.Records;

public sealed partial class MemoryRecordStore
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _memos = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<string?> MemoAsync(string topic, string name, CancellationToken cancel = default) =>
        Locked(() => _memos.TryGetValue(topic, out var memos) ? memos.GetValueOrDefault(name) : null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Memo>> MemosAsync(string topic, string? after = null, int limit = 200, CancellationToken cancel = default) =>
        Locked<IReadOnlyList<Memo>>(() => !_memos.TryGetValue(topic, out var memos) ? []
            : [.. memos.Where(m => after is null || string.CompareOrdinal(m.Key, after) > 0).Take(limit).Select(m => new Memo(topic, m.Key, m.Value))]);

    /// <inheritdoc/>
    public Task KeepAsync(IReadOnlyCollection<Memo> memos, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(memos);
        return Locked(() =>
        {
            foreach (var (topic, name, body) in memos)
            {
                if (!_memos.TryGetValue(topic, out var kept)) _memos.Add(topic, kept = new(StringComparer.Ordinal));
                if (body is null) kept.Remove(name);
                else kept[name] = body;
            }
            return true;
        });
    }
}
