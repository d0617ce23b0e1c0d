using System.Runtime.CompilerServices;

namespace Chancery.Records;

/// <summary>Walks a list page by page, so that a long one never stands in memory whole.</summary>
public static class Pages
{
    /// <summary>Everything on a list, in its order.</summary>
    /// <param name="page">Asks for a page.</param>
    /// <param name="cancel">Ends it.</param>
    public static async IAsyncEnumerable<T> All<T>(Func<PageRequest, Task<Page<T>>> page, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        string? after = null;
        do
        {
            cancel.ThrowIfCancellationRequested();
            var part = await page(new(200, after));
            foreach (var item in part.Items) yield return item;
            after = part.Next;
        }
        while (after is not null);
    }

    /// <summary>All memos of a topic, by name; those of a page may be changed or forgotten while the next is asked for.</summary>
    public static async IAsyncEnumerable<Memo> AllAsync(this IMemoStore memos, string topic, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(memos);
        string? after = null;
        while (await memos.MemosAsync(topic, after, cancel: cancel) is { Count: > 0 } page)
        {
            foreach (var memo in page) yield return memo;
            after = page[^1].Name;
        }
    }
}
