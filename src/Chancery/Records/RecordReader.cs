using System.Text.Json;
using Chancery.Fusion;

namespace Chancery.Records;

/// <summary>Reads claims, readings, events and figures in the form that <see cref="RecordJson"/> writes, which lists, exports and fusion do by the million.</summary>
/// <remarks>
/// Thread-safe. Several times as fast as the reader that is generated, since it expects each field where it is written, and makes texts
/// that come again and again once. What is written otherwise, by an older version say, is left to that reader.
/// </remarks>
internal sealed class RecordReader
{
    private readonly KnownTexts _texts = new();

    /// <exception cref="JsonException">It is no claim.</exception>
    internal EventClaim Claim(ReadOnlySpan<byte> stored) => Familiar(stored, Claim) ?? JsonSerializer.Deserialize(stored, RecordJson.Default.EventClaim)!;

    /// <exception cref="JsonException">It is not what is kept of a reading.</exception>
    internal ReadingBody Body(ReadOnlySpan<byte> stored) => Familiar(stored, Body) ?? JsonSerializer.Deserialize(stored, RecordJson.Default.ReadingBody)!;

    /// <exception cref="JsonException">It is no event.</exception>
    internal EventRow Event(ReadOnlySpan<byte> stored) => Familiar(stored, Event) ?? JsonSerializer.Deserialize(stored, RecordJson.Default.EventRow)!;

    /// <exception cref="JsonException">It is no figure.</exception>
    internal FigureRow Figure(ReadOnlySpan<byte> stored) => Familiar(stored, Figure) ?? JsonSerializer.Deserialize(stored, RecordJson.Default.FigureRow)!;

    /// <summary>What is stored; null where it is written otherwise than this version does.</summary>
    internal T? Familiar<T>(ReadOnlySpan<byte> stored, StoredJson.Reader<T> read) where T : class
    {
        var json = new StoredJson(stored, _texts);
        var value = json.Object(read);
        return json.IsDone ? value : null;
    }

    internal static EventClaim Claim(ref StoredJson json) =>
        new()
        {
            Id = json.Text("Id"u8),
            Trigger = json.Span("Trigger"u8),
            Word = json.Count("Word"u8),
            Sentence = json.Count("Sentence"u8),
            Evidence = json.Span("Evidence"u8),
            Within = json.TextIfAny("Within"u8),
            Frame = json.Value("Frame"u8, Frame),
            Contexts = json.Texts("Contexts"u8),
            Actors = json.List("Actors"u8, Participant),
            Recipients = json.List("Recipients"u8, Participant),
            Status = json.Enum<ClaimStatus>("Status"u8),
            IsAnnounced = json.Flag("IsAnnounced"u8),
            IsPast = json.FlagIfAny("IsPast"u8),
            Factuality = json.Value("Factuality"u8, Factuality),
            Confidence = json.Number("Confidence"u8),
            Attribution = json.Texts("Attribution"u8),
            Commitments = json.List("Commitments"u8, Commitment),
            Time = json.ValueIfAny("Time"u8, Time),
            Place = json.ValueIfAny("Place"u8, Place),
            Figures = json.List("Figures"u8, Mention),
            Statement = json.TextIfAny("Statement"u8),
            Gist = json.Value("Gist"u8, Gist),
            Rule = json.TextIfAny("Rule"u8),
        };

    /// <summary>Sentences and words that came with a report are rare, and left to the other reader.</summary>
    internal static ReadingBody Body(ref StoredJson json) =>
        new(json.Spans("Sentences"u8), json.List("Figures"u8, Told), json.List("Unknowns"u8, Unknown), json.List("Notices"u8, Notice));

    internal static EventRow Event(ref StoredJson json) =>
        new(
            json.Text("Id"u8), json.List("Claims"u8, Ref), json.Count("Best"u8), json.Text("Frame"u8), json.Enum<ClaimStatus>("Status"u8), json.Enum<Standing>("Standing"u8),
            json.Count("Independent"u8), json.ValueIfAny("Time"u8, Time))
        {
            Day = json.DayIfAny("Day"u8),
            IsPast = json.FlagIfAny("IsPast"u8),
            Disputes = json.List("Disputes"u8, Dispute),
            With = json.Counts("With"u8),
            Decided = json.Counts("Decided"u8),
            Origins = json.Texts("Origins"u8),
            Drifts = json.List("Drifts"u8, ClaimDrift),
            Settles = json.TextIfAny("Settles"u8),
            SettledBy = json.ValueIfAny("SettledBy"u8, Settlement),
        };

    internal static FigureRow Figure(ref StoredJson json) =>
        new(
            json.Text("Id"u8), json.Text("Series"u8), json.Text("Source"u8), json.Text("Report"u8), json.Count("Index"u8), json.DayIfAny("AsOf"u8), json.Value("Figure"u8, Told))
        {
            Supersedes = json.TextIfAny("Supersedes"u8),
            Contradicts = json.Texts("Contradicts"u8),
            Drift = json.ValueIfAny("Drift"u8, Drift),
            Retells = json.TextIfAny("Retells"u8),
            Words = json.Text("Words"u8),
            IsOnly = json.Flag("IsOnly"u8),
            Published = json.DayIfAny("Published"u8),
        };

    private static ClaimRef Ref(ref StoredJson json) => new(json.Text("Report"u8), json.Count("Index"u8));

    private static Dispute Dispute(ref StoredJson json) => new(json.Enum<DisputeField>("Field"u8), json.ListsOfTexts("Sides"u8));

    private static ClaimDrift ClaimDrift(ref StoredJson json) => new(json.Text("Claim"u8), json.Value("Drift"u8, Drift));

    private static Drift Drift(ref StoredJson json) => new(json.Text("Field"u8), json.Text("From"u8), json.Text("To"u8), json.Text("Report"u8)) { And = json.ValueIfAny("And"u8, Drift) };

    private static Settlement Settlement(ref StoredJson json) => new(json.Text("Event"u8), json.Enum<ClaimStatus>("Status"u8));

    private static EventFrame Frame(ref StoredJson json) => new(json.Text("Name"u8), json.TextIfAny("Parent"u8), json.Flag("Reciprocal"u8), json.Text("Gloss"u8));

    private static Participant Participant(ref StoredJson json) =>
        new(json.Span("Span"u8), json.Text("Name"u8), json.TextIfAny("Country"u8), json.Texts("Sectors"u8), json.TextIfAny("ActorId"u8));

    private static Factuality Factuality(ref StoredJson json) => new(json.Number("Value"u8));

    private static Commitment Commitment(ref StoredJson json) => new(json.TextIfAny("Source"u8), json.Value("Factuality"u8, Factuality));

    private static ClaimTime Time(ref StoredJson json) => new(json.DayIfAny("From"u8), json.DayIfAny("To"u8), json.Enum<TimeBasis>("Basis"u8));

    private static Place Place(ref StoredJson json) =>
        new(json.Count("GeoNameId"u8), json.Text("Name"u8), json.Number("Latitude"u8), json.Number("Longitude"u8), json.TextIfAny("Country"u8), json.Text("Feature"u8))
        {
            IsApproximate = json.Flag("IsApproximate"u8),
        };

    private static QuantityMention Mention(ref StoredJson json)
    {
        var quantity = json.Value("Quantity"u8, Quantity);
        return new(json.Span("Span"u8), json.Count("Head"u8), quantity);
    }

    private static Quantity Quantity(ref StoredJson json) =>
        new(json.DecimalIfAny("Min"u8), json.DecimalIfAny("Max"u8), json.TextIfAny("Unit"u8), json.TextIfAny("Currency"u8), json.Flag("Approximate"u8), json.EnumIfAny<QuantityChange>("Change"u8));

    private static Gist Gist(ref StoredJson json) =>
        new(json.TextIfAny("Act"u8), json.Texts("Names"u8), json.Texts("Words"u8), json.TextIfAny("Voice"u8), json.Texts("Theme"u8));

    private static Figure Told(ref StoredJson json) =>
        new(json.Value("Mention"u8, Mention), json.Text("Of"u8), json.Texts("Attribution"u8), json.TextIfAny("ClaimId"u8))
        {
            Gist = json.Value("Gist"u8, Gist),
            Counted = json.ValueIfAny("Counted"u8, Counted),
        };

    private static Counted Counted(ref StoredJson json) =>
        new(json.Text("Things"u8), json.TextIfAny("Whom"u8), json.TextIfAny("Place"u8), json.Flag("IsReckoned"u8), json.Flag("IsAhead"u8), json.TextIfAny("By"u8), json.Flag("IsFormer"u8), json.DayIfAny("On"u8), json.Flag("IsRunning"u8), json.Flag("ArePeople"u8));

    private static Unknown Unknown(ref StoredJson json) => new(json.Span("Span"u8), json.Text("What"u8), json.Texts("Attribution"u8));

    private static Notice Notice(ref StoredJson json) => new(json.Text("Code"u8), json.Enum<NoticeSeverity>("Severity"u8), json.Span("Span"u8), json.Text("Message"u8));
}
