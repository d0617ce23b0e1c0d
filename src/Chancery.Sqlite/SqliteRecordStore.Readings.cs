using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Chancery.Fusion;
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

    private FiledReading Reading(SqliteDataReader row) => StoredReading.Of(row, Claims(row.GetInt64(0))).Read(_state.Rulings);

    private List<StoredClaim> Claims(long report) => Rows(
        "SELECT body, event FROM claim WHERE report = $report ORDER BY ordinal", row => new StoredClaim(Utf8(row, 0), Text(row, 1)), ("$report", report));

    /// <summary>The bytes of a text: what is JSON need not become a string first.</summary>
    private static byte[] Utf8(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A claim as it lies in the file.</summary>
    private readonly record struct StoredClaim(byte[] Body, string? Event);

    /// <summary>A reading as it lies in the file: fetched by one thread, understood by whichever has time.</summary>
    private sealed record StoredReading(Report Report, string Language, string? Origin, string Encoding, byte[] Bytes, byte[] Body, List<StoredClaim> Claims)
    {
        internal static StoredReading Of(SqliteDataReader row, List<StoredClaim> claims) => new(
            new()
            {
                Id = row.GetString(1),
                Publisher = Text(row, 2),
                Published = Day(row, 3),
                Title = Text(row, 4),
                Url = Text(row, 5),
                Byline = Text(row, 11),
                DeclaredOrigin = Text(row, 12),
                Revised = Instant(row, 13),
                Text = "",
            },
            row.GetString(6), Text(row, 7), row.GetString(8), row.GetFieldValue<byte[]>(9), Utf8(row, 10), claims);

        internal FiledReading Read(Rulings rulings)
        {
            var body = JsonSerializer.Deserialize(Body, RecordJson.Default.ReadingBody)!;
            return new()
            {
                Report = Report with { Text = StoredText.Decode(Encoding, Bytes) },
                Language = Language,
                DeclaredOrigin = Origin,
                Sentences = body.Sentences,
                Claims = [.. Claims.Select(c => rulings.Corrected(JsonSerializer.Deserialize(c.Body, RecordJson.Default.EventClaim)!))],
                Figures = body.Figures,
                Unknowns = body.Unknowns,
                Notices = body.Notices,
            };
        }
    }
}
