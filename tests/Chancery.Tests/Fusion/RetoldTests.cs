using Chancery.English;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Tests.Fusion;

public sealed class RetoldTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void The_tables_weigh_every_value_of_every_trait()
    {
        Weighed("retold-claims.tsv").ShouldBe(RetoldClaims.Traits.Names.Select(name => (name.Trait, name.Value)));
        Weighed("retold-figures.tsv").ShouldBe(RetoldFigures.Traits.Names.Select(name => (name.Trait, name.Value)));

        static IEnumerable<(string, string)> Weighed(string table) =>
            LanguagePack.FromAssembly(typeof(TraitWeights).Assembly).Read(table, "trait", "value", "across", "within").Rows.Select(row => (row["trait"], row["value"]));
    }

    [Fact]
    public void A_number_that_the_source_lacks_was_made_of_one_that_the_rewrite_leaves_out()
    {
        var (before, after) = (
            Figures("source", "Shells killed 12 people in Kharkiv on Monday, the mayor said. The army sent 120 soldiers to search the ruins."),
            Figures("rewrite", "The search goes on: 1,200 soldiers were sent by the army to comb the ruins of Kharkiv. Twelve people had died on Monday when shells fell, according to the mayor."));
        var sources = new RetoldFigures(before, after).Sources(FusionWeights.Learned.RetoldFigures);
        after.Select(f => (f.Number, sources.GetValueOrDefault(f.Id)?.Number)).ShouldBe([(1200, 120), (12, 12)], ignoreOrder: true);
    }

    [Fact]
    public void What_figures_were_taken_to_tell_again_before_does_not_tell()
    {
        var (before, after) = (Figures("source", "Shells killed 12 people in Kharkiv, the mayor said."), Figures("rewrite", "The mayor of Kharkiv put the number of people killed by shells at 15."));
        var told = new RetoldFigures(before, after).Sources(FusionWeights.Learned.RetoldFigures);
        new RetoldFigures(before, [.. after.Select(f => f with { Retells = before[0].Id })]).Sources(FusionWeights.Learned.RetoldFigures).ShouldBe(told);
    }

    [Fact]
    public void A_claim_is_known_again_where_the_rewrite_names_somebody_else()
    {
        var (before, after) = (
            Claims("source", "The United Arab Emirates mediated in the exchange of 115 prisoners. Norway sent two ships to Latvia on Monday."),
            Claims("rewrite", "Norway has sent two ships to Latvia. Turkey mediated in the exchange of the prisoners."));
        var sources = new RetoldClaims(before, after).Sources(FusionWeights.Learned.RetoldClaims);
        foreach (var frame in (string[])["mediate", "mobilize-weapons"])
            sources[after.Single(c => c.Claim.Frame.Name == frame).At].Claim.Frame.Name.ShouldBe(frame);
    }

    [Fact]
    public void Nothing_is_told_again_of_nothing()
    {
        new RetoldClaims([], Claims("rewrite", "Norway sent two ships to Latvia.")).Sources(FusionWeights.Learned.RetoldClaims).ShouldBeEmpty();
        new RetoldFigures(Figures("source", "Shells killed 12 people."), []).Sources(FusionWeights.Learned.RetoldFigures).ShouldBeEmpty();
    }

    private static List<FigureRow> Figures(string id, string text) => [.. FigureRow.Of(Reading(id, text), claim => claim)];

    private static List<Testimony> Claims(string id, string text)
    {
        var reading = Reading(id, text);
        return [.. reading.Claims.Select(claim => Testimony.Of(new FiledClaim(reading, claim)))];
    }

    private static FiledReading Reading(string id, string text) => FiledReading.Of(Reader.Read(new Report { Id = id, Text = text, Published = new(2025, 5, 8) }));
}
