using Chancery.English;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Tests.Fusion;

public class ClaimTraitsTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    private static readonly Testimony[] Told =
    [
        .. Claims("a", "Missiles killed 12 people in Kharkiv on Tuesday, the governor of Kharkiv said. The attack wounded 30. Ukraine condemned it."),
        .. Claims("b", "Ukraine said that a Russian strike on Kharkiv had killed 15 people. Russia denied that it had attacked Kharkiv."),
        .. Claims("c", "Norway sent 200 soldiers to Latvia on Friday."),
    ];

    [Fact]
    public void The_table_weighs_every_value_of_every_trait()
    {
        LanguagePack.FromAssembly(typeof(TraitWeights).Assembly).Read("joins.tsv", "trait", "value", "across", "within").Rows.Select(row => (row["trait"], row["value"]))
            .ShouldBe(ClaimTraits.Set.Names.Select(name => (name.Trait, name.Value)));
    }

    [Fact]
    public void A_trait_has_one_of_its_own_values()
    {
        foreach (var (one, other) in Pairs())
            Find(one, other).Select(number => ClaimTraits.Set.Names[number].Trait).ShouldBe(ClaimTraits.Set.Names.Select(name => name.Trait).Distinct());
    }

    [Fact]
    public void What_the_words_add_is_no_more_than_they_are_taken_to_add_at_most()
    {
        Span<int> numbers = stackalloc int[ClaimTraits.Set.Count];
        foreach (var (one, other) in Pairs())
        {
            var found = new TraitFinding(ClaimTraits.Set, numbers);
            ClaimTraits.FindQuick(one, other, Agreed.Of(one.Claim, other.Claim), ref found);
            var isWithin = one.At.Report == other.At.Report;
            FusionWeights.Learned.Joins.AtMost(numbers[..found.Count], isWithin).ShouldBeGreaterThanOrEqualTo(FusionWeights.Learned.Joins.Odds(Find(one, other), isWithin) - 1e-9);
        }
    }

    [Fact]
    public void What_a_rule_says_weighs_less_than_odds_that_are_enough() =>
        Pairs().Where(p => ClaimComparer.AreAgainst(p.One, p.Other) is false).Select(p => ClaimComparer.Agreement(p.One, p.Other, Nothing)).ShouldAllBe(agreement => agreement < 2);

    [Fact]
    public void A_claim_of_many_names_has_few_keys_and_shares_one_with_another_telling_of_it()
    {
        const string Names = " Kharkiv, Poltava, Dnipro, Odesa, Lviv, Kherson, Sumy, Izium, Kupiansk and Bakhmut mourned the dead of Kharkiv and Poltava.";
        var one = Claims("one", "Missiles killed 12 people in Kharkiv on Tuesday." + Names).First(c => c.Claim.Frame.Name == "kill");
        var other = Claims("other", "A strike on Kharkiv killed 15." + Names).First(c => c.Claim.Frame.Name == "kill");
        (one.Keys.Own.Length + one.Keys.Kinds.Length).ShouldBeLessThanOrEqualTo(4);
        one.Keys.Pairs.Length.ShouldBeLessThanOrEqualTo(20);
        one.Keys.Meet(other.Keys).ShouldBeTrue();
    }

    [Fact]
    public void Claims_of_one_kind_meet_where_their_reports_turn_on_two_names_alike()
    {
        var one = Claims("one", "Missiles killed 12 people in Kharkiv on Tuesday. Poltava mourned the dead of Kharkiv.").First(c => c.Claim.Frame.Name == "kill");
        var same = Claims("same", "A strike on Kharkiv killed 15. Poltava mourned the dead of Kharkiv.").First(c => c.Claim.Frame.Name == "kill");
        var elsewhere = Claims("elsewhere", "A strike on Khartoum killed 15. Omdurman mourned the dead of Khartoum.").First(c => c.Claim.Frame.Name == "kill");
        var talks = Claims("talks", "France signed a treaty with Poland in Kharkiv on Tuesday. Poltava welcomed the envoys to Kharkiv.").First(c => c.Claim.Frame.Name != "kill");
        one.Keys.Meet(same.Keys).ShouldBeTrue();
        one.Keys.Meet(elsewhere.Keys).ShouldBeFalse("their reports turn on other names");
        one.Keys.Meet(talks.Keys).ShouldBeFalse("they are of another kind");
        Claims("one", "Missiles killed 12 people in Kharkiv. Poltava condemned the attack on Kharkiv.").Select(c => c.Claim.Gist.Turns).Distinct().ShouldHaveSingleItem("what a report turns on is made once");
    }

    private static FusionWeights Nothing { get; } = new(Weightless(ClaimTraits.Set), Weightless(GainsaidTraits.Set), Weightless(CountTraits.Set), Weightless(RetoldClaims.Traits), Weightless(RetoldFigures.Traits), Weightless(MetTraits.Set));

    private static TraitWeights Weightless(TraitSet traits) => new(traits, new double[traits.Names.Length], new double[traits.Names.Length]);

    private static int[] Find(Testimony one, Testimony other)
    {
        var numbers = new int[ClaimTraits.Set.Count];
        ClaimTraits.Find(one, other, numbers);
        return numbers;
    }

    private static IEnumerable<(Testimony One, Testimony Other)> Pairs() => Told.SelectMany((one, i) => Told.Skip(i + 1).Select(other => (one, other)));

    private static IEnumerable<Testimony> Claims(string id, string text)
    {
        var reading = FiledReading.Of(Reader.Read(new Report { Id = id, Text = text, Published = new(2025, 5, 8) }));
        return reading.Claims.Select(claim => Testimony.Of(new FiledClaim(reading, claim)));
    }
}
