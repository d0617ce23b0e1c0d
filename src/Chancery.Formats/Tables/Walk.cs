using System.Runtime.CompilerServices;
using Chancery.Records;

namespace Chancery.Formats.Tables;

/// <summary>Walks what a source has of one kind, from first to last.</summary>
internal static class Walk
{
    internal static IAsyncEnumerable<Event> Events(ExportSource source, CancellationToken cancel) =>
        All(page => source.Store.EventsAsync(new() { Claims = source.Claims }, page, cancel), cancel);

    internal static IAsyncEnumerable<FigureEntry> Figures(ExportSource source, CancellationToken cancel) =>
        All(page => source.Store.FiguresAsync(new() { Claims = source.Claims }, page, cancel), cancel);

    internal static IAsyncEnumerable<FiledReport> Reports(ExportSource source, CancellationToken cancel) =>
        All(page => source.Store.ReportsAsync(new() { Claims = source.Claims }, page, cancel), cancel);

    internal static IAsyncEnumerable<FiledClaim> Claims(ExportSource source, CancellationToken cancel) => source.Store.ClaimsAsync(source.Query, cancel);

    private static async IAsyncEnumerable<T> All<T>(Func<PageRequest, Task<Page<T>>> page, [EnumeratorCancellation] CancellationToken cancel)
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
