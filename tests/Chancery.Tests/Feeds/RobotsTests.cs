using Chancery.Feeds.Fetching;

namespace Chancery.Tests.Feeds;

public class RobotsTests
{
    private const string File = """
        # of a harbor town
        User-agent: *
        Disallow: /archive/
        Disallow: /*.pdf$
        Allow: /archive/open/
        Crawl-delay: 3

        User-agent: greedy
        User-agent: chancery
        Disallow: /search
        Disallow:
        """;

    [Theory]
    [InlineData("other", "/news/1", true)]
    [InlineData("other", "/archive/1", false)]
    [InlineData("other", "/archive/open/1", true)]
    [InlineData("other", "/a/b.pdf", false)]
    [InlineData("other", "/a/b.pdf?page=2", true)]
    [InlineData("other", "/search?q=a", true)]
    [InlineData("chancery", "/archive/1", true)]
    [InlineData("Chancery", "/search?q=a", false)]
    public void The_longest_rule_of_the_own_group_decides(string agent, string path, bool allowed) => Robots.Parse(File, agent).Allows(path).ShouldBe(allowed);

    [Fact]
    public void A_delay_is_taken_up_to_a_minute()
    {
        Robots.Parse(File, "other").Delay.ShouldBe(TimeSpan.FromSeconds(3));
        Robots.Parse("User-agent: *\nCrawl-delay: 86400", "any").Delay.ShouldBe(TimeSpan.FromMinutes(1));
        Robots.Parse(File, "chancery").Delay.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Disallow: /")]
    [InlineData("<html><body>not found</body></html>")]
    public void What_names_no_agent_asks_for_nothing(string text) => Robots.Parse(text, "chancery").Allows("/any").ShouldBeTrue();

    [Fact]
    public void A_pattern_of_many_stars_takes_no_time() =>
        Robots.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 500)) + "$", "any").Allows("/" + new string('a', 3000) + "b").ShouldBeTrue();
}
