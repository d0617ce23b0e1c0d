using System.Text.Json;
using Chancery.Intake;
using Chancery.Linguistics;

namespace Chancery.Tests.Formats;

public sealed class EntityFormatTests(ExportFixture record) : IClassFixture<ExportFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Annotations_anchor_the_words_by_quote_and_by_position()
    {
        using var page = JsonDocument.Parse(await record.Text("annotations"));
        page.RootElement.GetProperty("type").GetString().ShouldBe("AnnotationPage");
        page.RootElement.GetProperty("@context")[0].GetString().ShouldBe("http://www.w3.org/ns/anno.jsonld");
        var items = page.RootElement.GetProperty("items").EnumerateArray().ToArray();
        items.Length.ShouldBe(4);
        foreach (var item in items)
        {
            var claim = item.GetProperty("id").GetString()!["urn:chancery:claim:".Length..];
            var text = (await record.Store.ClaimsAsync(new() { Id = claim }, Cancel).SingleAsync(Cancel)).Reading.Report.Text;
            var selectors = item.GetProperty("target").GetProperty("selector").EnumerateArray().ToDictionary(s => s.GetProperty("type").GetString()!);
            var position = selectors["TextPositionSelector"];
            var span = new CodePoints(text).ToUtf16(new TextSpan(position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32()));
            var quote = selectors["TextQuoteSelector"];
            span.In(text).ShouldBe(quote.GetProperty("exact").GetString());
            text.Replace('\ud800', '\ufffd').ShouldContain(quote.GetProperty("prefix").GetString() + quote.GetProperty("exact").GetString() + quote.GetProperty("suffix").GetString());
            item.GetProperty("target").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        }
        items.Select(i => i.GetProperty("target").GetProperty("source").GetString()).ShouldContain("urn:chancery:report:rumor"); // 'no address' is none
    }

    [Fact]
    public async Task FollowTheMoney_entities_name_only_entities_that_are_there()
    {
        var entities = (await record.Text("ftm")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        var ids = entities.Select(e => e.GetProperty("id").GetString()!).ToArray();
        ids.ShouldBeUnique();
        foreach (var entity in entities)
        {
            foreach (var property in entity.GetProperty("properties").EnumerateObject().Where(p => p.Name is "organizer" or "involved" or "proof" or "holder" or "post"))
                property.Value.EnumerateArray().ShouldAllBe(v => ids.Contains(v.GetString()!), property.Name);
        }
        var schemas = entities.Select(e => e.GetProperty("schema").GetString()).Distinct().ToArray();
        schemas.ShouldBe(["Document", "Event", "LegalEntity", "Occupancy", "Person", "Position", "PublicBody"], ignoreOrder: true);
        var shoigu = entities.Single(e => e.GetProperty("schema").GetString() == "Person");
        shoigu.GetProperty("properties").GetProperty("country")[0].GetString().ShouldBe("ru");
    }

    [Fact]
    public async Task Conllu_is_read_in_again()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".conllu");
        await File.WriteAllTextAsync(path, await record.Text("conllu", query: new() { Report = "visit" }), Cancel);
        try
        {
            var faults = new List<IntakeFault>();
            var reports = await new ReportIntake(new() { Format = InputFormat.Conllu }, faults.Add).ReadAsync([path], Cancel).ToListAsync(Cancel);
            faults.ShouldBeEmpty();
            reports.ShouldHaveSingleItem().Text.ShouldContain("Sergei Shoigu visited North Korea");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
