using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Records;

/// <summary>Writes claims, readings, events and figures in the form of <see cref="RecordJson"/>, byte for byte, which filing does by the thousand.</summary>
/// <remarks>
/// Not thread-safe. Takes two hundredths of the time of filing a thousand reports, where the writer that is generated took five: that one asks every field of every
/// thing how it is to be written, and nearly half of it was to set it up.
/// </remarks>
internal sealed class RecordWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _written = new(4096);
    private readonly Utf8JsonWriter _json;

    /// <summary>What a report turns on and how that is written, which stands in all that it tells.</summary>
    private ImmutableArray<string> _theme = [];
    private byte[] _themed = "[]"u8.ToArray();

    internal RecordWriter() => _json = new(_written, new() { SkipValidation = true });

    public void Dispose() => _json.Dispose();

    internal byte[] Claim(EventClaim claim) => Stored(claim, WriteClaim);

    /// <summary>Sentences and words that came with a report are rare, and left to the other writer.</summary>
    internal byte[] Body(ReadingBody body) => body is { GivenSentences: null, GivenWords: null, IntakeNotices: null }
        ? Stored(body, WriteBody)
        : JsonSerializer.SerializeToUtf8Bytes(body, RecordJson.Default.ReadingBody);

    internal byte[] Event(EventRow row) => Stored(row, WriteEvent);

    internal byte[] Figure(FigureRow row) => Stored(row, WriteFigure);

    private byte[] Stored<T>(T value, Action<T> write)
    {
        _written.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        write(value);
        _json.WriteEndObject();
        _json.Flush();
        return _written.WrittenSpan.ToArray();
    }

    private void WriteClaim(EventClaim claim)
    {
        Text("Id"u8, claim.Id);
        Span("Trigger"u8, claim.Trigger);
        Count("Word"u8, claim.Word);
        Count("Sentence"u8, claim.Sentence);
        Span("Evidence"u8, claim.Evidence);
        Text("Within"u8, claim.Within);
        Value("Frame"u8, claim.Frame, WriteFrame);
        Texts("Contexts"u8, claim.Contexts);
        List("Actors"u8, claim.Actors, WriteParticipant);
        List("Recipients"u8, claim.Recipients, WriteParticipant);
        Text("Status"u8, Enum.GetName(claim.Status));
        Flag("IsAnnounced"u8, claim.IsAnnounced);
        Flag("IsPast"u8, claim.IsPast);
        Value("Factuality"u8, claim.Factuality, WriteFactuality);
        Number("Confidence"u8, claim.Confidence);
        Texts("Attribution"u8, claim.Attribution);
        List("Commitments"u8, claim.Commitments, WriteCommitment);
        if (claim.Time is not null) Value("Time"u8, claim.Time, WriteTime);
        if (claim.Place is not null) Value("Place"u8, claim.Place, WritePlace);
        List("Figures"u8, claim.Figures, WriteMention);
        Text("Statement"u8, claim.Statement);
        Value("Gist"u8, claim.Gist, WriteGist);
        Text("Rule"u8, claim.Rule);
    }

    private void WriteBody(ReadingBody body)
    {
        _json.WriteStartArray("Sentences"u8);
        foreach (var sentence in body.Sentences) Span(sentence);
        _json.WriteEndArray();
        List("Figures"u8, body.Figures, WriteTold);
        List("Unknowns"u8, body.Unknowns, WriteUnknown);
        List("Notices"u8, body.Notices, WriteNotice);
    }

    private void WriteEvent(EventRow row)
    {
        Text("Id"u8, row.Id);
        List("Claims"u8, row.Claims, WriteRef);
        Count("Best"u8, row.Best);
        Text("Frame"u8, row.Frame);
        Text("Status"u8, Enum.GetName(row.Status));
        Text("Standing"u8, Enum.GetName(row.Standing));
        Count("Independent"u8, row.Independent);
        if (row.Time is not null) Value("Time"u8, row.Time, WriteTime);
        Day("Day"u8, row.Day);
        Flag("IsPast"u8, row.IsPast);
        List("Disputes"u8, row.Disputes, WriteDispute);
        Counts("With"u8, row.With);
        Counts("Decided"u8, row.Decided);
        Texts("Origins"u8, row.Origins);
        List("Drifts"u8, row.Drifts, WriteClaimDrift);
        Text("Settles"u8, row.Settles);
        if (row.SettledBy is { } settled) Value("SettledBy"u8, settled, WriteSettlement);
    }

    private void WriteFigure(FigureRow row)
    {
        Text("Id"u8, row.Id);
        Text("Series"u8, row.Series);
        Text("Source"u8, row.Source);
        Text("Report"u8, row.Report);
        Count("Index"u8, row.Index);
        Day("AsOf"u8, row.AsOf);
        Value("Figure"u8, row.Figure, WriteTold);
        Text("Supersedes"u8, row.Supersedes);
        Texts("Contradicts"u8, row.Contradicts);
        if (row.Drift is not null) Value("Drift"u8, row.Drift, WriteDrift);
        Text("Retells"u8, row.Retells);
        Text("Words"u8, row.Words);
        Flag("IsOnly"u8, row.IsOnly);
        Day("Published"u8, row.Published);
    }

    private void WriteRef(ClaimRef at)
    {
        Text("Report"u8, at.Report);
        Count("Index"u8, at.Index);
    }

    private void WriteDispute(Dispute dispute)
    {
        Text("Field"u8, Enum.GetName(dispute.Field));
        _json.WriteStartArray("Sides"u8);
        foreach (var side in dispute.Sides)
        {
            _json.WriteStartArray();
            foreach (var claim in side) _json.WriteStringValue(claim);
            _json.WriteEndArray();
        }
        _json.WriteEndArray();
    }

    private void WriteClaimDrift(ClaimDrift drift)
    {
        Text("Claim"u8, drift.Claim);
        Value("Drift"u8, drift.Drift, WriteDrift);
    }

    private void WriteDrift(Drift drift)
    {
        Text("Field"u8, drift.Field);
        Text("From"u8, drift.From);
        Text("To"u8, drift.To);
        Text("Report"u8, drift.Report);
        if (drift.And is not null) Value("And"u8, drift.And, WriteDrift);
    }

    private void WriteSettlement(Settlement settlement)
    {
        Text("Event"u8, settlement.Event);
        Text("Status"u8, Enum.GetName(settlement.Status));
    }

    private void WriteFrame(EventFrame frame)
    {
        Text("Name"u8, frame.Name);
        Text("Parent"u8, frame.Parent);
        Flag("Reciprocal"u8, frame.Reciprocal);
        Text("Gloss"u8, frame.Gloss);
    }

    private void WriteParticipant(Participant party)
    {
        Span("Span"u8, party.Span);
        Text("Name"u8, party.Name);
        Text("Country"u8, party.Country);
        Texts("Sectors"u8, party.Sectors);
        Text("ActorId"u8, party.ActorId);
    }

    private void WriteFactuality(Factuality factuality) => Number("Value"u8, factuality.Value);

    private void WriteCommitment(Commitment commitment)
    {
        Text("Source"u8, commitment.Source);
        Value("Factuality"u8, commitment.Factuality, WriteFactuality);
    }

    private void WriteTime(ClaimTime time)
    {
        Day("From"u8, time.From);
        Day("To"u8, time.To);
        Text("Basis"u8, Enum.GetName(time.Basis));
    }

    private void WritePlace(Place place)
    {
        Count("GeoNameId"u8, place.GeoNameId);
        Text("Name"u8, place.Name);
        Number("Latitude"u8, place.Latitude);
        Number("Longitude"u8, place.Longitude);
        Text("Country"u8, place.Country);
        Text("Feature"u8, place.Feature);
        Flag("IsApproximate"u8, place.IsApproximate);
    }

    private void WriteMention(QuantityMention mention)
    {
        Value("Quantity"u8, mention.Quantity, WriteQuantity);
        Span("Span"u8, mention.Span);
        Count("Head"u8, mention.Head);
    }

    private void WriteQuantity(Quantity quantity)
    {
        if (quantity.Min is { } min) _json.WriteNumber("Min"u8, min);
        if (quantity.Max is { } max) _json.WriteNumber("Max"u8, max);
        Text("Unit"u8, quantity.Unit);
        Text("Currency"u8, quantity.Currency);
        Flag("Approximate"u8, quantity.Approximate);
        if (quantity.Change is { } change) Text("Change"u8, Enum.GetName(change));
    }

    private void WriteGist(Gist gist)
    {
        Text("Act"u8, gist.Act);
        Texts("Names"u8, gist.Names);
        Texts("Words"u8, gist.Words);
        Text("Voice"u8, gist.Voice);
        _json.WritePropertyName("Theme"u8);
        _json.WriteRawValue(Themed(gist.Theme), skipInputValidation: true);
    }

    private byte[] Themed(ImmutableArray<string> theme)
    {
        if (theme == _theme) return _themed; // the very same, not one like it
        var written = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(written, _json.Options);
        json.WriteStartArray();
        foreach (var word in theme) json.WriteStringValue(word);
        json.WriteEndArray();
        json.Flush();
        _theme = theme;
        return _themed = written.WrittenSpan.ToArray();
    }

    private void WriteTold(Figure figure)
    {
        Value("Mention"u8, figure.Mention, WriteMention);
        Text("Of"u8, figure.Of);
        Texts("Attribution"u8, figure.Attribution);
        Text("ClaimId"u8, figure.ClaimId);
        Value("Gist"u8, figure.Gist, WriteGist);
        if (figure.Counted is not null) Value("Counted"u8, figure.Counted, WriteCounted);
    }

    private void WriteCounted(Counted counted)
    {
        Text("Things"u8, counted.Things);
        Text("Whom"u8, counted.Whom);
        Text("Place"u8, counted.Place);
        Flag("IsReckoned"u8, counted.IsReckoned);
        Flag("IsAhead"u8, counted.IsAhead);
        Text("By"u8, counted.By);
        Flag("IsFormer"u8, counted.IsFormer);
        Day("On"u8, counted.On);
        Flag("IsRunning"u8, counted.IsRunning);
        Flag("ArePeople"u8, counted.ArePeople);
    }

    private void WriteUnknown(Unknown unknown)
    {
        Span("Span"u8, unknown.Span);
        Text("What"u8, unknown.What);
        Texts("Attribution"u8, unknown.Attribution);
    }

    private void WriteNotice(Notice notice)
    {
        Text("Code"u8, notice.Code);
        Text("Severity"u8, Enum.GetName(notice.Severity));
        Span("Span"u8, notice.Span);
        Text("Message"u8, notice.Message);
    }

    /// <summary>A text; nothing where there is none.</summary>
    private void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) _json.WriteString(name, text);
    }

    private void Day(ReadOnlySpan<byte> name, DateOnly? day)
    {
        if (day is not { } written) return;
        Span<byte> text = stackalloc byte[10];
        written.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        _json.WriteString(name, text);
    }

    private void Count(ReadOnlySpan<byte> name, int count) => _json.WriteNumber(name, count);

    private void Number(ReadOnlySpan<byte> name, double number) => _json.WriteNumber(name, number);

    private void Flag(ReadOnlySpan<byte> name, bool flag) => _json.WriteBoolean(name, flag);

    private void Span(ReadOnlySpan<byte> name, TextSpan span)
    {
        _json.WritePropertyName(name);
        Span(span);
    }

    private void Span(TextSpan span)
    {
        _json.WriteStartArray();
        _json.WriteNumberValue(span.Start);
        _json.WriteNumberValue(span.End);
        _json.WriteEndArray();
    }

    private void Texts(ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts) _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    private void Counts(ReadOnlySpan<byte> name, ImmutableArray<int> counts)
    {
        _json.WriteStartArray(name);
        foreach (var count in counts) _json.WriteNumberValue(count);
        _json.WriteEndArray();
    }

    private void Value<T>(ReadOnlySpan<byte> name, T value, Action<T> write)
    {
        _json.WriteStartObject(name);
        write(value);
        _json.WriteEndObject();
    }

    private void List<T>(ReadOnlySpan<byte> name, ImmutableArray<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
