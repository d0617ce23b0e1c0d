namespace Chancery.Tests.Examples;

/// <summary>The code of docs/library.md is the code that is compiled and run here.</summary>
public sealed class ExamplesPageTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.File("tests", "Chancery.Tests", "Examples"), "*.cs").Select(f => Path.GetFileName(f)!).Where(f => f != nameof(ExamplesPageTests) + ".cs")];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_page_shows_what_runs(string file)
    {
        var lines = File.ReadAllLines(Repository.File("tests", "Chancery.Tests", "Examples", file)).SkipWhile(l => !l.Contains("#region example")).Skip(1).TakeWhile(l => !l.Contains("#endregion"));
        var example = string.Join('\n', lines.Select(l => l.Length > 8 ? l[8..] : l.Trim()));
        example.Length.ShouldBeGreaterThan(100);
        File.ReadAllText(Repository.File("docs", "library.md")).ShouldContain(example);
    }

    [Fact]
    public void The_readme_shows_the_first_of_them()
    {
        var example = File.ReadAllText(Repository.File("README.md"));
        example.ShouldContain("docs/library.md");
        example.ShouldContain("var reader = new ReportReader(EnglishPack.Instance);");
    }
}
