using System.Globalization;
using System.Runtime.CompilerServices;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    private const string ReadingColumns = "seq, id, publisher, published, title, url, language, origin, encoding, text, body, byline, given_origin, revised";

    /// <summary>Readings are fetched so many at a time, so that none of them holds the connection while its user is at work.</summary>
    private const int Page = 200;

    /// <summary>Bytes of reports and claims whose readings are kept at hand.</summary>
    private const int Lately = 8 << 20;

    private readonly RecordReader _reader = new();
    private readonly LatelyRead _lately = new(Lately);

    /// <summary>Number of the last change that the readings kept have seen.</summary>
    private long _latelySeen;

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

    private List<FiledReading> Readings(string sql, params ReadOnlySpan<(string, object?)> values) => Rows(sql, row => Reading(row, _state.Rulings), values);

    /// <summary>A reading that is there; those asked for lately are kept, since lists, pages and events have the same ones.</summary>
    private FiledReading ReadingOf(string report)
    {
        if (_lately.Of(report) is { } reading) return reading;
        var stored = StoredOf(report);
        _lately.Keep(reading = stored.Read(_state.Rulings, _reader), stored.Size);
        return reading;
    }

    /// <summary>The readings that a page is made of: those not at hand are fetched one after the other and understood on all cores.</summary>
    private Dictionary<string, FiledReading> ReadingsOf(IEnumerable<string> reports)
    {
        var (found, missing) = (new Dictionary<string, FiledReading>(StringComparer.Ordinal), new List<StoredReading>());
        foreach (var report in reports.Distinct(StringComparer.Ordinal))
            if (_lately.Of(report) is { } reading) found.Add(report, reading);
            else missing.Add(StoredOf(report));
        var readings = Understood(missing);
        for (var i = 0; i < readings.Length; i++)
        {
            found.Add(readings[i].Report.Id, readings[i]);
            _lately.Keep(readings[i], missing[i].Size);
        }
        return found;
    }

    private StoredReading StoredOf(string report) => Rows($"SELECT {ReadingColumns} FROM report WHERE id = $id", StoredOf, ("$id", report)).Single();

    private StoredReading StoredOf(Row row) => StoredReading.Of(row, Claims(row.GetInt64(0)));

    private FiledReading[] Understood(IReadOnlyList<StoredReading> stored)
    {
        var (rulings, readings) = (_state.Rulings, new FiledReading[stored.Count]);
        Parallel.For(0, readings.Length, i => readings[i] = stored[i].Read(rulings, _reader));
        return readings;
    }

    /// <summary>Lets go of the readings that another connection has changed: while much is filed, what is looked at most stays at hand.</summary>
    private void LetGoOfChanged()
    {
        var last = (long)Value("SELECT sequence FROM stamp")!;
        if (!_lately.IsEmpty)
            foreach (var report in Rows("SELECT id FROM report WHERE changed > $seen", row => row.GetString(0), ("$seen", _latelySeen))) _lately.Remove(report);
        _latelySeen = last;
    }

    /// <summary>A reading as it was read, without what people corrected.</summary>
    private FiledReading? AsRead(string report) => Rows($"SELECT {ReadingColumns} FROM report WHERE id = $id", row => Reading(row, Rulings.None), ("$id", report)).SingleOrDefault();

    private FiledReading Reading(Row row, Rulings rulings) => StoredOf(row).Read(rulings, _reader);

    private List<StoredClaim> Claims(long report) => Rows(
        "SELECT body, event FROM claim WHERE report = $report ORDER BY ordinal", row => new StoredClaim(row.GetBytes(0), row.GetText(1)), ("$report", report));

    private static DateTimeOffset? Instant(Row row, int column) =>
        row.IsNull(column) ? null : DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A claim as it lies in the file.</summary>
    private readonly record struct StoredClaim(byte[] Body, string? Event);

    /// <summary>A reading as it lies in the file: fetched by one thread, understood by whichever has time.</summary>
    private sealed record StoredReading(Report Report, string Language, string? Origin, string Encoding, byte[] Bytes, byte[] Body, List<StoredClaim> Claims)
    {
        internal static StoredReading Of(Row row, List<StoredClaim> claims) => new(
            new()
            {
                Id = row.GetString(1),
                Publisher = row.GetText(2),
                Published = Day(row, 3),
                Title = row.GetText(4),
                Url = row.GetText(5),
                Byline = row.GetText(11),
                DeclaredOrigin = row.GetText(12),
                Revised = Instant(row, 13),
                Text = "",
            },
            row.GetString(6), row.GetText(7), row.GetString(8), row.GetBytes(9), row.GetBytes(10), claims);

        /// <summary>Bytes it takes.</summary>
        internal int Size => Bytes.Length + Body.Length + Claims.Sum(c => c.Body.Length);

        internal FiledReading Read(Rulings rulings, RecordReader reader)
        {
            var body = reader.Body(Body);
            var text = StoredText.Decode(Encoding, Bytes);
            return new()
            {
                Report = Report with
                {
                    Text = text,
                    Sentences = body.GivenSentences,
                    Words = body.GivenWords is { } words ? new(text, words.Starts, words.Ends, words.SentenceEnds) : null,
                    Notices = body.IntakeNotices is { } notices ? [.. notices] : [],
                },
                Language = Language,
                DeclaredOrigin = Origin,
                Sentences = body.Sentences,
                Claims = [.. Claims.Select(c => rulings.Corrected(reader.Claim(c.Body)))],
                Figures = body.Figures,
                Unknowns = body.Unknowns,
                Notices = body.Notices,
            };
        }
    }
}
