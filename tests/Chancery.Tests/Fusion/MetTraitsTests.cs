using Chancery.English;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Tests.Fusion;

public class MetTraitsTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void The_table_weighs_every_value_of_every_trait() =>
        LanguagePack.FromAssembly(typeof(TraitWeights).Assembly).Read("met.tsv", "trait", "value", "across", "within").Rows.Select(row => (row["trait"], row["value"]))
            .ShouldBe(MetTraits.Set.Names.Select(name => (name.Trait, name.Value)));

    [Theory]
    [InlineData("Norway's foreign ministry will summon the Russian ambassador this week, officials in Oslo said.", "The Russian ambassador was summoned in Oslo on Thursday over the cables.")]
    [InlineData("The ambassadors of Chile and Peru will return to their posts by June 20, the ministries in Lima and Santiago said.", "The envoys came back to their posts in Lima and Santiago on Tuesday.")]
    public void What_is_told_of_one_affair_in_other_words_meets_a_plan(string plan, string deed) =>
        Plan(Fuse(plan, deed)).SettledBy.ShouldNotBeNull().Status.ShouldBe(ClaimStatus.Occurred);

    [Theory]
    [InlineData("The children are to be taken to Arica on June 20, the governor said.", "The children were taken to Tacna on Tuesday, the governor said.")]
    [InlineData("Prime Minister Petr Fiala will visit Kyiv on June 20, his office in Prague said.", "President Petr Pavel visited Kyiv on Thursday, his office in Prague said.")]
    [InlineData("The service expects Chad to send about 12,000 soldiers to Niger in all.", "Chad has sent 1,500 soldiers to Niger, the service said.")]
    [InlineData("Lavrov will visit Pyongyang in October, his office in Moscow said.", "Lavrov, whose office is in Moscow, visited Pyongyang in May 2022.")]
    public void What_others_do_elsewhere_or_earlier_meets_no_plan(string plan, string deed) => Plan(Fuse(plan, deed)).SettledBy.ShouldBeNull();

    [Fact]
    public void A_trait_has_one_of_its_own_values_and_words_add_no_more_than_they_are_taken_to_add_at_most()
    {
        var claims = Fuse("Lavrov will visit Pyongyang in October, his office in Moscow said. Kim Jong Un may receive him.", "Lavrov visited Pyongyang on Thursday. Kim Jong Un received him for an hour.").Events.SelectMany(e => e.Claims).Select(Testimony.Of).ToArray();
        var pairs = claims.SelectMany(p => claims.Select(d => (Plan: p, Deed: d))).Where(p => !Testimony.IsReal(p.Plan.Claim.Status) && Testimony.IsReal(p.Deed.Claim.Status) && MetTraits.MayBeMet(p.Plan, p.Deed)).ToArray();
        pairs.ShouldNotBeEmpty();
        foreach (var (plan, deed) in pairs)
        {
            var numbers = MetTraits.Find(plan, deed, FusionWeights.Learned.Joins).ShouldNotBeNull();
            numbers.Select(number => MetTraits.Set.Names[number].Trait).ShouldBe(MetTraits.Set.Names.Select(name => name.Trait).Distinct());
            var (odds, quick) = (FusionWeights.Learned.Met.Odds(numbers, isWithin: false), MetTraits.Odds(plan, deed, FusionWeights.Learned));
            if (odds > MetTraits.Enough) quick.ShouldBe(odds, 1e-9);
            else quick.ShouldBeLessThanOrEqualTo(MetTraits.Enough);
        }
    }

    private static Event Plan(FusedRecord record) => record.Events.First(e => e.IsExpected);

    private static FusedRecord Fuse(string plan, string deed) => Fuser.Fuse([Read("a", plan, new(2023, 6, 17)), Read("b", deed, new(2023, 6, 23))]);

    private static FiledReading Read(string id, string text, DateOnly published) => FiledReading.Of(Reader.Read(new Report { Id = id, Text = text, Published = published }));
}
