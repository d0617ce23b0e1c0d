using System.Globalization;

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
            if (!inside || cells.Length < 4 || !cells[^2].Contains('{', StringComparison.Ordinal)) continue;
            value = cells[1];
            rows.Add(value, cells[^2]);
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

    [Theory]
    [MemberData(nameof(Rows), "Figures")]
    public void An_example_has_the_figure_of_its_row(string figure, string marked)
    {
        var example = Example.Parse(marked);
        var quantity = Example.Read(example.Text).Mentions.Quantities.Single(q => q.Span.Overlaps(example.Content!.Value)).Quantity;
        var change = quantity.Change is { } some ? " " + some.ToString().ToLowerInvariant() : "";
        string.Create(CultureInfo.InvariantCulture, $"{(quantity.Approximate ? "~" : "")}{quantity.Min}..{quantity.Max}{change}").ShouldBe(figure);
    }

    [Theory]
    [MemberData(nameof(Rows), "Chains")]
    public void An_example_has_the_voices_of_its_row(string voices, string marked)
    {
        var example = Example.Parse(marked);
        var claim = Example.Read(example.Text).Claims.Claims.Single(c => c.Trigger.Overlaps(example.Content!.Value));
        string.Join(", ", claim.Commitments.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Source ?? "report"} {Math.Round(c.Factuality.Value):+0;-0;0}"))).ShouldBe(voices);
        claim.Commitments[^1].Factuality.ShouldBe(claim.Factuality);
        claim.Attribution.ShouldBe(claim.Commitments.Skip(1).Select(c => c.Source!));
    }

    [Theory]
    [MemberData(nameof(Rows), "Unknowns")]
    public void An_example_leaves_open_what_its_row_says(string what, string marked)
    {
        var example = Example.Parse(marked);
        Example.Read(example.Text).Attributions.Unknowns.Single(u => u.Span.Overlaps(example.Content!.Value)).What.ShouldBe(what);
    }
}
