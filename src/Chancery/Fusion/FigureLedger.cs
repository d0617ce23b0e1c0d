using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Keeps figures as series over time: what replaces what, what cannot hold beside what, what a rewrite changed.</summary>
/// <remarks>A series is all counts that are linked by pairs that count the same; its name is made from its earliest, so that the order of arrival does not matter.</remarks>
internal sealed class FigureLedger(IFusionState state, FusionWeights weights)
{
    /// <summary>Days within which different numbers of different sources gainsay each other rather than follow each other.</summary>
    private const int Contemporary = 30;

    /// <summary>Days within which two sources that are named count as of one time.</summary>
    private const int AtOnce = 3;

    /// <summary>Counts of different voices that a new one is compared with; of more the last.</summary>
    private const int Most = 64;

    /// <summary>Acts whose counts only grow as the dead are found: a higher number of a later hour takes the place of a lower one.</summary>
    private static readonly FrozenSet<string> Growing = Traits.CountActs("growing");

    /// <summary>Figures of a report within which a bare number is another one's of what was just counted.</summary>
    private const int Near = 2;

    private readonly TraitWeights _counts = weights.Counts;

    private readonly Retelling _retelling = new(state, weights);

    /// <summary>What the rows of this change are looked up by: each is entered under its keys and then asked by them.</summary>
    private readonly Dictionary<string, MeetingKeys> _keys = new(StringComparer.Ordinal);

    /// <summary>Enters the figures of readings, and looks anew at those of reports that have another lineage by them.</summary>
    internal void Enter(IReadOnlyList<FigureRow> rows, IReadOnlyCollection<string> changed)
    {
        foreach (var row in rows)
        {
            state.Keep(row);
            state.Index(row, Keys(row));
        }
        Renew(rows, changed);
    }

    /// <summary>Links rows and those of reports that have another lineage: a series comes apart where one stood in it that is gone, or that no longer tells again what it told.</summary>
    internal void Renew(IReadOnlyList<FigureRow> rows, IReadOnlyCollection<string> changed)
    {
        FigureRow[] relaid = [.. changed.SelectMany(state.Figures)];
        var parted = relaid.Where(r => r.Retells is { } id && _retelling.Source(r)?.Id != id).Concat(rows.Where(r => Entered(r.Id) is null)).Select(r => r.Series).Distinct(StringComparer.Ordinal);
        FigureRow[] rest = [.. parted.SelectMany(s => state.Series(s, int.MinValue, int.MaxValue))];
        foreach (var row in rest) state.Keep(row with { Series = row.SeriesAlone });
        Link([.. rows.Concat(relaid).Concat(rest).Select(r => r.Id).Distinct(StringComparer.Ordinal).Select(Entered).OfType<FigureRow>()]);
    }

    /// <summary>Joins rows to what counts the same, and compares anew those they bear on.</summary>
    private void Link(IReadOnlyList<FigureRow> rows)
    {
        var sources = rows.Select(_retelling.Source).ToArray();
        // what tells what again is told of two figures by both: all are as they are now before any two are compared
        for (var i = 0; i < sources.Length; i++) state.Keep(rows[i] with { Retells = sources[i]?.Id });
        var touched = new Dictionary<string, FigureRow>(StringComparer.Ordinal);
        for (var i = 0; i < sources.Length; i++)
        {
            // one before it may have taken it or its source into another series
            foreach (var moved in Join(Entered(rows[i].Id)!, sources[i] is { } source ? Entered(source.Id) : null)) touched[moved.Id] = moved;
        }
        foreach (var series in touched.Values.GroupBy(r => r.Series, StringComparer.Ordinal)) Relate(series.Key, series.Min(r => r.Day), series.Max(r => r.Day));
    }

    /// <summary>Joins a row to the series of all rows that count the same; of several the one with the earliest row gives the name.</summary>
    /// <returns>The row and all that came into another series.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<FigureRow> Join(FigureRow row, FigureRow? source)
    {
        var series = new HashSet<string>(StringComparer.Ordinal) { row.Series };
        if (source is not null && source.IsAddition == row.IsAddition) series.Add(source.Series);
        // One that counts the same is enough for a series, so most of what shares a key is never looked at.
        foreach (var other in state.Counting(Keys(row), row.Day - CountComparer.Memory, row.Day + CountComparer.Memory).Concat(state.Figures(row.Report)))
            if (!series.Contains(other.Series) && Counts(row, other)) series.Add(other.Series);
        var name = series.Select(Opening).Order(Earliest).First().SeriesAlone;
        var moved = new List<FigureRow>();
        foreach (var member in series.Where(s => s != name).SelectMany(s => state.Series(s, int.MinValue, int.MaxValue)).ToArray())
        {
            moved.Add(member with { Series = name });
            state.Keep(moved[^1]);
        }
        if (row.Series == name) moved.Add(row);
        return moved;
    }

    private MeetingKeys Keys(FigureRow row) => _keys.TryGetValue(row.Id, out var keys) ? keys : _keys[row.Id] = CountComparer.Keys(row);

    /// <summary>The earliest row of a series, after which it is named.</summary>
    private FigureRow Opening(string series) => Entered(series[(series.LastIndexOf(' ') + 1)..]) is { } named && named.Series == series ? named : state.Series(series, int.MinValue, int.MaxValue).Order(Earliest).First();

    /// <summary>True for two counts of one thing of which neither report has one that is rather the other's.</summary>
    private bool Counts(FigureRow row, FigureRow other) =>
        AreToldTogether(row, other) || CountComparer.Closeness(row, other, _counts) is var closeness && closeness > CountComparer.Enough && !HasCloser(row, other, closeness) && !HasCloser(other, row, closeness);

    /// <summary>What a report says itself goes before what is likely.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AreToldTogether(FigureRow row, FigureRow other) => IsFormerOf(row, other) || IsFormerOf(other, row) || IsAnotherOf(row, other) || IsAnotherOf(other, row);

    /// <summary>
    /// True for what is said to have been counted before and the count it is told beside, the last of its kind before it in its report or else the next: '26 are in custody, up from 17; a rights group counted 30'.
    /// </summary>
    private bool IsFormerOf(FigureRow was, FigureRow row) => was.Counted.IsFormer && !row.Counted.IsFormer && AreKin(was, row) && ToldBeside(was).Id == row.Id;

    private FigureRow ToldBeside(FigureRow was)
    {
        FigureRow[] kin = [.. state.Figures(was.Report).Where(r => !r.Counted.IsFormer && AreKin(was, r)).OrderBy(r => r.Index)];
        return kin.LastOrDefault(r => r.Index < was.Index) ?? kin[0];
    }

    /// <summary>True for a number without a noun that somebody else reckons, and the last count of its kind right before it: 'a hospital spoke of five'.</summary>
    private bool IsAnotherOf(FigureRow row, FigureRow count) =>
        row is { Quantity: { Unit: null, Currency: null }, Counted: { IsReckoned: true, IsFormer: false } } && row.Index - count.Index is > 0 and <= Near && row.Source != count.Source && row.Counted.Whom == count.Counted.Whom && AreKinOrPeople(row, count)
        && count.Quantity.IsOfOneOrder(row.Quantity) && LastBefore(row).Id == count.Id;

    private FigureRow LastBefore(FigureRow row) => state.Figures(row.Report).Where(r => r.Index < row.Index && AreKinOrPeople(row, r)).MaxBy(r => r.Index)!;

    /// <summary>Two numbers that one report gives of the same things in the same act.</summary>
    private static bool AreKin(FigureRow one, FigureRow other) =>
        AreTwoCounts(one, other) && one.Counted.Things == other.Counted.Things && one.Figure.Gist.Act == other.Figure.Gist.Act;

    /// <summary>Kin, and people of some sort whose number somebody else gives: 'Some 300 students marched. The organizers put the crowd at 1,000.'</summary>
    private static bool AreKinOrPeople(FigureRow row, FigureRow count) =>
        AreKin(row, count) || AreTwoCounts(row, count) && row.Counted.Things == "people" && count.Counted.ArePeople && (row.Figure.Gist.Act ?? count.Figure.Gist.Act) == count.Figure.Gist.Act;

    /// <summary>Two numbers of one report that can be compared.</summary>
    private static bool AreTwoCounts(FigureRow one, FigureRow other) => one.Report == other.Report && one.Value != other.Value && CountComparer.AreOfOneSort(one, other);

    /// <summary>True where the report of the other one has a count that is rather this one: a report that gives two counts tells of two things.</summary>
    private bool HasCloser(FigureRow row, FigureRow other, double closeness) =>
        row.Report != other.Report && state.Figures(other.Report).Any(rival => rival.Id != other.Id && CountComparer.Closeness(row, rival, _counts) > closeness);

    /// <summary>Compares the rows of a series from a day on with those before them; none that is earlier than what changed reads otherwise.</summary>
    private void Relate(string series, int first, int last)
    {
        // A row is compared with those of thirty days before it, and these speak with the word of what they tell again, from some days earlier; what it takes the place of may lie back as far as counts are compared at all.
        var rows = state.Series(series, first - Contemporary - 2 * DispatchFolder.Window, last + CountComparer.Memory);
        var known = rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var counts = new List<Count>();
        foreach (var row in rows.Order(Precedence))
        {
            var source = row.Retells is { } id ? known.GetValueOrDefault(id) ?? Entered(id) : null;
            var count = new Count(row, Speaker(row), source);
            counts.RemoveAll(c => row.Day - c.Row.Day > Contemporary);
            if (row.Day >= first) state.Keep(Related(count, counts));
            // Who says the same again stands for himself: what is compared is bounded, however many reports pass it on.
            counts.RemoveAll(c => c.Row.Value == row.Value && c.IsAltered == count.IsAltered && IsOneWord(c, count));
            if (counts.Count == Most) counts.RemoveAt(0);
            counts.Add(count);
        }

        FigureRow Speaker(FigureRow row)
        {
            while (row.Figure.Attribution.IsEmpty && row.Retells is { } id && known.TryGetValue(id, out var source)) row = source;
            return row;
        }
    }

    private FigureRow? Entered(string id) => state.Figures(id[..id.LastIndexOf('#')]).FirstOrDefault(f => f.Id == id);

    private FigureRow Related(Count count, List<Count> before)
    {
        var row = count.Row;
        // What a rewrite made of a number is nobody's count: nothing takes its place.
        var former = before.FindLast(e => IsFormerOf(e.Row, row));
        // Of a source that is named a later count of the series takes the place of its earlier one, in whatever words it is told.
        var own = former ?? before.FindLast(e => !e.IsAltered && IsOneWord(count, e) && Replaces(count, e) && (AreNamed(count, e) || CountComparer.AreOne(e.Row, row, _counts)));
        var replaced = (own ?? before.FindLast(e => !e.IsAltered && Replaces(count, e) && CountComparer.AreOne(e.Row, row, _counts)))?.Row
            ?? (state.Before(row.Series, row.Source, row.Day) is { } earlier && Gainsays(earlier, row) && (!row.Figure.Attribution.IsEmpty && !earlier.Figure.Attribution.IsEmpty || CountComparer.AreOne(earlier, row, _counts)) && !IsRetold(row, earlier) ? earlier : null);
        return row with
        {
            // What was counted before is as its source has it now: it gainsays nobody any more and takes nobody's place.
            Contradicts = row.Counted.IsFormer ? [] : [.. before.Where(IsGainsaid).Select(e => e.Row.Id)],
            Supersedes = row.Counted.IsFormer ? null : replaced?.Id,
            Drift = count.Source is { } source ? _retelling.Drift(source, row) : null,
        };

        bool IsGainsaid(Count e)
        {
            if (e.Row.Counted.IsFormer || !Gainsays(e.Row, row) || HasGrown(e.Row, row)) return false;
            var isOneWord = IsOneWord(count, e);
            // 'six, not four': whoever is known to hold the four still holds it, be it what this one counted before
            if (former?.Row.Value == e.Row.Value && (isOneWord || !AreNamed(count, e))) return false;
            return IsRetold(row, e.Row) || !isOneWord && AreOfOneAct(e.Row, row) && IsSure(e) && (own is not null || !Replaces(count, e));
        }

        // What surely gainsaid the count that this one replaces surely gainsays this one.
        bool IsSure(Count e) => IsAnotherOf(row, e.Row) || AreNamed(count, e) && Math.Abs(row.Day - e.Row.Day) <= 1 || CountComparer.AreOne(e.Row, row, _counts) || own is not null && own != e && CountComparer.AreOne(own.Row, row, _counts) && CountComparer.AreOne(e.Row, own.Row, _counts);
    }

    private static bool IsRetold(FigureRow row, FigureRow other) => row.Retells is { } source && (source == other.Id || source == other.Retells);

    /// <summary>A source's later number takes the place of its earlier one; a toll that nobody else keeps grows.</summary>
    private static bool Replaces(Count later, Count earlier)
    {
        var (now, was) = (later.Row, earlier.Row);
        if (IsRetold(now, was) || now.Report == was.Report && later.Speaker.Source != earlier.Speaker.Source) return false;
        if (IsGrowing(now) && Size(now) > Size(was)) return IsOneWord(later, earlier) || (now.Day > was.Day || Gainsays(was, now)) && (IsUnknown(later) || IsUnknown(earlier));
        // What all pass on is as the last of them has it.
        if (now.Day > was.Day && IsNobodys(later) && IsNobodys(earlier)) return Gainsays(was, now);
        return IsOneWord(later, earlier) && Gainsays(was, now) && (now.Day > was.Day || now.Report == was.Report);
    }

    private static bool AreNamed(Count left, Count right) => !left.Speaker.Figure.Attribution.IsEmpty && !right.Speaker.Figure.Attribution.IsEmpty;

    /// <summary>Two who are named beside each other in one report, each with a number, are two, be they of one state.</summary>
    private static bool IsOneWord(Count left, Count right)
    {
        if (left.Speaker.Source == right.Speaker.Source) return true;
        if (left.Row.Report == right.Row.Report && AreNamed(left, right) || left.Speaker.Figure.Gist.Voice is not { } a || right.Speaker.Figure.Gist.Voice is not { } b) return false;
        return Gist.IsSameVoice(a, b) || State(left.Speaker.Figure.Gist) is { } one && one == State(right.Speaker.Figure.Gist) || !AreOfTwoStates(a, b) && IsNamedIn(left.Speaker.Source, right.Speaker.Source);
    }

    /// <summary>
    /// The state that a voice holds office in; null for who holds none. Officials of one state, be they named persons, keep one count: the attorney general's of Wednesday is the president's of
    /// Saturday. 'The health ministry' is of the one state that its report is about.
    /// </summary>
    private static string? State(Gist gist)
    {
        if (gist.Voice?.Split('|') is not [_, var country, var sectors] || country is "IGO" or "NGO" || !IsOffice(sectors)) return null;
        if (country.Length > 0) return country;
        string[] about = [.. gist.Theme.Where(Gist.IsCountry).Take(2)];
        return about is [var only] ? only[1..] : null;
    }

    private static bool AreOfTwoStates(string left, string right) => left.Split('|') is [_, { Length: > 0 } country, _] && right.Split('|') is [_, { Length: > 0 } other, _] && country != other;

    private static bool IsOffice(string sectors) => sectors.Split(',') is var all && all.Any(s => s is "GOV" or "MIL" or "COP" or "JUD" or "SPY") && !all.Any(s => s is "OPP" or "LEG" or "REB" or "SOC");

    /// <summary>'A spokesman for the disaster ministry' and 'the country's disaster ministry': a body's name of two words or more stands in both.</summary>
    private static bool IsNamedIn(string left, string right) => Body(left) is var a && Body(right) is var b && (a.Contains(' ', StringComparison.Ordinal) && b.EndsWith(a, StringComparison.Ordinal) || b.Contains(' ', StringComparison.Ordinal) && a.EndsWith(b, StringComparison.Ordinal));

    /// <summary>A source's name without whose it is and its articles, in lower case.</summary>
    private static string Body(string source)
    {
        var name = source.ToLowerInvariant();
        if (name.LastIndexOf("'s ", StringComparison.Ordinal) is >= 0 and var owner) name = name[(owner + 3)..];
        return name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name.StartsWith("its ", StringComparison.Ordinal) ? name[4..] : name;
    }

    /// <summary>True where the report speaks itself or names nobody who can be known: it passes on the count that all have.</summary>
    private static bool IsUnknown(Count count) => count.Speaker.Figure.Attribution is not [.., var source] || !source.Contains(' ', StringComparison.Ordinal) && count.Speaker.Figure.Gist.Voice == "||";

    private static bool IsNobodys(Count count) => count.Speaker.Figure.Attribution.IsEmpty;

    private static bool IsGrowing(FigureRow row) => row.Figure.Gist.Act is { } act && Growing.Contains(act);

    /// <summary>A toll that is higher days later is no other count than the lower one was: people went on dying or fleeing.</summary>
    private static bool HasGrown(FigureRow earlier, FigureRow later) => IsGrowing(later) && Size(later) > Size(earlier) && later.Day - earlier.Day > AtOnce;

    private static decimal Size(FigureRow row) => row.Number ?? 0;

    /// <summary>The rescued of one report gainsay nobody's number of those held, whatever put them in one series.</summary>
    private static bool AreOfOneAct(FigureRow left, FigureRow right) => left.Figure.Gist.Act is not { } one || right.Figure.Gist.Act is not { } other || one == other;

    private static bool Gainsays(FigureRow left, FigureRow right) => left.IsAddition == right.IsAddition && !Ranges.Meet(left.Quantity, right.Quantity);

    private static IComparer<FigureRow> Earliest { get; } = Comparer<FigureRow>.Create((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Id, b.Id));

    /// <summary>By day; of one day's a growing toll grows, whoever gives it, and what a report gives later follows.</summary>
    private static IComparer<FigureRow> Precedence { get; } = Comparer<FigureRow>.Create((a, b) =>
    {
        if (a.Day != b.Day) return a.Day.CompareTo(b.Day);
        if (a.Counted.IsFormer != b.Counted.IsFormer) return a.Counted.IsFormer ? -1 : 1;
        if (IsGrowing(a) && IsGrowing(b) && Size(a) != Size(b)) return Size(a).CompareTo(Size(b));
        var report = string.CompareOrdinal(a.Report, b.Report);
        return report != 0 ? report : a.Index.CompareTo(b.Index);
    });

    /// <summary>A count and the row of whoever gave it: for a rewrite that names nobody, that of the report it was taken from.</summary>
    /// <param name="Row">The count.</param>
    /// <param name="Speaker">The row of whoever gave it.</param>
    /// <param name="Source">The row that it tells again.</param>
    private sealed record Count(FigureRow Row, FigureRow Speaker, FigureRow? Source)
    {
        /// <summary>True where a rewrite made another number of the one it tells again.</summary>
        internal bool IsAltered => Source is not null && Source.Value != Row.Value;
    }
}
