using Chancery.English;

namespace Chancery.Tests.Coding;

/// <summary>What one report tells twice is one claim; what it tells otherwise is another.</summary>
public sealed class RepeatTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Theory]
    [InlineData("Norway arrested two Russian soldiers on Monday. The talks went on. The city was quiet. Norway arrested the two Russian soldiers at the border.", 1)]
    [InlineData("Norway arrested two Russian soldiers on Monday. The talks went on. The city was quiet. Norway did not arrest the two Russian soldiers.", 2)]
    public void What_did_not_happen_is_not_folded_into_what_did(string text, int claims) =>
        Reader.Read(new Report { Id = "repeat", Text = text, Published = new(2024, 10, 18) }).Claims.Claims.Count(c => c.Frame.Name.StartsWith("arrest", StringComparison.Ordinal)).ShouldBe(claims);
}
