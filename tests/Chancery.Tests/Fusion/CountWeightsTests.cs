using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

public class CountWeightsTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void The_table_weighs_every_value_of_every_trait()
    {
        using var reader = new StreamReader(typeof(CountWeights).Assembly.GetManifestResourceStream("counts.tsv")!);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t')).ToArray();
        rows.Select(row => (row[0], row[1])).ShouldBe(CountTraits.Names.Select(name => (name.Trait, name.Value)));
    }

    [Fact]
    public void A_trait_has_one_of_its_own_values()
    {
        FigureRow[] rows = [.. Rows("a", "Missiles killed 12 people in Kharkiv, the governor said. Rescuers found 30 wounded."), .. Rows("b", "The governor put the dead of Kharkiv at 15.")];
        Span<int> found = stackalloc int[CountTraits.Count];
        foreach (var one in rows)
            foreach (var other in rows)
            {
                CountTraits.Find(one, other, found);
                var traits = new List<string>();
                foreach (var value in found) traits.Add(CountTraits.Names[value].Trait);
                traits.ShouldBe(CountTraits.Names.Select(name => name.Trait).Distinct());
            }
    }

    [Fact]
    public void Whichever_is_asked_first_the_odds_are_the_same()
    {
        FigureRow[] rows = [.. Rows("a", "Missiles killed 12 people in Kharkiv, the governor said. Rescuers found 30 wounded."), .. Rows("b", "The governor put the dead of Kharkiv at 15, up from 12.")];
        foreach (var one in rows)
            foreach (var other in rows) CountComparer.Closeness(one, other).ShouldBe(CountComparer.Closeness(other, one));
    }

    private static IEnumerable<FigureRow> Rows(string id, string text) =>
        FigureRow.Of(FiledReading.Of(Reader.Read(new Report { Id = id, Text = text, Published = new(2025, 5, 8) })), claim => claim);
}
