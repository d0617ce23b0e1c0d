using Chancery.Intake;
using Chancery.Intake.Feeds;

namespace Chancery.Tests.Intake.Feeds;

public class FeedListTests
{
    [Fact]
    public void Opml_names_feeds_at_any_depth_each_once()
    {
        var (feeds, faults) = Read("""
            <opml version="2.0"><head><title>mine</title></head><body>
            <outline text="Agencies"><outline type="rss" text="Harbor" xmlUrl="https://harbor.example/rss"/><outline text="Again" xmlUrl="https://harbor.example/rss"/></outline>
            <outline text="Odd" xmlUrl="file:///etc/passwd"/></body></opml>
            """);
        feeds.ShouldBe([new Subscription(new("https://harbor.example/rss"), "Harbor")]);
        faults.ShouldBe([new IntakeFault("list", 3, "'file:///etc/passwd' is no http or https address")]);
    }

    [Fact]
    public void A_plain_list_has_an_address_a_line_and_a_name_behind_it()
    {
        var (feeds, faults) = Read("# mine\n\nhttps://harbor.example/rss\tHarbor Gazette\nhttp://meridian.example/atom\nnonsense\n");
        feeds.ShouldBe([new Subscription(new("https://harbor.example/rss"), "Harbor Gazette"), new(new("http://meridian.example/atom"))]);
        faults.ShouldBe([new IntakeFault("list", 5, "'nonsense' is no http or https address")]);
    }

    private static (IReadOnlyList<Subscription> Feeds, List<IntakeFault> Faults) Read(string text)
    {
        var faults = new List<IntakeFault>();
        return (FeedList.Read("list", text, faults.Add), faults);
    }
}
