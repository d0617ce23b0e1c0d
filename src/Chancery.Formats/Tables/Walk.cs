using System.Runtime.CompilerServices;
using Chancery.Records;

namespace Chancery.Formats.Tables;

/// <summary>Walks what a source has of one kind, from first to last.</summary>
internal static class Walk
{
    private const int PageSize = 200;

    internal static IAsyncEnumerable<Event> Events(ExportSource source, CancellationToken cancel) =>
        All(page => source.Store.EventsAsync(new() { Claims = source.Claims }, page, cancel), cancel);

    internal static IAsyncEnumerable<FigureEntry> Figures(ExportSource source, CancellationToken cancel) =>
        All(page => source.Store.FiguresAsync(new() { Claims = source.Claims }, page, cancel), cancel);

    internal static IAsyncEnumerable<FiledReport> Reports(ExportSource source, CancellationToken cancel) =>
        All(page => source.Store.ReportsAsync(new() { Claims = source.Claims }, page, cancel), cancel);

    internal static IAsyncEnumerable<FiledClaim> Claims(ExportSource source, CancellationToken cancel) => source.Store.ClaimsAsync(source.Query, cancel);

    /// <summary>Page after page; the next one is fetched while what uses this one is at work.</summary>
    private static async IAsyncEnumerable<T> All<T>(Func<PageRequest, Task<Page<T>>> page, [EnumeratorCancellation] CancellationToken cancel)
    {
        var ahead = Ahead(null);
        try
        {
            for (string? next = ""; next is not null;)
            {
                var part = await ahead;
                next = part.Next;
                if (next is not null) ahead = Ahead(next);
                foreach (var item in part.Items)
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return item;
                }
            }
        }
        finally
        {
            // whoever stops early may close the store, which must not be asked then
            await ahead.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        Task<Page<T>> Ahead(string? after) => Task.Run(() => page(new(PageSize, after)), CancellationToken.None);
    }
}
