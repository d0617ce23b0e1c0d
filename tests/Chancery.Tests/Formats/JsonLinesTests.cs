using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Formats.JsonLines;
using Chancery.Linguistics;
using Json.Schema;

namespace Chancery.Tests.Formats;

public sealed class JsonLinesTests(ExportFixture record) : IClassFixture<ExportFixture>
{
    [Theory]
    [InlineData("claims", 4)]
    [InlineData("events", 4)]
    [InlineData("figures", 1)]
    [InlineData("reports", 4)]
    public async Task Every_line_follows_the_schema_and_the_schema_knows_every_field(string table, int count)
    {
        var text = ExportSchemas.Of(table)!;
        var (schema, declared) = (JsonSchema.FromText(text), JsonNode.Parse(text)!.AsObject());
        var lines = (await record.Text("jsonl", table)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(count);
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
            result.IsValid.ShouldBeTrue(line + "\n" + JsonSerializer.Serialize(result));
            document.RootElement.EnumerateObject().Select(p => p.Name).Except(declared["properties"]!.AsObject().Select(p => p.Key)).ShouldBeEmpty();
            document.RootElement.GetProperty("schema").GetString().ShouldBe(ExportSchemas.NameOf(table));
        }
    }

    [Fact]
    public void A_schema_refuses_what_is_no_claim()
    {
        using var line = JsonDocument.Parse("""{"id":"x","status":"maybe"}""");
        JsonSchema.FromText(ExportSchemas.Of("claims")!).Evaluate(line.RootElement).IsValid.ShouldBeFalse();
        ExportSchemas.Of("sandwiches").ShouldBeNull();
    }

    [Fact]
    public async Task Offsets_lead_to_the_words_in_code_points()
    {
        foreach (var line in (await record.Text("jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement))
        {
            var report = (await record.Store.ReadingAsync(line.GetProperty("report").GetString()!, TestContext.Current.CancellationToken))!.Report.Text;
            var points = new CodePoints(report);
            var span = points.ToUtf16(new TextSpan(line.GetProperty("start").GetInt32(), line.GetProperty("end").GetInt32()));
            span.In(report).ShouldBe(line.GetProperty("words").GetString());
        }
    }
}
