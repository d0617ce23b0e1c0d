using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary>A record with what fusion makes of it, in memory.</summary>
internal sealed record FusedView(IReadOnlyList<FiledReading> Readings, FusedRecord Fused)
{
    internal static async Task<FusedView> Of(IRecordStore store, CancellationToken cancel) =>
        new(await store.ReadingsAsync(cancel).ToListAsync(cancel), await store.FusedAsync(cancel));
}
