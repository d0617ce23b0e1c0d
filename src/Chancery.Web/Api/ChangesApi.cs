using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Chancery.Web.Api;

/// <summary>Tells whoever listens, by server-sent events, that the record has changed, and which events did.</summary>
internal static class ChangesApi
{
    /// <summary>Ids told at most; whoever wants all asks for the events changed since.</summary>
    private const int MostIds = 50;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/changes", async (HttpContext context, LiveRecord live, IHostApplicationLifetime life) =>
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var told = Told(context.Request);
        var (response, cancel) = (context.Response, stop.Token);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        try
        {
            while (true)
            {
                var change = live.ChangedAsync(cancel);
                var (now, line) = await Line(live, told, cancel);
                told = now;
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(line), cancel);
                await response.Body.FlushAsync(cancel);
                await Task.WhenAny(change, Task.Delay(Beat, cancel));
                cancel.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // the listener has gone, or the server stops
        }
    }).Describe("listen", "Changes", "Server-sent events: one now, and one whenever the record changes, with its sequence number, how much it holds and the ids of the first events that changed. 'Last-Event-ID' takes up where a listener left off.")
        .GivesEvents();

    private static async Task<(long? Sequence, string Line)> Line(LiveRecord live, long? told, CancellationToken cancel)
    {
        if (await live.BookAsync(cancel) is not { } book) return (told, ": counting\n\n");
        var stamp = book.Stamp;
        if (stamp.Sequence == told) return (stamp.Sequence, ": still here\n\n");
        IReadOnlyList<string> changed = [];
        if (told is { } since)
        {
            using var view = await live.ViewAsync(cancel);
            changed = await view.Store.EventIdsAsync(new() { ChangedSince = since }, cancel);
        }
        var data = JsonSerializer.Serialize(new { stamp.Sequence, stamp.Reports, stamp.Claims, stamp.Events, changed = changed.Take(MostIds), changedCount = changed.Count }, JsonSerializerOptions.Web);
        return (stamp.Sequence, string.Create(CultureInfo.InvariantCulture, $"id: {stamp.Sequence}\nevent: record\ndata: {data}\n\n"));
    }

    private static long? Told(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null;
}
