using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Chancery.Intake.Feeds;
using Chancery.Watching;

namespace Chancery.Tests.Watching;

/// <summary>Alerts as feeds, mails and JSON, with words in them that try to be more than words.</summary>
public class AlertFormsTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Alert Hostile = new()
    {
        Watch = "../../etc/passwd",
        Story = "e1\r\nBcc: all@harbor.example",
        Headline = "Envoys met\r\nBcc: all@harbor.example <script>alert(1)</script> \u0001 \ud800 in Málaga, and of what they said there is much to tell that does not fit in a line",
        First = Now.AddDays(-1),
        Updated = Now,
        Revision = 2,
        Event = "e1",
        Changes = [new(ChangeKind.Source, Now, "1 → 2 independent sources", [new("a", "Harbor & Sea", new(2025, 3, 23), "https://harbor.example/?a=1&b=2", "Envoys met.")]), new(ChangeKind.New, Now.AddDays(-1), "first told of", [])],
    };

    [Fact]
    public void A_feed_is_well_formed_and_has_one_entry_a_story()
    {
        using var stream = new MemoryStream();
        AtomAlerts.Write(stream, [Hostile, Hostile with { Story = "e2", Updated = Now.AddDays(1) }], Now);
        var feed = FeedReader.Read(stream.ToArray(), null, null);
        feed.Fault.ShouldBeNull();
        feed.Items.Count.ShouldBe(2);
        feed.Items[0].Updated.ShouldBe(Now.AddDays(1));
        feed.Items[1].ShouldSatisfyAllConditions(i => i.Id.ShouldBe(Hostile.Urn()), i => i.Content!.ShouldContain("“Envoys met.” (Harbor & Sea, 2025-03-23, https://harbor.example/?a=1&b=2)"));
        XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF')).Root!.Name.LocalName.ShouldBe("feed");
    }

    [Fact]
    public void A_mail_has_no_header_that_a_report_could_have_put_there()
    {
        var mail = Encoding.ASCII.GetString(MailAlerts.Of(Hostile));
        var (head, body) = (mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)], mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        head.Split("\r\n").Where(l => !l.StartsWith(' ')).Select(l => l.Split(':')[0]).ShouldBe(["From", "To", "Date", "Message-ID", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]);
        head.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
        Encoding.UTF8.GetString(Convert.FromBase64String(body)).ShouldContain("Watch: ../../etc/passwd");
        MailAlerts.FileName(Hostile).ShouldMatch("^[a-z0-9-]+\\.eml$");
        MailAlerts.FileName(Hostile with { Revision = 3, Updated = Now.AddDays(2) }).ShouldBe(MailAlerts.FileName(Hostile));
    }

    [Fact]
    public void Json_says_it_in_the_words_of_watch_files()
    {
        using var json = JsonDocument.Parse(AlertJson.Of(Hostile with { Headline = "Envoys met" }));
        json.RootElement.GetProperty("changes")[0].GetProperty("kind").GetString().ShouldBe("source");
        json.RootElement.GetProperty("revision").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void A_watch_file_gives_watches_and_may_have_remarks()
    {
        var watches = WatchFile.Parse("""
            { // mine
              "watches": [ { "name": "arms", "actor": "North Korea", "type": "AID", "since": "2024-10-01", "status": "not-occurred", "changes": ["met", "denied",] },
                           { "name": "all" } ] }
            """);
        watches[0].ShouldSatisfyAllConditions(
            w => w.Question.ShouldBe(new Question { Actor = "North Korea", Type = "AID", Since = new DateOnly(2024, 10, 1), Status = ClaimStatus.NotOccurred }),
            w => w.Changes.ShouldBe([ChangeKind.Met, ChangeKind.Denied]));
        watches[1].Changes.ShouldBe(Watch.Usual);
    }

    [Theory]
    [InlineData("{", "line 1, byte 2: not JSON from here on")]
    [InlineData("""{"watches":[]}""", "it has no watches: expected { \"watches\": [ { \"name\": …, \"actor\": … } ] }")]
    [InlineData("""{"watches":[{"actor":"x"}]}""", "a watch has no name")]
    [InlineData("""{"watches":[{"name":"x"},{"name":"X"}]}""", "two watches are called 'x'")]
    [InlineData("""{"watches":[{"name":"x","actr":"y"}]}""", "line 1, byte 32: watches[0].actr is not what is expected there")]
    [InlineData("""{"watches":[{"name":"x","changes":["met","sunk"]}]}""", "line 1, byte 48: watches[0].changes[1] is not what is expected there")]
    public void A_watch_file_that_is_none_says_where(string text, string message) => Should.Throw<FormatException>(() => WatchFile.Parse(text)).Message.ShouldBe(message);
}
