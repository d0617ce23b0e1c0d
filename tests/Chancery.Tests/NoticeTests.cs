using System.Text.RegularExpressions;

namespace Chancery.Tests;

public partial class NoticeTests
{
    [Fact]
    public void Every_notice_of_the_code_is_documented_and_no_other()
    {
        var code = Directory.EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => InCode().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order();
        var documented = InPage().Matches(File.ReadAllText(Repository.File("docs", "notices.md"))).Select(m => m.Groups[1].Value).Distinct().Order();
        documented.ShouldBe(code);
    }

    [GeneratedRegex("new(?: Notice)?\\(\\s*\"([a-z-]+)\",\\s*NoticeSeverity\\.")]
    private static partial Regex InCode();

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InPage();
}
