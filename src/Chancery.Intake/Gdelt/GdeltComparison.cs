using System.Collections.Immutable;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Intake.Gdelt;

/// <summary>What GDELT has for two states, a week and a CAMEO root, beside what the record has and what stands behind it.</summary>
/// <param name="Week">Monday of the week.</param>
/// <param name="Pair">The two countries, ISO 3166-1 alpha-3, in alphabetical order: <c>PRK-RUS</c>.</param>
/// <param name="Root">CAMEO root code, <c>01</c> to <c>20</c>.</param>
public sealed record ComparedWeek(DateOnly Week, string Pair, string Root)
{
    /// <summary>Events GDELT has.</summary>
    public int GdeltEvents { get; set; }

    /// <summary>Mentions of them, as GDELT counts.</summary>
    public int GdeltMentions { get; set; }

    /// <summary>Events of GDELT that were read from a report the record has too, as their address or a mention says.</summary>
    public int GdeltFromReports { get; set; }

    /// <summary>Events the record has.</summary>
    public ImmutableArray<Event> Events { get; set; } = [];

    /// <summary>Independent origins behind them.</summary>
    public int Independent => Events.SelectMany(e => e.Origins).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Reports that tell of them, copies and rewrites included.</summary>
    public int Reports => Events.SelectMany(e => e.Claims).Select(c => c.Reading.Report.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Of the record's events, those that lie ahead, may be, or are denied: GDELT has no word for these.</summary>
    public int NotOccurred => Events.Count(e => e.Status is not (ClaimStatus.Occurred or ClaimStatus.Ongoing));
}

/// <summary>Lays GDELT's events beside those of a record, by pair of states, week and CAMEO root.</summary>
public sealed class GdeltComparison
{
    /// <summary>CAMEO's codes of countries that differ from ISO 3166-1 alpha-3.</summary>
    private static readonly Dictionary<string, string> Iso = new(StringComparer.Ordinal) { ["ROM"] = "ROU", ["TMP"] = "TLS", ["ZAR"] = "COD", ["KSV"] = "XKX" };

    private readonly Dictionary<(DateOnly Week, string Pair, string Root), ComparedWeek> _weeks = [];
    private readonly Dictionary<string, ComparedWeek> _events = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fromReports = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _addresses;
    private readonly string? _pair;
    private readonly DateOnly? _since, _until;

    private GdeltComparison(IReadOnlySet<string> addresses, string? pair, DateOnly? since, DateOnly? until) => (_addresses, _pair, _since, _until) = (addresses, pair, since, until);

    /// <summary>The weeks in which either has something, by week, pair and root.</summary>
    /// <param name="rows">Rows of GDELT's files; events before the mentions of them.</param>
    /// <param name="store">The record.</param>
    /// <param name="cameo">CAMEO.</param>
    /// <param name="pair">Two countries, ISO 3166-1 alpha-3; null for all pairs.</param>
    /// <param name="since">First day.</param>
    /// <param name="until">Last day.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<IReadOnlyList<ComparedWeek>> OfAsync(
        IEnumerable<object> rows, IRecordStore store, Ontology cameo, (string, string)? pair, DateOnly? since, DateOnly? until, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(cameo);
        var addresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var report in Pages.All(page => store.ReportsAsync(new(), page, cancel), cancel))
            if (report.Reading.Report.Url is { } url) addresses.Add(Plain(url));
        var comparison = new GdeltComparison(addresses, pair is var (a, b) ? PairOf(a, b) : null, since, until);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            if (row is GdeltEvent theirs) comparison.Add(theirs);
            else if (row is GdeltMention mention) comparison.Add(mention);
        }
        await foreach (var ours in Pages.All(page => store.EventsAsync(new(), page, cancel), cancel)) comparison.Add(ours, cameo);
        return [.. comparison._weeks.Values.OrderBy(w => w.Week).ThenBy(w => w.Pair, StringComparer.Ordinal).ThenBy(w => w.Root, StringComparer.Ordinal)];
    }

    private void Add(GdeltEvent theirs)
    {
        if (theirs.Code.Length < 2 || PairOf(InIso(theirs.Actor1), InIso(theirs.Actor2)) is not { } pair || Week(theirs.Day, pair, theirs.Code[..2]) is not { } week) return;
        week.GdeltEvents++;
        week.GdeltMentions += theirs.Mentions;
        _events[theirs.Id] = week;
        if (_addresses.Contains(Plain(theirs.Url)) && _fromReports.Add(theirs.Id)) week.GdeltFromReports++;
    }

    private void Add(GdeltMention mention)
    {
        if (_events.TryGetValue(mention.Event, out var week) && _addresses.Contains(Plain(mention.Identifier)) && _fromReports.Add(mention.Event)) week.GdeltFromReports++;
    }

    private void Add(Event ours, Ontology cameo)
    {
        var claim = ours.Best.Claim;
        if (cameo.Code(claim) is not { Type.Length: >= 2 } code || (ours.Time?.From ?? ours.Best.Reading.Report.Published) is not { } day) return;
        foreach (var pair in Pairs(claim).Distinct(StringComparer.Ordinal))
            if (Week(day, pair, code.Type[..2]) is { } week) week.Events = week.Events.Add(ours);
    }

    private ComparedWeek? Week(DateOnly day, string pair, string root)
    {
        if ((_pair is not null && pair != _pair) || day < _since || day > _until) return null;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        if (!_weeks.TryGetValue((monday, pair, root), out var week)) _weeks.Add((monday, pair, root), week = new(monday, pair, root));
        return week;
    }

    /// <summary>The states an act lies between; where it has no direction, those who take part.</summary>
    private static IEnumerable<string> Pairs(EventClaim claim)
    {
        var others = claim.Recipients.IsEmpty ? claim.Actors : claim.Recipients;
        foreach (var actor in claim.Actors)
            foreach (var other in others)
                if (PairOf(actor.Country, other.Country) is { } pair) yield return pair;
    }

    private static string? PairOf(string? left, string? right) =>
        string.IsNullOrEmpty(left) || string.IsNullOrEmpty(right) || left == right ? null : string.CompareOrdinal(left, right) < 0 ? $"{left}-{right}" : $"{right}-{left}";

    private static string InIso(string cameo) => Iso.GetValueOrDefault(cameo, cameo);

    /// <summary>An address without what varies between two who name the same page.</summary>
    private static string Plain(string url)
    {
        var rest = url.AsSpan(url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0);
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
        return (rest.IndexOfAny('#', '?') is var end and >= 0 ? rest[..end] : rest).TrimEnd('/').ToString();
    }
}
