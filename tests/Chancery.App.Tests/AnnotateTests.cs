using System.Text.Json;

namespace Chancery.App.Tests;

public class AnnotateTests
{
    [Fact]
    public async Task A_line_that_is_no_json_is_named_and_the_rest_goes_on()
    {
        var run = await CommandRun.WithInput("""
            {"id":"a","text":"Envoys met."}
            nonsense
            {"id":"b"}
            {"id":"c","text":"They left."}
            """, "annotate", "--input", "jsonl");
        run.Status.ShouldBe(3);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()).ShouldBe(["a", "c"]);
        run.Errors.ShouldContain("stdin:2: not JSON");
        run.Errors.ShouldContain("stdin:3: no \"text\"");
    }

    [Fact]
    public async Task Layers_not_asked_for_are_absent_and_the_others_are_there_even_if_empty()
    {
        var run = await CommandRun.WithInput("{\"text\":\"\"}", "annotate", "--layers", "tokens,claims", "--input", "jsonl");
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["id", "title", "publisher", "published", "url", "language", "declaredOrigin", "text", "notices", "sentences", "tokens", "claims"]);
    }

    [Fact]
    public async Task An_unknown_layer_is_wrong_usage()
    {
        var run = await CommandRun.Of("annotate", "--layers", "colours");
        run.Status.ShouldBe(2);
        run.Errors.ShouldContain("there is no layer 'colours'");
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\\ud800b")]
    [InlineData("\\ufeffBOM, NUL \\u0000 and CRLF\\r\\nnext")]
    [InlineData("\\ud83d\\ude00 \\\"quoted\\\" \\\\ \\udc00")]
    public async Task Text_comes_back_unit_by_unit(string escaped)
    {
        var run = await CommandRun.WithInput($"{{\"text\":\"{escaped}\"}}", "annotate", "--input", "jsonl", "--layers", "claims");
        Units(run.Output).ShouldBe(Units($"{{\"text\":\"{escaped}\"}}"));

        // the raw units, since the library's own reader refuses lone surrogates
        static string Units(string json)
        {
            var at = json.IndexOf("\"text\":\"", StringComparison.Ordinal) + 8;
            var raw = new System.Text.StringBuilder();
            for (; json[at] != '"'; at++)
            {
                if (json[at] == '\\') raw.Append(json[at++]);
                raw.Append(json[at]);
            }
            return System.Text.RegularExpressions.Regex.Unescape(raw.ToString().Replace("\\\"", "\""));
        }
    }

    [Fact]
    public async Task A_closed_pipe_is_no_error()
    {
        using var process = CommandRun.Start("annotate", "--input", "jsonl", "--layers", "tokens");
        var line = $"{{\"text\":\"{string.Concat(Enumerable.Repeat("They met again. ", 400))}\"}}";
        process.StandardOutput.Close();
        try
        {
            for (var i = 0; i < 200; i++) await process.StandardInput.WriteLineAsync(line);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // the command has gone, as it should
        }
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        errors.ShouldBeEmpty();
        process.ExitCode.ShouldBe(0);
    }
}
