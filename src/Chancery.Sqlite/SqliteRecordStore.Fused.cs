using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public async Task<FusedRecord?> FusedAsync(CancellationToken cancel = default)
    {
        var rows = Guarded(FusedRows);
        if (rows is null) return null;
        var readings = new Dictionary<string, FiledReading>(StringComparer.Ordinal);
        await foreach (var reading in ReadingsAsync(cancel)) readings.Add(reading.Report.Id, reading);
        var (lineages, events, figures) = rows.Value;
        return new(
            [.. lineages],
            [.. events.Select(row => Records.FusedRows.Event(row, id => readings[id]))],
            [.. figures.Select(row => Records.FusedRows.Figure(row, id => readings[id]))]);
    }

    /// <inheritdoc/>
    public Task KeepAsync(FusedRecord fused, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fused);
        Guarded(() => Whole("BEGIN IMMEDIATE", () =>
        {
            Value("DELETE FROM lineage");
            Value("DELETE FROM event");
            Value("DELETE FROM figure");
            for (var i = 0; i < fused.Lineages.Length; i++) Keep(i, fused.Lineages[i]);
            for (var i = 0; i < fused.Events.Length; i++) Keep(i, fused.Events[i]);
            for (var i = 0; i < fused.Figures.Length; i++) Keep(i, fused.Figures[i]);
            Value("INSERT OR REPLACE INTO fused (only, reports) VALUES (1, $reports)", ("$reports", fused.Lineages.Length));
            return true;
        }));
        return Task.CompletedTask;
    }

    private void Keep(int ordinal, Lineage lineage) => Value(
        "INSERT INTO lineage (report, dispatch, derived_from, kind, ordinal, body) VALUES ($report, $dispatch, $from, $kind, $ordinal, $body)",
        ("$report", lineage.Report), ("$dispatch", lineage.Dispatch), ("$from", lineage.DerivedFrom), ("$kind", lineage.Kind.ToString()), ("$ordinal", ordinal),
        ("$body", JsonSerializer.Serialize(lineage, RecordJson.Default.Lineage)));

    private void Keep(int ordinal, Event item) => Value(
        """
        INSERT INTO event (id, frame, status, standing, independent, first, last, ordinal, body)
        VALUES ($id, $frame, $status, $standing, $independent, $first, $last, $ordinal, $body)
        """,
        ("$id", item.Id), ("$frame", item.Best.Claim.Frame.Name), ("$status", item.Status.ToString()), ("$standing", item.Standing.ToString()), ("$independent", item.Independent),
        ("$first", Day(item.Time?.From)), ("$last", Day(item.Time?.To)), ("$ordinal", ordinal),
        ("$body", JsonSerializer.Serialize(Records.FusedRows.Row(item), RecordJson.Default.EventRow)));

    private void Keep(int ordinal, FigureEntry entry)
    {
        var quantity = entry.Figure.Mention.Quantity;
        Value(
            "INSERT INTO figure (id, series, report, as_of, min, max, unit, ordinal, body) VALUES ($id, $series, $report, $asOf, $min, $max, $unit, $ordinal, $body)",
            ("$id", entry.Id), ("$series", entry.Series), ("$report", entry.Reading.Report.Id), ("$asOf", Day(entry.AsOf)), ("$min", (double?)quantity.Min), ("$max", (double?)quantity.Max),
            ("$unit", quantity.Unit), ("$ordinal", ordinal), ("$body", JsonSerializer.Serialize(Records.FusedRows.Row(entry), RecordJson.Default.FigureRow)));
    }

    private (List<Lineage>, List<EventRow>, List<FigureRow>)? FusedRows() => Whole<(List<Lineage>, List<EventRow>, List<FigureRow>)?>("BEGIN", () =>
    {
        if (Value("SELECT 1 FROM fused WHERE reports = (SELECT count(*) FROM report)") is null) return null;
        return (Bodies("lineage", RecordJson.Default.Lineage), Bodies("event", RecordJson.Default.EventRow), Bodies("figure", RecordJson.Default.FigureRow));
    });

    private List<T> Bodies<T>(string table, JsonTypeInfo<T> type)
    {
        using var command = Command($"SELECT body FROM {table} ORDER BY ordinal");
        using var rows = command.ExecuteReader();
        var bodies = new List<T>();
        while (rows.Read()) bodies.Add(JsonSerializer.Deserialize(rows.GetString(0), type)!);
        return bodies;
    }
}
