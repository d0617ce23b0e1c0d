using System.Collections.Immutable;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Mentions.Times;

namespace Chancery.Tests.Mentions.Times;

/// <summary>Runs the example beside every rule, holiday, bound and day of an event of the pack.</summary>
public class TimeTableTests
{
    private static readonly DateOnly Published = new(2025, 3, 21);
    private static readonly DocumentReader Reader = new(EnglishPack.Instance);
    private static readonly TimeFinder Finder = new(EnglishPack.Instance);

    [Fact]
    public void Every_rule_reads_its_example()
    {
        var wrong = new List<string>();
        foreach (var path in EnglishPack.Instance.List("languages/en/times/rules/"))
            foreach (var row in EnglishPack.Instance.Read(path, "rule", "example", "gives", "on").Rows)
                if (row["example"].Length > 0) Compare(row["example"], row["gives"], row["rule"], row["on"] is { Length: > 0 } on ? DateOnly.Parse(on) : Published, wrong);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_holiday_has_its_day()
    {
        var wrong = new List<string>();
        foreach (var row in EnglishPack.Instance.Read("languages/en/times/holidays.tsv", "name", "example", "gives").Rows) Compare(row["example"], row["gives"], row["name"], Published, wrong);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_day_named_by_an_event_is_found()
    {
        var wrong = new List<string>();
        foreach (var row in EnglishPack.Instance.Read("languages/en/times/anchors.tsv", "words", "example", "gives").Rows) Compare(row["example"], row["gives"], row["words"], Published, wrong);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_bound_opens_its_side()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/times/bounds.tsv", "words", "example", "from", "to").Rows)
        {
            var time = Find(row["example"], Published).ShouldHaveSingleItem().Timex;
            time.From.ShouldBe(row["from"] is { Length: > 0 } from ? DateOnly.Parse(from) : null, row["example"]);
            time.To.ShouldBe(row["to"] is { Length: > 0 } to ? DateOnly.Parse(to) : null, row["example"]);
        }
    }

    private static void Compare(string example, string gives, string rule, DateOnly published, List<string> wrong)
    {
        var found = string.Join('|', Find(example, published).Select(m => m.Timex.Value));
        if (found != gives) wrong.Add($"{rule}: '{example}' gives {found}, not {gives}");
    }

    private static ImmutableArray<TimeMention> Find(string text, DateOnly published) =>
        Finder.Find(new Report { Id = "x", Text = text, Published = published }, Reader.Read(text), []);
}
