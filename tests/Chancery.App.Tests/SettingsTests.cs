namespace Chancery.App.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_flag_holds_over_the_environment_that_over_the_project_and_that_over_the_user()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "home", ".config", "chancery"));
        Directory.CreateDirectory(Path.Combine(_folder, "project", "below"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "home", ".config", "chancery", "config.json"), """{ "record": "user.db", "max-report": "2M", "min-confidence": 0.1 }""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "project", "chancery.json"), """{ "record": "project.db", "min-confidence": 0.2, /* why */ }""");
        var shown = await In("project/below", "CHANCERY_MIN_CONFIDENCE=0.3", "config show --origin");
        shown.Status.ShouldBe(0, shown.Errors);
        Row(shown, "record").ShouldContain(Path.Combine(_folder, "project", "project.db"));
        Row(shown, "record").ShouldContain("chancery.json");
        Row(shown, "max-report").ShouldContain("config.json");
        Row(shown, "min-confidence").ShouldContain("0.3");
        Row(shown, "min-confidence").ShouldContain("CHANCERY_MIN_CONFIDENCE");
        (await In("project/below", "", "list claims")).ErrorLine.ShouldContain(Path.Combine(_folder, "project", "project.db"));
        (await In("project/below", "CHANCERY_RECORD=env.db", "list claims")).ErrorLine.ShouldContain("'env.db'");
        (await In("project/below", "CHANCERY_RECORD=env.db", "list claims --record flag.db")).ErrorLine.ShouldContain("'flag.db'");
    }

    [Theory]
    [InlineData("""{ "recrod": "x.db" }""", "there is no setting 'recrod'; there are record, ")]
    [InlineData("""{ "record": true }""", "'record' is true; expected a text or a number")]
    [InlineData("{ record", "is not JSON")]
    [InlineData("[]", "expected an object")]
    public async Task A_fault_in_a_file_is_told_with_its_place(string content, string said)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "chancery.json"), content);
        var run = await In(".", "", "list claims");
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain(Path.Combine(_folder, "chancery.json"));
        run.ErrorLine.ShouldContain(said);
    }

    [Fact]
    public async Task A_value_that_an_option_refuses_is_told_with_where_it_was_set()
    {
        var run = await In(".", "CHANCERY_MAX_REPORT=much", "read x");
        run.Status.ShouldBe(2);
        run.Errors.ShouldContain("--max-report 'much'");
        run.Errors.ShouldContain("comes from environment variable CHANCERY_MAX_REPORT");
    }

    [Fact]
    public async Task Doctor_finds_nothing_wrong_here_and_says_what_to_do_where_something_is()
    {
        var well = await In(".", "", "doctor --record new.db");
        well.Status.ShouldBe(0, well.Output + well.Errors);
        well.Output.ShouldContain("ok   knowledge");
        await File.WriteAllTextAsync(Path.Combine(_folder, "letter.db"), new string('x', 5000));
        var ill = await In(".", "", "doctor --record letter.db");
        ill.Status.ShouldBe(1);
        ill.Output.ShouldContain("BAD  record");
        ill.Output.ShouldContain("→ name another with --record");
    }

    [Theory]
    [InlineData("", "export")]
    [InlineData("list cl", "claims")]
    [InlineData("export --format gde", "gdelt-mentions")]
    [InlineData("completions ", "pwsh")]
    public async Task The_program_says_what_can_follow(string line, string expected) =>
        (await CommandRun.Of($"[suggest:{line.Length}]", line)).Output.Split('\n').Select(l => l.Trim()).ShouldContain(expected);

    [Fact]
    public async Task Bash_completes_by_asking_the_program()
    {
        if (!OperatingSystem.IsLinux()) return;
        await File.WriteAllTextAsync(Path.Combine(_folder, "chancery"), $"#!/bin/sh\nexec dotnet {CommandRun.Dll} \"$@\"\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "try.sh"),
            "source <(chancery completions bash)\nCOMP_WORDS=(chancery list cl) COMP_CWORD=2 COMP_LINE='chancery list cl' COMP_POINT=16\n_chancery\necho \"${COMPREPLY[@]}\"\n");
        var run = await CommandRun.Shell($"cd {_folder} && chmod +x chancery && PATH={_folder}:$PATH bash try.sh");
        run.Errors.ShouldBeEmpty();
        run.Output.Trim().ShouldBe("claims");
    }

    [Theory]
    [InlineData("zsh", "compdef _chancery chancery")]
    [InlineData("fish", "complete -c chancery")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Every_shell_has_its_script(string shell, string part) => (await CommandRun.Of("completions", shell)).Output.ShouldContain(part);

    private static string Row(CommandRun run, string setting) => run.Output.Split('\n').Single(l => l.StartsWith(setting + " ", StringComparison.Ordinal));

    private Task<CommandRun> In(string folder, string variables, string command) =>
        CommandRun.Shell($"cd {Path.Combine(_folder, folder)} && HOME={Path.Combine(_folder, "home")} XDG_CONFIG_HOME= DOTNET_CLI_HOME=/tmp {variables} dotnet {CommandRun.Dll} {command}");
}
