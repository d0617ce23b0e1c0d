using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

/// <summary>Reads pairs of short reports and asks what they disagree on. Trees come from a trained parser, so a share of the disputes may be missed; of pairs that agree next to none may be called disputed.</summary>
public class DisputePairTests
{
    /// <summary>Share of the disputes that may be missed, and of the pairs that agree of which a dispute may be told.</summary>
    private const double Missed = 0.22, Invented = 0.12;

    private static readonly ReportReader Reader = new(EnglishPack.Instance);
    private static readonly DateOnly Day = new(2025, 5, 8);

    [Fact]
    public void What_cannot_both_be_right_is_disputed() => Check(pair => pair.Field != "none", (pair, found) => found.Contains(pair.Field), Missed);

    [Fact]
    public void What_may_both_be_right_is_not() => Check(pair => pair.Field == "none", (_, found) => found.Count == 0, Invented);

    private static void Check(Func<Pair, bool> concerns, Func<Pair, HashSet<string>, bool> holds, double allowed)
    {
        var pairs = Pairs().Where(concerns).ToArray();
        pairs.Length.ShouldBeGreaterThan(20);
        var failed = pairs.Where(pair => !holds(pair, Found(pair))).Select(pair => $"{pair.Line}: {pair.Field}: {pair.One} / {pair.Other}").ToArray();
        failed.Length.ShouldBeLessThanOrEqualTo((int)Math.Ceiling(pairs.Length * allowed), string.Join('\n', failed));
    }

    private static HashSet<string> Found(Pair pair)
    {
        var record = Fuser.Fuse(pair.Other.StartsWith('+')
            ? [File("one", pair.One + " " + pair.Other[1..], Day)]
            : [File("one", pair.One, Day), File("other", pair.Other, Day.AddDays(pair.Days))]);
        var found = record.Events.SelectMany(e => e.Disputes).Select(d => d.Field.ToString().ToLowerInvariant()).ToHashSet();
        if (record.Figures.Any(f => f.Contradicts.Length > 0)) found.Add("figure");
        return found;
    }

    private static FiledReading File(string name, string text, DateOnly day) => FiledReading.Of(Reader.Read(new Report { Id = name, Text = text, Publisher = "The " + name, Published = day }));

    private static IEnumerable<Pair> Pairs() => System.IO.File.ReadLines(Repository.File("tests", "Chancery.Tests", "Fusion", "disputes.tsv"))
        .Select((line, at) => (Cells: line.Split('\t'), Line: at + 1))
        .Where(row => row.Cells is [not "field", _, _, _] && !row.Cells[0].StartsWith('#'))
        .Select(row => new Pair(row.Line, row.Cells[0], row.Cells[1], row.Cells[2], row.Cells[3].Length == 0 ? 0 : int.Parse(row.Cells[3], System.Globalization.CultureInfo.InvariantCulture)));

    private sealed record Pair(int Line, string Field, string One, string Other, int Days);
}
