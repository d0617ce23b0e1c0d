using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public Task<string?> MemoAsync(string topic, string name, CancellationToken cancel = default) =>
        Task.FromResult(Guarded(() => Value("SELECT body FROM memo WHERE topic = $topic AND name = $name", ("$topic", topic), ("$name", name)) as string));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Memo>> MemosAsync(string topic, string? after = null, int limit = 200, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<Memo>>(Guarded(() => Rows(
            "SELECT name, body FROM memo WHERE topic = $topic AND name > $after ORDER BY name LIMIT $limit",
            row => new Memo(topic, row.GetString(0), row.GetString(1)), ("$topic", topic), ("$after", after ?? ""), ("$limit", limit))));

    /// <inheritdoc/>
    public Task KeepAsync(IReadOnlyCollection<Memo> memos, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(memos);
        return Task.FromResult(Guarded(() => Whole(Writing, () =>
        {
            foreach (var (topic, name, body) in memos)
            {
                if (body is null) Value("DELETE FROM memo WHERE topic = $topic AND name = $name", ("$topic", topic), ("$name", name));
                else Value("INSERT INTO memo (topic, name, body) VALUES ($topic, $name, $body) ON CONFLICT (topic, name) DO UPDATE SET body = excluded.body", ("$topic", topic), ("$name", name), ("$body", body));
            }
            return memos.Count;
        })));
    }
}
