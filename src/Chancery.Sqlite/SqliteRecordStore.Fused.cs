namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public async Task<FusedRecord> FusedAsync(CancellationToken cancel = default)
    {
        var (lineages, events, figures) = Guarded(() => Whole("BEGIN", () => (
            Rows("SELECT id, dispatch, derived_from, kind FROM report WHERE dispatch IS NOT NULL ORDER BY coalesce(published, '9999-12-31'), length DESC, id", LineageOf),
            Rows("SELECT body FROM event ORDER BY day, id", EventRowOf),
            Rows("SELECT body FROM figure ORDER BY series, day, id", FigureOf))));
        var readings = new Dictionary<string, FiledReading>(StringComparer.Ordinal);
        await foreach (var reading in ReadingsAsync(cancel)) readings.Add(reading.Report.Id, reading);
        return new([.. lineages], [.. events.Select(row => row.Told(id => readings[id]))], [.. figures.Select(row => row.Told(id => readings[id]))]);
    }
}
