using System.Globalization;
using Chancery.Fusion;
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
        return Task.FromResult(Guarded(() => Change(() => Keep([reading])[0])));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Filing>> FileAsync(IReadOnlyCollection<FiledReading> readings, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(readings);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Filing>>(Guarded(() => Change(() => Keep(readings))));
    }

    /// <inheritdoc/>
    /// <remarks>Does not wait while readings are filed: of those it knows what was filed before.</remarks>
    public Task<string?> FindAsync(Report report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var identity = report.Identity();
        var beside = Beside();
        return Task.FromResult(beside.Guarded(() => (string?)beside.Value("SELECT id FROM report WHERE identity = $identity", ("$identity", identity))));
    }

    /// <summary>The same record by a connection of its own.</summary>
    private SqliteRecordStore Beside()
    {
        lock (_besideLock) return _beside ??= new(Connect(_path, SqliteOpenMode.ReadOnly), _path);
    }

    private Filing[] Keep(IReadOnlyCollection<FiledReading> readings)
    {
        var filed = new List<FiledReading>(readings.Count);
        Filing[] filings = [.. readings.Select(reading => Keep(reading, filed))];
        _fuser.Add(filed);
        return filings;
    }

    private Filing Keep(FiledReading reading, List<FiledReading> filed)
    {
        var identity = reading.Report.Identity();
        if (_state.Identified(identity) is { } known) return new Filing(known, false);
        var name = FiledReadings.FreeName(reading.Report.Id, _state.HasReport);
        var named = ClaimNames.Free(name == reading.Report.Id ? reading : reading with { Report = reading.Report with { Id = name } }, _state.HasClaim);
        _state.Hold(named, identity);
        filed.Add(named);
        return new Filing(name, true);
    }

    /// <summary>Writes a report and what was read from it.</summary>
    private void Write(NewReport filed)
    {
        if (filed.Identity is { } identity) Insert(filed, identity);
        var reading = filed.Reading;
        for (var i = 0; i < reading.Claims.Length; i++) Insert(filed, i);
        for (var i = 0; i < reading.Unknowns.Length; i++)
        {
            Value(
                "INSERT INTO unknown (seq, report, ordinal, start) VALUES ($seq, $report, $ordinal, $start)",
                ("$seq", _state.RowOf(new(reading.Report.Id, i))), ("$report", filed.Seq), ("$ordinal", i), ("$start", reading.Unknowns[i].Span.Start));
        }
        Value("INSERT INTO report_words (rowid, title, text) VALUES ($report, $title, $text)", ("$report", filed.Seq), ("$title", reading.Report.Title), ("$text", reading.Report.Text));
    }

    private void Insert(NewReport filed, byte[] identity)
    {
        var (reading, report, lineage) = (filed.Reading, filed.Reading.Report, filed.Lineage);
        var (encoding, text) = StoredText.Encode(report.Text);
        Value(
            """
            INSERT INTO report (
                seq, id, identity, publisher, published, title, url, byline, revised, language, origin, given_origin, encoding, text, length, body, reader, pack, changed,
                marks, dispatch, derived_from, kind)
            VALUES (
                $seq, $id, $identity, $publisher, $published, $title, $url, $byline, $revised, $language, $origin, $given, $encoding, $text, $length, $body, $reader, $pack, $changed,
                $marks, $dispatch, $from, $kind)
            """,
            ("$seq", filed.Seq), ("$id", report.Id), ("$identity", identity), ("$publisher", report.Publisher), ("$published", Day(report.Published)), ("$title", report.Title),
            ("$url", report.Url), ("$byline", report.Byline), ("$revised", report.Revised?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)), ("$language", reading.Language),
            ("$origin", reading.DeclaredOrigin), ("$given", report.DeclaredOrigin), ("$encoding", encoding), ("$text", text), ("$length", report.Text.Length),
            ("$body", Json(ReadingBody.Of(reading))), ("$reader", Versions.Reader), ("$pack", Versions.Pack), ("$changed", _sequence),
            ("$marks", filed.Sketch is { } sketch ? MarksOf(sketch) : null), ("$dispatch", lineage?.Dispatch), ("$from", lineage?.DerivedFrom), ("$kind", lineage?.Kind.ToString()));
    }

    private void Insert(NewReport filed, int ordinal)
    {
        var told = new FiledClaim(filed.Reading, filed.Reading.Claims[ordinal]);
        var (claim, days) = (told.Claim, ClaimDays.Of(told));
        var (seq, @event, on, agreement) = _state.StandingOf(new(filed.Reading.Report.Id, ordinal));
        Value(
            """
            INSERT INTO claim (seq, report, ordinal, id, frame, status, first, last, confidence, body, event, hangs_on, agreement)
            VALUES ($seq, $report, $ordinal, $id, $frame, $status, $first, $last, $confidence, $body, $event, $on, $agreement)
            """,
            ("$seq", seq), ("$report", filed.Seq), ("$ordinal", ordinal), ("$id", claim.Id), ("$frame", claim.Frame.Name), ("$status", claim.Status.ToString()),
            ("$first", Day(days.First)), ("$last", Day(days.Last)), ("$confidence", claim.Confidence), ("$body", Json(claim)), ("$event", @event), ("$on", on), ("$agreement", agreement));
        foreach (var party in claim.Actors) Insert(seq, "actor", party);
        foreach (var party in claim.Recipients) Insert(seq, "recipient", party);
        foreach (var source in claim.Attribution) Value("INSERT INTO source (claim, name) VALUES ($claim, $name)", ("$claim", seq), ("$name", Name(source)));
        Value("INSERT INTO claim_words (rowid, sentence) VALUES ($claim, $sentence)", ("$claim", seq), ("$sentence", told.Sentence()));
    }

    private void Insert(long claim, string role, Participant party) => Value(
        "INSERT INTO party (claim, role, name, country, actor) VALUES ($claim, $role, $name, $country, $actor)",
        ("$claim", claim), ("$role", role), ("$name", Name(party.Name)), ("$country", party.Country), ("$actor", party.ActorId));

    private long Name(string name)
    {
        if (_state.NameRows.TryGetValue(name, out var row)) return row;
        var folded = Words.Fold(name);
        return _state.NameRows[name] = Value("SELECT id FROM name WHERE folded = $folded", ("$folded", folded)) as long? ?? Insert(folded);
    }

    /// <remarks>Under a number of our own: with RETURNING, SQLite looks through all that refers to names for each new one.</remarks>
    private long Insert(string folded)
    {
        var row = _state.Names.Next();
        Value("INSERT INTO name (id, folded) VALUES ($id, $folded)", ("$id", row), ("$folded", folded));
        return row;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(Row row, int column) =>
        row.IsNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
