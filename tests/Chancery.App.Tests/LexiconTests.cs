namespace Chancery.App.Tests;

public sealed class LexiconTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chancery-lexicon-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_actor_is_looked_up_with_offices_and_source()
    {
        var run = await CommandRun.Of("lexicon", "Sergei Shoigu", "Nobody Atall");
        run.Status.ShouldBe(3);
        run.Output.ShouldContain("person/sergei-shoigu  Sergei Shoigu  RUS");
        run.Output.ShouldContain("Secretary of the Security Council, RUS (GOV; unsourced)");
        run.ErrorLine.ShouldContain("no actor is named 'Nobody Atall'");
    }

    [Fact]
    public async Task A_dictionary_of_another_coder_is_imported_and_used()
    {
        var dictionary = Path.Combine(_folder.FullName, "own.actors");
        var tables = Path.Combine(_folder.FullName, "tables");
        await File.WriteAllTextAsync(dictionary, "LEAGUE_OF_MARSHES_ [PRYREB]\nNO_CODE\n", TestContext.Current.CancellationToken);
        (await CommandRun.Of("lexicon", "import", dictionary, "--to", tables)).Status.ShouldBe(1);
        Directory.Exists(tables).ShouldBeFalse();
        (await CommandRun.Of("lexicon", "import", dictionary, "--to", tables, "--skip-faults")).Status.ShouldBe(3);
        var run = await CommandRun.WithInput("{\"text\":\"The League of Marshes attacked a village.\"}", "annotate", "--input", "jsonl", "--layers", "entities", "--lexicon", tables);
        run.Status.ShouldBe(0);
        run.Output.ShouldContain("\"actor\":\"group/league-of-marshes\",\"country\":\"PRY\"");
    }

    [Fact]
    public async Task Faults_of_own_tables_are_all_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "actors"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "actors", "groups.tsv"), "name\tcountry\tsectors\taliases\nA League\tQQQ\tREB\t-\nB League\tPRY\tXXX\t-\n", TestContext.Current.CancellationToken);
        var run = await CommandRun.WithInput("{\"text\":\"Hm.\"}", "annotate", "--input", "jsonl", "--lexicon", _folder.FullName);
        run.Status.ShouldBe(1);
        run.Errors.ShouldContain("groups.tsv:2: unknown country 'QQQ'");
        run.Errors.ShouldContain("groups.tsv:3: unknown sector 'XXX'");
        run.Output.ShouldBeEmpty();
    }
}
