namespace Chancery.Exports;

/// <summary>The spellings under which values leave the program; they never change.</summary>
public static class ContractNames
{
    /// <summary>Spelling of a status: <c>not-occurred</c>.</summary>
    public static string Name(this ClaimStatus status) => status switch
    {
        ClaimStatus.Occurred => "occurred",
        ClaimStatus.Ongoing => "ongoing",
        ClaimStatus.Planned => "planned",
        ClaimStatus.Possible => "possible",
        ClaimStatus.Demanded => "demanded",
        ClaimStatus.Conditional => "conditional",
        ClaimStatus.Denied => "denied",
        _ => "not-occurred",
    };

    /// <summary>Spelling of a stance: <c>asserts</c>.</summary>
    public static string Name(this Stance stance) => stance switch
    {
        Stance.Asserts => "asserts",
        Stance.Denies => "denies",
        Stance.Doubts => "doubts",
        Stance.Asks => "asks",
        _ => "withholds",
    };

    /// <summary>Spelling of a kind of mention: <c>nominal</c>.</summary>
    public static string Name(this MentionKind kind) => kind switch
    {
        MentionKind.Name => "name",
        MentionKind.Nominal => "nominal",
        _ => "pronoun",
    };

    /// <summary>Spelling of an entity type: <c>norp</c>.</summary>
    public static string Name(this EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Org => "org",
        EntityType.Place => "place",
        EntityType.Norp => "norp",
        EntityType.Event => "event",
        EntityType.Product => "product",
        _ => "work",
    };

    /// <summary>Spelling of a toponym's role: <c>in-name</c>.</summary>
    public static string Name(this PlaceRole role) => role switch
    {
        PlaceRole.Literal => "literal",
        PlaceRole.Adjective => "adjective",
        PlaceRole.Metonym => "metonym",
        _ => "in-name",
    };

    /// <summary>Spelling of a TIMEX3 type: <c>DURATION</c>.</summary>
    public static string Name(this TimexType type) => type switch
    {
        TimexType.Date => "DATE",
        TimexType.Time => "TIME",
        TimexType.Duration => "DURATION",
        _ => "SET",
    };

    /// <summary>Spelling of a change: <c>additional</c>.</summary>
    public static string Name(this QuantityChange change) => change switch
    {
        QuantityChange.Total => "total",
        QuantityChange.Additional => "additional",
        QuantityChange.Fewer => "fewer",
        _ => "rate",
    };

    /// <summary>Spelling of where a time comes from: <c>document</c>.</summary>
    public static string Name(this TimeBasis basis) => basis switch
    {
        TimeBasis.Explicit => "explicit",
        TimeBasis.Document => "document",
        _ => "inferred",
    };

    /// <summary>Spelling of a severity: <c>warning</c>.</summary>
    public static string Name(this NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Info => "info",
        NoticeSeverity.Warning => "warning",
        _ => "error",
    };

    /// <summary>Spelling of how the record stands on an event: <c>single-source</c>.</summary>
    public static string Name(this Standing standing) => standing switch
    {
        Standing.Settled => "settled",
        Standing.Contested => "contested",
        Standing.SingleSource => "single-source",
        _ => "superseded",
    };

    /// <summary>Spelling of what is disputed: <c>recipient</c>.</summary>
    public static string Name(this DisputeField field) => field switch
    {
        DisputeField.Status => "status",
        DisputeField.Actor => "actor",
        DisputeField.Recipient => "recipient",
        DisputeField.Place => "place",
        DisputeField.Time => "time",
        _ => "figure",
    };

    /// <summary>Spelling of how a report came to be: <c>rewrite</c>.</summary>
    public static string Name(this ReportKind kind) => kind switch
    {
        ReportKind.Original => "original",
        ReportKind.Copy => "copy",
        ReportKind.Rewrite => "rewrite",
        _ => "update",
    };

    /// <summary>Spelling of what became of an expectation: <c>met</c>.</summary>
    public static string Name(this Outcome outcome) => outcome switch
    {
        Outcome.Open => "open",
        Outcome.Met => "met",
        Outcome.Cancelled => "cancelled",
        Outcome.Contradicted => "contradicted",
        _ => "lapsed",
    };

    /// <summary>Spelling of a decision: <c>split</c>.</summary>
    public static string Name(this DecisionKind kind) => kind switch
    {
        DecisionKind.Split => "split",
        DecisionKind.Join => "join",
        DecisionKind.Accept => "accept",
        DecisionKind.Reject => "reject",
        _ => "correct",
    };
}
