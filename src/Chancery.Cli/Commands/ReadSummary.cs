using System.Globalization;
using Chancery.Briefs;
using Chancery.Cli.Listing;
using Chancery.Exports;
using Chancery.Linguistics;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary>A dozen lines on what was read and what it says.</summary>
internal static class ReadSummary
{
    /// <summary>Reports from which on a record is too long to be looked through for a summary: that must not take longer than to read.</summary>
    private const int Long = 100;

    /// <summary>Events told of a kind, and the characters a line may have.</summary>
    private const int Told = 2, Width = 108;

    internal static async Task Print(ReadTally tally, IRecordStore store, LanguagePack pack, TimeSpan time, TextWriter output, CancellationToken cancel)
    {
        var stamp = await store.StampAsync(cancel);
        if (stamp.Reports <= Long)
        {
            Print(tally, await FusedView.Of(store, cancel), new(pack), time, output);
            return;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"read",-11} {Count(tally.New, "new report")}, {tally.Known} known already, {tally.Failed} not readable; {time.TotalSeconds:0.0} s"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"record",-11} {tally.Record}: {stamp.Reports} reports, {stamp.Claims} claims, {stamp.Events} events"));
        var standings = new List<(Standing Standing, int Events)>();
        foreach (var standing in Enum.GetValues<Standing>())
            if (await store.CountAsync(new EventQuery { Standing = standing }, int.MaxValue - 1, cancel) is > 0 and var events) standings.Add((standing, events));
        output.WriteLine($"{"events",-11} {string.Join(", ", standings.OrderByDescending(s => s.Events).Select(s => $"{s.Events} {s.Standing.Name()}"))}. Now: chancery list events{Flag(tally)}");
    }

    private static void Print(ReadTally tally, FusedView view, EventHeadlines headlines, TimeSpan time, TextWriter output)
    {
        var (readings, fused) = (view.Readings, view.Fused);
        var claims = readings.SelectMany(r => r.Claims).ToArray();
        var days = readings.Select(r => r.Report.Published).OfType<DateOnly>().Order().ToArray();
        var left = tally.LeftOut is [var first, .. var more] ? $", {Count(tally.LeftOut.Count, "file")} of another kind left out ({Path.GetFileName(first)}{(more.Count == 0 ? "" : $" and {more.Count} more")})" : "";
        Line("read", $"{Count(tally.New, "new report")}, {tally.Known} known already, {tally.Failed} not readable{left}; {time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        Line("record", $"{tally.Record}: {Count(readings.Count, "report")} of {Count(readings.Select(r => r.Report.Publisher).Distinct().Count(), "outlet")}{(days.Length == 0 ? "" : $", {Cells.Day(days[0])} to {Cells.Day(days[^1])}")}");
        if (readings.Count == 0) return;
        Line("dispatches", $"{fused.Lineages.Select(l => l.Dispatch).Distinct().Count()}; {Kinds(fused.Lineages.Select(l => l.Kind.Name()))}");
        Line("claims", $"{claims.Length}: {Kinds(claims.Select(c => c.Status.Name()))}");
        Line("events", $"{fused.Events.Length}: {Kinds(fused.Events.Select(e => e.Standing.Name()))}");
        Line("figures", $"{fused.Figures.Length}: {fused.Figures.Count(f => f.Contradicts.Length > 0)} contradicted, {fused.Figures.Count(f => f.Supersedes is not null)} superseding, {fused.Figures.Count(f => f.Drift is not null)} drifted");
        Line("actors", string.Join(", ", Busiest(claims, 5)));
        Events("disputed", fused.Events.Where(e => e.Disputes.Length > 0));
        Events("expected", fused.Events.Where(e => e.IsExpected && e.Status is ClaimStatus.Planned or ClaimStatus.Possible && e.Standing != Standing.Superseded));
        Line("unknown", $"{Count(readings.Sum(r => r.Unknowns.Length), "question")} that reports leave open. Now: chancery brief{Flag(tally)}");

        void Line(string name, string text) => output.WriteLine($"{name,-11} {text}");

        // those that most claims tell, each in a line
        void Events(string name, IEnumerable<Event> events)
        {
            var all = events.OrderByDescending(e => e.Claims.Length).ToArray();
            Line(name, all.Length == 0 ? "nothing" : Shortened(headlines.Of(all[0])));
            foreach (var other in all.Skip(1).Take(Told - 1)) Line("", Shortened(headlines.Of(other)));
            if (all.Length > Told) Line("", $"and {all.Length - Told} more");
        }
    }

    /// <summary>How the next command is told of the record, where it would not find it by itself.</summary>
    private static string Flag(ReadTally tally) => tally.Record == "chancery.db" ? "" : $" --record {tally.Record}";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Kinds(IEnumerable<string> names) =>
        string.Join(", ", names.GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));

    private static IEnumerable<string> Busiest(EventClaim[] claims, int count) => claims
        .SelectMany(c => c.Actors.Concat(c.Recipients))
        .GroupBy(p => p.ActorId ?? p.Name, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .Take(count)
        .Select(g => $"{g.First().Name} ({g.Count()})");

    private static string Shortened(string line) => line.Length <= Width ? line : line[..(Width - 1)].TrimEnd() + "…";
}
