using System.Globalization;
using System.Text;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Chancery.Web.Api;

/// <summary>Tells whoever listens, by server-sent events, that the record has changed.</summary>
internal static class ChangesApi
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/changes", async (HttpContext context, LiveRecord live, IHostApplicationLifetime life) =>
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var told = -1L;
            while (true)
            {
                var change = live.ChangedAsync(stop.Token);
                var now = await live.NowAsync(stop.Token);
                var line = now.Sequence == told ? ": still here\n\n" : string.Create(CultureInfo.InvariantCulture, $"id: {now.Sequence}\nevent: record\ndata: {{\"sequence\":{now.Sequence},\"reports\":{now.Readings.Count},\"events\":{now.Fused.Events.Length}}}\n\n");
                told = now.Sequence;
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line), stop.Token);
                await context.Response.Body.FlushAsync(stop.Token);
                await Task.WhenAny(change, Task.Delay(Beat, stop.Token));
                stop.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // the listener has gone, or the server stops
        }
    });
}
