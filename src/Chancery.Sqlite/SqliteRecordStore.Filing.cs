using System.Globalization;
using System.Text.Json;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public Task<Filing> FileAsync(FiledReading reading, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Guarded(() => Whole("BEGIN IMMEDIATE", () => Keep(reading))));
    }

    private Filing Keep(FiledReading reading)
    {
        var identity = reading.Report.Identity();
        if (Value("SELECT id FROM report WHERE identity = $identity", ("$identity", identity)) is string known) return new Filing(known, false);
        var name = FiledReadings.FreeName(reading.Report.Id, id => Value("SELECT 1 FROM report WHERE id = $id", ("$id", id)) is not null);
        var report = Insert(name, identity, reading);
        for (var i = 0; i < reading.Claims.Length; i++) Insert(report, i, new FiledClaim(reading, reading.Claims[i]));
        return new Filing(name, true);
    }

    /// <inheritdoc/>
    public Task<string?> FindAsync(Report report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Task.FromResult(Guarded(() => (string?)Value("SELECT id FROM report WHERE identity = $identity", ("$identity", report.Identity()))));
    }

    private long Insert(string name, byte[] identity, FiledReading reading)
    {
        var report = reading.Report;
        var (encoding, text) = StoredText.Encode(report.Text);
        return (long)Value(
            """
            INSERT INTO report (id, identity, publisher, published, title, url, language, origin, encoding, text, body, reader, pack)
            VALUES ($id, $identity, $publisher, $published, $title, $url, $language, $origin, $encoding, $text, $body, $reader, $pack) RETURNING seq
            """,
            ("$id", name), ("$identity", identity), ("$publisher", report.Publisher), ("$published", Day(report.Published)), ("$title", report.Title), ("$url", report.Url),
            ("$language", reading.Language), ("$origin", reading.DeclaredOrigin), ("$encoding", encoding), ("$text", text),
            ("$body", JsonSerializer.Serialize(ReadingBody.Of(reading), RecordJson.Default.ReadingBody)), ("$reader", Versions.Reader), ("$pack", Versions.Pack))!;
    }

    private void Insert(long report, int ordinal, FiledClaim filed)
    {
        var (claim, days) = (filed.Claim, ClaimDays.Of(filed));
        var seq = (long)Value(
            """
            INSERT INTO claim (report, ordinal, id, frame, status, first, last, confidence, body)
            VALUES ($report, $ordinal, $id, $frame, $status, $first, $last, $confidence, $body) RETURNING seq
            """,
            ("$report", report), ("$ordinal", ordinal), ("$id", claim.Id), ("$frame", claim.Frame.Name), ("$status", claim.Status.ToString()),
            ("$first", Day(days.First)), ("$last", Day(days.Last)), ("$confidence", claim.Confidence), ("$body", JsonSerializer.Serialize(claim, RecordJson.Default.EventClaim)))!;
        foreach (var party in claim.Actors) Insert(seq, "actor", party);
        foreach (var party in claim.Recipients) Insert(seq, "recipient", party);
        foreach (var source in claim.Attribution) Value("INSERT INTO source (claim, name) VALUES ($claim, $name)", ("$claim", seq), ("$name", Name(source)));
        Value("INSERT INTO claim_words (rowid, sentence) VALUES ($claim, $sentence)", ("$claim", seq), ("$sentence", filed.Sentence()));
    }

    private void Insert(long claim, string role, Participant party) => Value(
        "INSERT INTO party (claim, role, name, country, actor) VALUES ($claim, $role, $name, $country, $actor)",
        ("$claim", claim), ("$role", role), ("$name", Name(party.Name)), ("$country", party.Country), ("$actor", party.ActorId));

    private long Name(string name)
    {
        var folded = ("$folded", (object)Words.Fold(name));
        return (long)(Value("SELECT id FROM name WHERE folded = $folded", folded) ?? Value("INSERT INTO name (folded) VALUES ($folded) RETURNING id", folded))!;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
