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
        run.ErrorLine.ShouldContain("no actor, word, frame or code is known as 'Nobody Atall'");
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

    [Fact]
    public async Task Only_offices_of_the_day_are_shown()
    {
        var run = await CommandRun.Of("lexicon", "Sergei Shoigu", "--on", "2020-02-01");
        run.Output.ShouldContain("inister of Defen");
        run.Output.ShouldNotContain("Secretary of the Security Council");
    }

    [Fact]
    public async Task A_word_is_shown_with_rules_examples_and_codes_and_a_frame_with_its_words()
    {
        var word = await CommandRun.Of("lexicon", "embargoed");
        word.Output.ShouldContain("verb embargo (obj) → sanction");
        word.Output.ShouldContain("verbs.sanction.tsv:");
        word.Output.ShouldContain("PLOVER SANCTION/discontinue (-6, quad 4), CAMEO 163");
        (await CommandRun.Of("lexicon", "visit.host")).Status.ShouldBe(1);
        (await CommandRun.Of("lexicon", "attack.drone")).Output.ShouldContain("frame attack.drone → attack");
        (await CommandRun.Of("lexicon", "057")).Output.ShouldContain("CAMEO 057");
    }

    [Theory]
    [InlineData("annotate")]
    [InlineData("brief")]
    [InlineData("read")]
    public async Task Own_actors_words_and_frames_are_read_wherever_reports_are(string command)
    {
        Table("actors/groups.tsv", "name\tcountry\tsectors\taliases", "League of Marshes\tPRY\tREB\t-");
        Table("frames/frames.tsv", "name\tparent\treciprocal\tgloss", "attack.curse\tattack\tno\tcurse in battle");
        Table("languages/en/frames/verbs.own.tsv", "word\twhen\tframe\tactor\trecipient\texample", "blorb\tobj\tattack.curse\tsubj\tobj\t[Rebels] blorbed {the village}.");
        var report = Path.Combine(_folder.FullName, "report.txt");
        await File.WriteAllTextAsync(report, "ASUNCION, May 6, 2024 - The League of Marshes blorbed soldiers on Monday.", TestContext.Current.CancellationToken);
        var record = Path.Combine(_folder.FullName, "record.db");
        string[] rest = command == "read" ? ["--record", record] : [];
        var run = await CommandRun.Of([command, report, "--lexicon", _folder.FullName, .. rest]);
        run.Status.ShouldBe(0, run.Errors);
        if (command == "read") run = await CommandRun.Of("list", "claims", "--record", record, "--type", "attack.curse", "--format", "json", "--lexicon", _folder.FullName);
        run.Output.ShouldContain("League of Marshes");
        if (command != "brief") run.Output.ShouldContain("ASSAULT");
    }

    [Fact]
    public async Task Faults_of_all_tables_are_told_at_once_and_no_record_is_made()
    {
        Table("actors/groups.tsv", "name\tcountry\tsectors\taliases", "A League\tQQQ\tREB\t-");
        Table("frames/embedding.tsv", "outer\tinner\tframe\texample", "agree\tno-such\tagree\t-");
        Table("languages/en/frames/verbs.own.tsv", "word\twhen\tframe\tactor\trecipient\texample", "blorb\tobj\tno-frame\tsubj\tobj\t-", "glorb\tobj=@none\tattack\tsubj\tobj\t-", "plorb\tobj\tattack\tsubj\tobj\t-", "plorb\tobj\tkill\tsubj\tobj\t-");
        var record = Path.Combine(_folder.FullName, "record.db");
        var run = await CommandRun.Of("read", _folder.FullName, "--record", record, "--lexicon", _folder.FullName);
        run.Status.ShouldBe(1);
        run.Errors.ShouldContain("groups.tsv:2: unknown country 'QQQ'");
        run.Errors.ShouldContain("embedding.tsv:2: unknown frame 'no-such'");
        run.Errors.ShouldContain("verbs.own.tsv:2: unknown frame 'no-frame'");
        run.Errors.ShouldContain("verbs.own.tsv:3: unknown word class in 'obj=@none'");
        run.Errors.ShouldContain("verbs.own.tsv:5: 'plorb' stands twice");
        File.Exists(record).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cycle_of_own_frames_is_named()
    {
        Table("frames/frames.tsv", "name\tparent\treciprocal\tgloss", "own.a\town.b\tno\ta", "own.b\town.a\tno\tb");
        var run = await CommandRun.Of("lexicon", "seize", "--lexicon", _folder.FullName);
        run.Status.ShouldBe(1);
        run.Errors.ShouldContain("frames.tsv:2: frame 'own.a' is its own ancestor");
        run.Errors.ShouldContain("frames.tsv:3: frame 'own.b' is its own ancestor");
    }

    private void Table(string path, params string[] lines)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
    }
}
