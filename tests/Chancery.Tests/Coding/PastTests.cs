using Chancery.English;

namespace Chancery.Tests.Coding;

/// <summary>What is only possible lies ahead, or it may have come about already: the verb tells which.</summary>
public sealed class PastTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Theory]
    [InlineData("Iran may have sent missiles to Russia.")]
    [InlineData("A Kenyan tanker may have sunk on Friday.")]
    [InlineData("The army might have killed and wounded villagers.")]
    [InlineData("The village may have been shelled by Chad.")]
    [InlineData("The ministry could not confirm that Kenyan soldiers had attacked Peru.")]
    [InlineData("It is unclear whether Israel struck Iran.")]
    [InlineData("It is unclear whether Israel has struck Iran.")]
    public void What_may_have_been_done_is_told_as_past(string text) => Read(text).ShouldAllBe(c => c.Status == ClaimStatus.Possible && c.IsPast);

    [Theory]
    [InlineData("Russia may attack Ukraine next week.")]
    [InlineData("Kenya said it might send troops to Peru.")]
    [InlineData("Chad's president was to meet Mali's president in Oslo, but the meeting was cancelled.")]
    [InlineData("Norway was considering sending tanks to Chad.")]
    [InlineData("It is unclear whether Israel will strike Iran.")]
    public void What_may_be_done_is_not(string text) => Read(text).Where(c => c.Status == ClaimStatus.Possible).ShouldAllBe(c => !c.IsPast);

    [Theory]
    [InlineData("Israel struck Iran.")]
    [InlineData("Israel is to strike Iran.")]
    public void Of_what_is_certain_the_status_tells(string text) => Read(text).ShouldAllBe(c => !c.IsPast);

    [Theory]
    [InlineData("The Pentagon could not confirm that Kenyan soldiers had attacked Peru.", "Pentagon could not confirm that Kenyan soldiers had attacked Peru")]
    [InlineData("Iran may have sent missiles to Russia, officials said.", "Iran may have sent missiles to Russia")]
    [InlineData("It is unclear whether Israel struck Iran.", null)]
    public void Its_statement_says_who_leaves_it_open(string text, string? statement) => Read(text)[0].Statement.ShouldBe(statement);

    private static EventClaim[] Read(string text)
    {
        EventClaim[] claims = [.. Reader.Read(new Report { Id = "a", Text = text, Published = new(2024, 5, 6) }).Claims.Claims];
        claims.ShouldNotBeEmpty();
        return claims;
    }
}
