using System.Text;
using Chancery.Formats;

namespace Chancery.Tests.Formats;

/// <summary>Holds docs/formats.md to the code: every format, every table, every column with where it comes from.</summary>
/// <remarks>With CHANCERY_APPROVE=1 the tables of the page are written anew.</remarks>
public sealed class FormatsPageTests
{
    private static readonly string Page = Repository.File("docs", "formats.md");

    [Fact]
    public void The_page_says_of_every_column_what_the_code_says()
    {
        var page = File.ReadAllText(Page);
        foreach (var format in ExportFormats.All)
        {
            page.ShouldContain($"`{format.Name}`", customMessage: "a format is not on the page");
            foreach (var table in format.Tables)
            {
                var (open, close) = ($"<!-- columns of {table.Name} -->\n", $"<!-- end of {table.Name} -->\n");
                var (from, to) = (page.IndexOf(open, StringComparison.Ordinal), page.IndexOf(close, StringComparison.Ordinal));
                from.ShouldBeGreaterThan(0, $"the page has no place for the columns of {table.Name}");
                from += open.Length;
                if (Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1") File.WriteAllText(Page, page = page[..from] + Columns(table) + page[to..]);
                else page[from..to].ShouldBe(Columns(table), $"columns of {table.Name}: run with CHANCERY_APPROVE=1 and review what changed");
            }
        }
    }

    [Fact]
    public void Every_column_says_where_it_comes_from_and_none_is_there_twice()
    {
        foreach (var table in ExportFormats.All.SelectMany(f => f.Tables))
        {
            table.Columns.Select(c => c.Name).ShouldBeUnique();
            table.Columns.ShouldAllBe(c => c.Origin.Length > 3 && !c.Origin.Contains('|'));
        }
    }

    private static string Columns(Chancery.Formats.Tables.Table table)
    {
        var text = new StringBuilder("| column | holds | where it comes from |\n|---|---|---|\n");
        foreach (var column in table.Columns) text.Append($"| {column.Name} | {column.Type.ToString().ToLowerInvariant()} | {column.Origin} |\n");
        return text.ToString();
    }
}
