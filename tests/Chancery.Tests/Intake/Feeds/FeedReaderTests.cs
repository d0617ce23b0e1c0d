using System.Text;
using Chancery.Intake.Feeds;
using CsCheck;

namespace Chancery.Tests.Intake.Feeds;

public class FeedReaderTests
{
    private static readonly Uri Home = new("https://harbor.example/feeds/all.xml");

    [Fact]
    public void Rss_gives_items_with_all_it_says_of_them()
    {
        var feed = Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>Harbor &amp; Sea</title><link>https://harbor.example/</link><atom:link rel="self" href="https://harbor.example/feeds/all.xml"/>
            <image><title>not the title</title></image>
            <item><title>Talks &lt;b&gt;open&lt;/b&gt;</title><link> /news/1 </link><guid isPermaLink="false">n1</guid><pubDate>Fri, 21 Mar 2025 09:00:00 EST</pubDate>
              <description>Short.</description><content:encoded><![CDATA[<p>Talks opened in <b>Riga</b> today.</p>]]></content:encoded>
              <dc:creator>Ada Ohlsson</dc:creator><source url="https://meridian.example/rss">Meridian</source></item>
            <item><guid>https://harbor.example/news/2</guid><dc:date>2025-03-22T10:00:00Z</dc:date></item>
            </channel></rss>
            """);
        feed.Fault.ShouldBeNull();
        feed.Title.ShouldBe("Harbor & Sea");
        feed.Items.Count.ShouldBe(2);
        feed.Items[0].ShouldBe(new FeedItem
        {
            Id = "n1",
            Link = "https://harbor.example/news/1",
            Title = "Talks open",
            Published = new DateTimeOffset(2025, 3, 21, 14, 0, 0, TimeSpan.Zero),
            Content = "<p>Talks opened in <b>Riga</b> today.</p>",
            Author = "Ada Ohlsson",
            Source = "Meridian",
        });
        feed.Items[1].Link.ShouldBe("https://harbor.example/news/2");
        feed.Items[1].Published.ShouldBe(new DateTimeOffset(2025, 3, 22, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Atom_gives_the_same()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor</title>
            <entry><id>tag:harbor.example,2025:1</id><title type="html">Talks &amp;amp; more</title><link rel="edit" href="/edit/1"/><link href="/news/1"/>
              <published>2025-03-21T09:00:00+02:00</published><updated>2025-03-21T12:00:00Z</updated><author><name>Ada Ohlsson</name><email>a@harbor.example</email></author>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Talks opened.</p></div></content>
              <source><id>x</id><title>Meridian</title></source></entry>
            </feed>
            """);
        var item = feed.Items.ShouldHaveSingleItem();
        (item.Id, item.Link, item.Title, item.Author, item.Source).ShouldBe(("tag:harbor.example,2025:1", "https://harbor.example/news/1", "Talks & more", "Ada Ohlsson", "Meridian"));
        item.Content!.ShouldContain("<p>Talks opened.</p>");
        item.Updated.ShouldBe(new DateTimeOffset(2025, 3, 21, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void So_do_rdf_and_json()
    {
        Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Harbor</title></channel>
            <item><title>Talks</title><link>https://harbor.example/1</link></item></rdf:RDF>
            """).Items.ShouldHaveSingleItem().Link.ShouldBe("https://harbor.example/1");
        var item = Read("""{"version":"https://jsonfeed.org/version/1.1","title":"Harbor","items":[{"id":7,"url":"/news/7","title":"Talks","content_text":"a < b","date_published":"2025-03-21T09:00:00Z","authors":[{"name":"Ada"},{"name":"Bo"}]}]}""").Items.ShouldHaveSingleItem();
        (item.Id, item.Link, item.Author, item.Content).ShouldBe(("7", "https://harbor.example/news/7", "Ada, Bo", "<p>a &lt; b</p>"));
    }

    [Fact]
    public void What_stands_before_a_broken_place_is_read_and_the_place_is_named()
    {
        var feed = Read("<rss><channel><item><title>One</title></item>\n<item><title>Two</title></item>\n<item><title>Three</titel></item></channel></rss>");
        feed.Items.Select(i => i.Title).ShouldBe(["One", "Two"]);
        feed.Fault.ShouldBe("no well-formed XML from line 3, position 21");
    }

    [Fact]
    public void Characters_of_html_and_lone_ampersands_are_no_fault() =>
        Read("<rss><channel><item><title>Fish&nbsp;&chips &eacute; R&D</title><link>https://harbor.example/?a=1&b=2</link></item></channel></rss>")
            .Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(i => i.Title.ShouldBe("Fish &chips é R&D"), i => i.Link.ShouldBe("https://harbor.example/?a=1&b=2"));

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>")]
    public void Entities_of_a_feeds_own_are_refused(string xml)
    {
        var feed = Read(xml);
        feed.Items.ShouldBeEmpty();
        feed.Fault.ShouldBe("it declares a document type, which is refused: a feed has no use for one");
    }

    [Fact]
    public void A_web_page_says_where_its_feed_is() =>
        Read("<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/rss></head><body>x</body></html>").Fault.ShouldBe("a web page, no feed; it names '/rss' as its feed");

    [Fact]
    public void The_charset_is_that_of_the_bytes_whatever_is_declared()
    {
        FeedReader.Read(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><title>Málaga</title></channel></rss>"), "us-ascii", Home).Title.ShouldBe("Málaga");
        FeedReader.Read(Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><title>Málaga</title></channel></rss>"), "utf-8", Home).Title.ShouldBe("Málaga");
        FeedReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<rss><channel><title>Málaga</title></channel></rss>")).ToArray(), null, Home).Title.ShouldBe("Málaga");
    }

    [Theory]
    [InlineData("Fri, 21 Mar 2025 09:00:00 GMT", "2025-03-21T09:00:00Z")]
    [InlineData("Fri, 21 Mar 2025 09:00:00 +0530", "2025-03-21T03:30:00Z")]
    [InlineData("21 Mar 2025 09:00 PDT", "2025-03-21T16:00:00Z")]
    [InlineData("Thursday, 1 Jan 1970 00:00:00 UT", "1970-01-01T00:00:00Z")]
    [InlineData("2025-03-21", "2025-03-21T00:00:00Z")]
    [InlineData("2099-12-31T23:59:59-11:00", "2100-01-01T10:59:59Z")]
    public void Instants_of_feeds_are_read(string text, string instant) => FeedDate.Parse(text)!.Value.UtcDateTime.ShouldBe(DateTime.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime());

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("99 Foo 2025 00:00:00 GMT")]
    public void What_is_no_instant_is_none(string text) => FeedDate.Parse(text).ShouldBeNull();

    [Fact]
    public void No_bytes_whatever_make_it_fail() => Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400], Gen.Byte.Array[0, 12]).Sample(
        (from, length, noise) =>
        {
            var whole = Encoding.UTF8.GetBytes("<?xml version='1.0'?><rss><channel><title>T</title><item><title>a</title><author><name>x</name></author><content type='xhtml'><p>q</p></content><source>m</source><link href='/a'/><description><![CDATA[<b>]]></description></item></channel></rss>");
            var cut = whole.AsSpan(0, Math.Min(from, whole.Length)).ToArray().Concat(noise).Concat(whole.Skip(Math.Min(length, whole.Length))).ToArray();
            FeedReader.Read(cut, null, Home).ShouldNotBeNull();
        });

    private static Feed Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Home);
}
