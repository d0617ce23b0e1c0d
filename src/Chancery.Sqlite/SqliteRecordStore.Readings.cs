using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    private const string ReadingColumns = "seq, id, publisher, published, title, url, language, origin, encoding, text, body, byline, given_origin, revised";

    /// <summary>Readings are fetched so many at a time, so that none of them holds the connection while its user is at work.</summary>
    private const int Page = 200;

    /// <inheritdoc/>
    public async IAsyncEnumerable<FiledReading> ReadingsAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var skip = 0; ; skip += Page)
        {
            cancel.ThrowIfCancellationRequested();
            var from = skip;
            var page = Guarded(() => Readings($"SELECT {ReadingColumns} FROM report ORDER BY published IS NULL, published, id LIMIT $limit OFFSET $skip", ("$limit", Page), ("$skip", from)));
            foreach (var reading in page) yield return reading;
            if (page.Count < Page) yield break;
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public Task<FiledReading?> ReadingAsync(string report, CancellationToken cancel = default) =>
        Task.FromResult(Guarded(() => Readings($"SELECT {ReadingColumns} FROM report WHERE id = $id", ("$id", report)).SingleOrDefault()));

    private List<FiledReading> Readings(string sql, params ReadOnlySpan<(string, object?)> values)
    {
        var readings = new List<FiledReading>();
        using var command = Command(sql, values);
        using var rows = command.ExecuteReader();
        while (rows.Read()) readings.Add(Reading(rows));
        return readings;
    }

    private FiledReading Reading(SqliteDataReader row)
    {
        var body = JsonSerializer.Deserialize(Utf8(row, 10), RecordJson.Default.ReadingBody)!;
        return new()
        {
            Report = new()
            {
                Id = row.GetString(1),
                Publisher = Text(row, 2),
                Published = Day(row, 3),
                Title = Text(row, 4),
                Url = Text(row, 5),
                Byline = Text(row, 11),
                DeclaredOrigin = Text(row, 12),
                Revised = Instant(row, 13),
                Text = StoredText.Decode(row.GetString(8), row.GetFieldValue<byte[]>(9)),
            },
            Language = row.GetString(6),
            DeclaredOrigin = Text(row, 7),
            Sentences = body.Sentences,
            Claims = Claims(row.GetInt64(0)),
            Figures = body.Figures,
            Unknowns = body.Unknowns,
            Notices = body.Notices,
        };
    }

    private ImmutableArray<EventClaim> Claims(long report) => [.. Rows(
        "SELECT body FROM claim WHERE report = $report ORDER BY ordinal",
        row => _state.Rulings.Corrected(JsonSerializer.Deserialize(Utf8(row, 0), RecordJson.Default.EventClaim)!), ("$report", report))];

    /// <summary>The bytes of a text: what is JSON need not become a string first.</summary>
    private static byte[] Utf8(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
