using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary>A record with what fusion makes of it: what was kept where that is up to date, else fused anew.</summary>
internal sealed record FusedView(IReadOnlyList<FiledReading> Readings, FusedRecord Fused)
{
    internal static async Task<FusedView> Of(IRecordStore store, CancellationToken cancel)
    {
        var readings = new List<FiledReading>();
        await foreach (var reading in store.ReadingsAsync(cancel)) readings.Add(reading);
        return new(readings, await store.FusedAsync(cancel) ?? Fuser.Fuse(readings));
    }

    /// <summary>Fuses all reports of the record and keeps what comes of it.</summary>
    internal static async Task<FusedView> Renew(IRecordStore store, CancellationToken cancel)
    {
        var view = await Of(store, cancel);
        await store.KeepAsync(view.Fused, cancel);
        return view;
    }
}
