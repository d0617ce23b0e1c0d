using Chancery.English;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Tests.Fusion;

public sealed class GainsaidTraitsTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void The_table_weighs_every_value_of_every_trait()
    {
        LanguagePack.FromAssembly(typeof(TraitWeights).Assembly).Read("gainsaid.tsv", "trait", "value", "across", "within").Rows.Select(row => (row["trait"], row["value"]))
            .ShouldBe(GainsaidTraits.Set.Names.Select(name => (name.Trait, name.Value)));
    }

    [Theory]
    [InlineData("Ukraine said that Russia had shelled Kharkiv on Tuesday. Norway sent 200 soldiers to Latvia. Russia denied that it had shelled Kharkiv.", "attack.heavy")]
    [InlineData("Poland accused Russia of blowing up the pipes. The Kremlin denied it.", "attack.bomb")]
    [InlineData("A rights group said police had killed 34 protesters. Norway sent 200 soldiers to Latvia. Police denied that they had killed anybody.", "kill")]
    public void A_denial_agrees_best_with_what_it_denies(string text, string frame)
    {
        var claims = Claims(text);
        var denial = claims.Last(c => Gainsaying.Denies(c.Claim));
        var best = claims.Where(c => !Gainsaying.Denies(c.Claim)).MaxBy(c => ClaimComparer.Agreement(c, denial, FusionWeights.Learned))!;
        best.Claim.Frame.Name.ShouldBe(frame);
        ClaimComparer.Agreement(best, denial, FusionWeights.Learned).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_is_told_comes_before_what_goes_against_it_whichever_is_earlier()
    {
        var claims = Claims("Russia denied that it had shelled Kharkiv. Norway sent 200 soldiers to Latvia.");
        var (denial, told) = (claims.First(c => Gainsaying.Denies(c.Claim)), claims.Last());
        GainsaidTraits.InOrder(denial, told).ShouldBe((told, denial));
        GainsaidTraits.InOrder(told, denial).ShouldBe((told, denial));
    }

    [Fact]
    public void What_the_words_add_is_no_more_than_they_are_taken_to_add_at_most()
    {
        var claims = Claims("Ukraine said that Russia had shelled Kharkiv and killed 15 people. Russia denied that it had shelled Kharkiv. Ukraine's own forces had shelled it, Moscow said. Nobody was killed.");
        Span<int> numbers = stackalloc int[GainsaidTraits.Set.Count];
        var learned = FusionWeights.Learned.Gainsaid;
        foreach (var one in claims)
            foreach (var other in claims)
            {
                if (one.At == other.At) continue;
                var found = new TraitFinding(GainsaidTraits.Set, numbers);
                var (told, against) = GainsaidTraits.InOrder(one, other);
                GainsaidTraits.FindQuick(told, against, Agreed.Of(told.Claim, against.Claim), ref found);
                var quick = learned.AtMost(numbers[..found.Count], isWithin: true);
                GainsaidTraits.Find(one, other, numbers);
                quick.ShouldBeGreaterThanOrEqualTo(learned.Odds(numbers, isWithin: true) - 1e-9);
            }
    }

    private static List<Testimony> Claims(string text)
    {
        var reading = FiledReading.Of(Reader.Read(new Report { Id = "a", Text = text, Published = new(2025, 3, 12) }));
        return [.. reading.Claims.Select(claim => Testimony.Of(new FiledClaim(reading, claim)))];
    }
}
