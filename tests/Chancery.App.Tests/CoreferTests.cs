using System.Text.Json;

namespace Chancery.App.Tests;

public class CoreferTests
{
    [Fact]
    public async Task Mentions_of_one_happening_share_a_chain_across_reports_and_others_do_not()
    {
        const string one = "😀 Police arrested the smuggler Anton Brek in Riga on Friday. The arrest followed a shooting at the port.";
        const string two = "The smuggler Anton Brek was detained by police in Riga, two days after gunmen opened fire at the port.";
        var run = await CommandRun.WithInput(Line("a", one, "arrested", "arrest followed"[..6], "shooting") + "\n" + Line("b", two, "detained", "opened fire"), "corefer");
        run.Status.ShouldBe(0, run.Errors);
        var reports = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        reports.Select(r => r.GetProperty("id").GetString()).ShouldBe(["a", "b"]);
        var chains = reports.SelectMany(r => r.GetProperty("mentions").EnumerateArray().Select(m => m.GetProperty("chain").GetInt32())).ToArray();
        var (arrest, shooting) = (chains[0], chains[2]);
        chains.ShouldBe([arrest, arrest, shooting, arrest, shooting]);
        arrest.ShouldNotBe(shooting);
        reports[0].GetProperty("mentions")[0].GetProperty("start").GetInt32().ShouldBe(9);
    }

    private static string Line(string id, string text, params string[] mentions)
    {
        var at = -1;
        var spans = mentions.Select(m =>
        {
            at = text.IndexOf(m, at + 1, StringComparison.Ordinal);
            var start = text[..at].EnumerateRunes().Count();
            return new { start, end = start + m.Length };
        }).ToArray();
        return JsonSerializer.Serialize(new { id, text, mentions = spans });
    }
}
