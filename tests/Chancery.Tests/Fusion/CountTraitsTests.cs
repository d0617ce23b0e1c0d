using Chancery.English;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Tests.Fusion;

public class CountTraitsTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void The_table_weighs_every_value_of_every_trait()
    {
        LanguagePack.FromAssembly(typeof(TraitWeights).Assembly).Read("counts.tsv", "trait", "value", "across", "within").Rows.Select(row => (row["trait"], row["value"]))
            .ShouldBe(CountTraits.Set.Names.Select(name => (name.Trait, name.Value)));
    }

    [Fact]
    public void A_trait_has_one_of_its_own_values()
    {
        FigureRow[] rows = [.. Rows("a", "Missiles killed 12 people in Kharkiv, the governor said. Rescuers found 30 wounded."), .. Rows("b", "The governor put the dead of Kharkiv at 15.")];
        Span<int> found = stackalloc int[CountTraits.Set.Count];
        foreach (var one in rows)
            foreach (var other in rows)
            {
                CountTraits.Find(one, other, found);
                var traits = new List<string>();
                foreach (var value in found) traits.Add(CountTraits.Set.Names[value].Trait);
                traits.ShouldBe(CountTraits.Set.Names.Select(name => name.Trait).Distinct());
            }
    }

    [Fact]
    public void Whichever_is_asked_first_the_odds_are_the_same()
    {
        FigureRow[] rows = [.. Rows("a", "Missiles killed 12 people in Kharkiv, the governor said. Rescuers found 30 wounded."), .. Rows("b", "The governor put the dead of Kharkiv at 15, up from 12.")];
        foreach (var one in rows)
            foreach (var other in rows) CountComparer.Closeness(one, other, FusionWeights.Learned.Counts).ShouldBe(CountComparer.Closeness(other, one, FusionWeights.Learned.Counts));
    }

    private static IEnumerable<FigureRow> Rows(string id, string text) =>
        FigureRow.Of(FiledReading.Of(Reader.Read(new Report { Id = id, Text = text, Published = new(2025, 5, 8) })), claim => claim);
}
