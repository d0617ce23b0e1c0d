namespace Chancery.Tests.Attributing;

/// <summary>Reads <c>docs/codebook.md</c> and checks that every example comes out as its row says.</summary>
public class CodebookTests
{
    public static TheoryData<string, string> Rows(string section)
    {
        var rows = new TheoryData<string, string>();
        var (inside, value) = (false, "");
        foreach (var line in File.ReadLines(Repository.File("docs", "codebook.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) inside = line.StartsWith($"## {section}", StringComparison.Ordinal);
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (!inside || cells.Length < 5 || !cells[3].Contains('{', StringComparison.Ordinal)) continue;
            value = cells[1];
            rows.Add(value, cells[3]);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows), "Status")]
    public void An_example_has_the_status_of_its_row(string status, string marked)
    {
        var example = Example.Parse(marked);
        var predicate = Example.Read(example.Text).Attributions.Predicates.Single(p => example.Content!.Value.Contains(p.Span));
        predicate.Status.ToString().ShouldBe(status.Replace("-", "", StringComparison.Ordinal), StringCompareShould.IgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Rows), "Stance")]
    public void An_example_has_the_stance_of_its_row(string stance, string marked)
    {
        var example = Example.Parse(marked);
        var relation = Example.Read(example.Text).Attributions.Relations.Single(r => r.Cue is { } cue && cue.Overlaps(example.Content!.Value));
        relation.Stance.ToString().ShouldBe(stance, StringCompareShould.IgnoreCase);
    }
}
