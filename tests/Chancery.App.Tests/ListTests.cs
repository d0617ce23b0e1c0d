using System.Text.Json;

namespace Chancery.App.Tests;

public sealed class ListTests(RecordFixture record) : IClassFixture<RecordFixture>
{
    [Fact]
    public async Task Claims_carry_the_fields_of_the_contract_and_their_report()
    {
        var claims = Lines(await record.Run("list", "claims", "--format", "jsonl"));
        claims.Length.ShouldBeGreaterThan(20);
        foreach (var claim in claims)
        {
            foreach (var field in (string[])["report", "id", "start", "end", "sentence", "evidence", "within", "plover", "mode", "context", "cameo", "goldstein", "quadClass", "actor", "recipient", "status", "factuality", "confidence", "attribution", "time", "place", "figures"])
                claim.TryGetProperty(field, out _).ShouldBeTrue(field);
        }
        claims.Select(c => c.GetProperty("id").GetString()).ShouldBeUnique();
    }

    [Theory]
    [InlineData("events", "id plover status standing independent claims disputes settles")]
    [InlineData("reports", "id publisher published origin dispatch derivedFrom kind")]
    [InlineData("figures", "series of unit min max best asOf change attribution id report start end supersedes contradicts drift")]
    [InlineData("actors", "id name country sectors does receives first last")]
    public async Task Every_listing_has_the_fields_of_the_contract(string what, string fields)
    {
        var run = await record.Run("list", what, "--format", "jsonl");
        run.Status.ShouldBe(0);
        foreach (var row in Lines(run))
            foreach (var field in fields.Split(' ')) row.TryGetProperty(field, out _).ShouldBeTrue(field);
    }

    [Theory]
    [InlineData("--type", "NOSUCH")]
    [InlineData("--since", "2025-13-01")]
    [InlineData("--status", "perhaps")]
    [InlineData("--min-confidence", "7")]
    public async Task A_value_that_is_none_ends_in_the_same_way_whatever_finds_it_out(string option, string value)
    {
        var run = await record.Run("list", "claims", option, value);
        run.Status.ShouldBe(2);
        run.Errors.ShouldContain($"{option} '{value}'");
        run.Errors.ShouldContain("see 'chancery list --help'");
    }

    [Fact]
    public async Task Expectations_stand_on_the_word_of_somebody_not_of_a_file()
    {
        var rows = (await record.Run("list", "expectations", "--format", "csv")).Output.TrimEnd().Split('\n');
        rows.Skip(1).ShouldAllBe(row => !row.Contains("2025-01-13-casualties", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("The Evening Column", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_formats_list_the_same_rows()
    {
        var count = Lines(await record.Run("list", "reports", "--format", "jsonl")).Length;
        count.ShouldBe(14);
        JsonDocument.Parse((await record.Run("list", "reports", "--format", "json")).Output).RootElement.GetArrayLength().ShouldBe(count);
        (await record.Run("list", "reports", "--format", "csv")).Output.TrimEnd().Split('\n').Length.ShouldBe(count + 1);
        (await record.Run("list", "reports")).Output.TrimEnd().Split('\n').Length.ShouldBe(count + 1);
    }

    [Fact]
    public async Task An_actor_is_found_by_any_of_its_names()
    {
        var byName = Lines(await record.Run("list", "claims", "--actor", "North Korea", "--format", "jsonl"));
        byName.ShouldNotBeEmpty();
        byName.ShouldAllBe(c => c.GetProperty("actor").EnumerateArray().Any(a => a.GetProperty("country").GetString() == "PRK" || a.GetProperty("name").GetString()!.Contains("North Korea")));
        Lines(await record.Run("list", "claims", "--actor", "PRK", "--format", "jsonl")).Length.ShouldBe(byName.Length);
    }

    [Fact]
    public async Task Filters_narrow_what_is_listed()
    {
        var run = await record.Run("list", "claims", "--since", "2025-07-01", "--status", "occurred", "--min-confidence", "0.3", "--text", "Lavrov", "--format", "jsonl");
        var claims = Lines(run);
        claims.ShouldNotBeEmpty();
        claims.ShouldAllBe(c => c.GetProperty("report").GetString()!.StartsWith("2025-07") && c.GetProperty("status").GetString() == "occurred");
    }

    [Fact]
    public async Task Figures_are_found_by_the_words_of_their_sentence()
    {
        var figures = Lines(await record.Run("list", "figures", "--text", "soldiers", "--format", "jsonl"));
        figures.ShouldNotBeEmpty();
        figures.Length.ShouldBeLessThan(Lines(await record.Run("list", "figures", "--format", "jsonl")).Length);
    }

    [Fact]
    public async Task Nothing_found_is_said_and_no_error()
    {
        var run = await record.Run("list", "claims", "--text", "pomegranate");
        run.Status.ShouldBe(0);
        run.Output.ShouldBeEmpty();
        run.ErrorLine.ShouldContain("no claims");
    }

    [Theory]
    [InlineData("list", "sandwiches")]
    [InlineData("list", "claims", "--since", "tomorrow")]
    [InlineData("list", "claims", "--status", "maybe")]
    [InlineData("list", "claims", "--format", "xml")]
    [InlineData("list")]
    [InlineData("read")]
    [InlineData("show")]
    [InlineData("annotate", "--max-report", "much")]
    [InlineData("frobnicate")]
    public async Task Wrong_usage_is_told_with_status_2(params string[] args)
    {
        var run = await CommandRun.Of(args);
        run.Status.ShouldBe(2, run.Errors);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_told()
    {
        var run = await CommandRun.Of("list", "claims", "--record", "/nowhere/none.db");
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("there is no record '/nowhere/none.db'");
    }

    [Fact]
    public async Task A_closed_pipe_is_no_error()
    {
        if (OperatingSystem.IsWindows()) return;
        var run = await CommandRun.Shell($"dotnet {CommandRun.Dll} list claims --format jsonl --record {record.Record} | head -n 1 | wc -l; dotnet {CommandRun.Dll} brief --record {record.Record} | head -n 1 | wc -l");
        run.Errors.ShouldBeEmpty();
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).ShouldBe(["1", "1"]);
    }

    private static JsonElement[] Lines(CommandRun run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
