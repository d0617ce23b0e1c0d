namespace Chancery.Browser.Tests;

/// <summary>How soon the story stands on the screen.</summary>
public sealed class FirstPaintTests(SamplesInBrowser samples, ITestOutputHelper output)
{
    [Fact]
    public async Task The_story_is_painted_within_a_second()
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await using var visit = await samples.Visit(Screen.Light);
            await visit.GoTo("/story");
            times.Add(await visit.FirstPaint());
        }
        output.WriteLine($"first paint of the story, ms: {string.Join(' ', times.Select(t => $"{t:F0}"))}");
        times.Min().ShouldBeLessThan(1000);
    }
}
