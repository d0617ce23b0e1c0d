namespace Chancery.Fusion;

/// <summary>Decides which claims tell of one happening.</summary>
/// <remarks>Claims come in order of publication; each joins the event it agrees with best, or opens one.</remarks>
internal sealed class EventJoiner
{
    /// <summary>Days that two tellings of one happening may lie apart where neither names the day.</summary>
    private const int Slack = 3;

    /// <summary>Days after which a claim without a time of its own is no longer the same news.</summary>
    private const int Memory = 30;

    private readonly List<Draft> _drafts = [];

    /// <summary>Drafts by kind of act and party: only claims that share a party can agree.</summary>
    private readonly Dictionary<(string Family, string Party), SortedSet<int>> _byParty = [];

    /// <summary>The events so far, in order of their first claim.</summary>
    internal IReadOnlyList<Draft> Drafts => _drafts;

    internal void Add(FiledClaim claim)
    {
        var family = Family(claim.Claim) + (IsReal(claim.Claim.Status) ? "" : "?");
        string[] parties = [.. claim.Claim.Actors.Concat(claim.Claim.Recipients).SelectMany(Parties.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];
        var (best, score) = (-1, 0);
        foreach (var draft in parties.SelectMany(party => _byParty.TryGetValue((family, party), out var drafts) ? drafts : Enumerable.Empty<int>()).Distinct().Order())
        {
            var agreement = _drafts[draft].Claims.Max(other => Agreement(other, claim));
            if (agreement > score) (best, score) = (draft, agreement);
        }
        if (best < 0)
        {
            best = _drafts.Count;
            _drafts.Add(new Draft());
        }
        _drafts[best].Claims.Add(claim);
        foreach (var party in parties)
        {
            if (!_byParty.TryGetValue((family, party), out var drafts)) _byParty[(family, party)] = drafts = [];
            drafts.Add(best);
        }
    }

    /// <summary>True for what is told as having happened or not; false for what is planned, possible or demanded.</summary>
    internal static bool IsReal(ClaimStatus status) => status is ClaimStatus.Occurred or ClaimStatus.Ongoing or ClaimStatus.Denied or ClaimStatus.NotOccurred;

    /// <summary>The frame, or the one it is a kind of.</summary>
    internal static string Family(EventClaim claim) => claim.Frame.Parent ?? claim.Frame.Name;

    /// <summary>How well two claims agree on who, whom, when and how many; 0 or less where they cannot be one happening.</summary>
    internal static int Agreement(FiledClaim left, FiledClaim right)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (!Kin(a.Frame, b.Frame)) return 0;
        var actors = Parties.Agreement(a.Actors, b.Actors);
        var recipients = Parties.Agreement(a.Recipients, b.Recipients);
        if (actors < 0 || recipients < 0) return 0;
        var time = TimeAgreement(left, right);
        // The farther apart two tellings lie, the more of who and whom they must share.
        if (time < 0 || actors + recipients < (time > 0 ? 2 : 4) || !FiguresAgree(left, right)) return 0;
        var words = a.Frame.Name == b.Frame.Name ? 1 : 0;
        return actors + recipients + time + words;
    }

    /// <summary>The same act, or one told less exactly than the other: 'attacked' and 'shelled', but not 'visited' and 'telephoned'.</summary>
    private static bool Kin(EventFrame a, EventFrame b) => a.Name == b.Name || a.Parent == b.Name || b.Parent == a.Name;

    private static int TimeAgreement(FiledClaim left, FiledClaim right)
    {
        var (a, b) = (left.Claim.Time, right.Claim.Time);
        if (a is not null && b is not null && a.Basis == TimeBasis.Explicit && b.Basis == TimeBasis.Explicit)
            return (a.To is null || b.From is null || a.To >= b.From) && (b.To is null || a.From is null || b.To >= a.From) ? 2 : -1;
        var days = Math.Abs(DayOf(left) - DayOf(right));
        return days <= Slack ? 1 : days <= Memory ? 0 : -1;
    }

    private static int DayOf(FiledClaim claim) =>
        (claim.Claim.Time?.To ?? claim.Claim.Time?.From ?? claim.Reading.Report.Published ?? DateOnly.MinValue).DayNumber;

    /// <summary>'Another 3,000' is not the first 10,000; and one report that gives two numbers tells of two things.</summary>
    private static bool FiguresAgree(FiledClaim left, FiledClaim right)
    {
        foreach (var a in left.Claim.Figures)
        {
            foreach (var b in right.Claim.Figures)
            {
                if (CountedUnit.Of(a.Quantity) != CountedUnit.Of(b.Quantity)) continue;
                if ((a.Quantity.Change == QuantityChange.Additional) != (b.Quantity.Change == QuantityChange.Additional)) return false;
                if (ReferenceEquals(left.Reading, right.Reading) && (a.Quantity.Min, a.Quantity.Max) != (b.Quantity.Min, b.Quantity.Max)) return false;
            }
        }
        return true;
    }

    /// <summary>An event in the making.</summary>
    internal sealed class Draft
    {
        internal List<FiledClaim> Claims { get; } = [];
    }
}
