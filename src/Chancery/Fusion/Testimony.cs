namespace Chancery.Fusion;

/// <summary>A claim by the name of its report and its place among that report's claims.</summary>
internal readonly record struct ClaimRef(string Report, int Index);

/// <summary>The earlier claim that one agrees with best, and how well.</summary>
internal readonly record struct Bond(ClaimRef With, int Agreement)
{
    /// <summary>The agreement of claims that people put together.</summary>
    internal const int Decided = int.MaxValue;

    /// <summary>The agreement of a claim of a rewrite and the one that it tells again.</summary>
    internal const int Retold = 1000;
}

/// <summary>A claim with what fusion asks of its report, and no more: so that a store need not fetch texts to fuse.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Claim">The claim, as corrected by decisions.</param>
/// <param name="Published">Day of publication of its report.</param>
/// <param name="Length">Length of its report's text.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Dispatch">Which dispatch its report tells.</param>
/// <param name="Event">Id of the event it stands in; null while it stands in none.</param>
/// <param name="Bond">The earlier claim it hangs on; null for one that opens an event or stands in none.</param>
internal sealed record Testimony(ClaimRef At, EventClaim Claim, DateOnly? Published, int Length, string? Publisher, string Dispatch, string? Event, Bond? Bond)
{
    /// <summary>What it is looked up by.</summary>
    internal MeetingKeys Keys => field ??= ClaimKeys.Of(Claim, IsReal(Claim.Status));

    /// <summary>What it would be looked up by as its counterpart: a plan as a deed, a deed as a plan.</summary>
    internal MeetingKeys CounterKeys => field ??= ClaimKeys.Of(Claim, !IsReal(Claim.Status));

    /// <summary>The sheet and the word of the entry it was read by, without the conditions: 'verbs.assault: kill'.</summary>
    internal string Entry => field ??= Claim.Rule is { } rule ? rule.IndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? rule[..end] : rule : "";

    /// <summary>The word that tells which of several it was done to: 'the second vote'; empty where none does.</summary>
    internal string Which => field ??= WhichOne.Of(Claim.Recipients);

    /// <summary>True for what is told by a noun: 'the attack'.</summary>
    internal bool IsNoun => Entry.StartsWith("nouns", StringComparison.Ordinal);

    /// <summary>Name of the event that it opens where it is the earliest of it.</summary>
    internal string EventAlone => Chancery.Event.Opened(Claim.Id);

    /// <summary>A claim of a reading, as it is compared with others.</summary>
    internal static Testimony Of(FiledClaim filed)
    {
        var report = filed.Reading.Report;
        return new(new(report.Id, filed.Reading.Claims.IndexOf(filed.Claim)), filed.Claim, report.Published, report.Text.Length, report.Publisher, report.Id, filed.Event, null);
    }

    /// <summary>The days it may lie on as day numbers: its own where its words name them, else the day of publication; 0 where nothing is known.</summary>
    internal (int First, int Last) Days { get; } = DaysOf(Claim.Time, Published);

    private static (int First, int Last) DaysOf(ClaimTime? time, DateOnly? published)
    {
        var told = (published ?? DateOnly.MinValue).DayNumber;
        if (time is null || (time.From ?? time.To) is null) return (told, told);
        return ((time.From ?? time.To!.Value).DayNumber, (time.To ?? time.From!.Value).DayNumber);
    }

    /// <summary>By publication; of one day's the longest first, since a rewrite shortens; then by place.</summary>
    internal static IComparer<Testimony> Order { get; } = Comparer<Testimony>.Create((a, b) =>
    {
        var day = (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue);
        if (day != 0) return day;
        var length = b.Length.CompareTo(a.Length);
        if (length != 0) return length;
        var name = string.CompareOrdinal(a.At.Report, b.At.Report);
        return name != 0 ? name : a.At.Index.CompareTo(b.At.Index);
    });

    /// <summary>True for what is told as having happened or not; false for what is planned, possible or demanded.</summary>
    internal static bool IsReal(ClaimStatus status) => status is ClaimStatus.Occurred or ClaimStatus.Ongoing or ClaimStatus.Denied or ClaimStatus.NotOccurred;
}
