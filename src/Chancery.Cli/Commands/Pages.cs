using System.Runtime.CompilerServices;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary>Walks a list page by page, so that a long one never stands in memory whole.</summary>
internal static class Pages
{
    internal static async IAsyncEnumerable<T> All<T>(Func<PageRequest, Task<Page<T>>> page, [EnumeratorCancellation] CancellationToken cancel = default)
    {
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
}
