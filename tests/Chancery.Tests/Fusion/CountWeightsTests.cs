using Chancery.English;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Tests.Fusion;

public class CountWeightsTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void The_table_weighs_every_value_of_every_trait()
    {
        LanguagePack.FromAssembly(typeof(CountWeights).Assembly).Read(CountWeights.Path, "trait", "value", "across", "within").Rows.Select(row => (row["trait"], row["value"]))
            .ShouldBe(CountTraits.Names.Select(name => (name.Trait, name.Value)));
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
            foreach (var other in rows) CountWeights.Learned.Closeness(one, other).ShouldBe(CountWeights.Learned.Closeness(other, one));
    }

    private static IEnumerable<FigureRow> Rows(string id, string text) =>
        FigureRow.Of(FiledReading.Of(Reader.Read(new Report { Id = id, Text = text, Published = new(2025, 5, 8) })), claim => claim);
}
