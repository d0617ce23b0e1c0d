using System.Text;
using Spectre.Console;

namespace Chancery.Cli.Terminal;

/// <summary>A table of plain text. On a terminal long cells are folded to fit; elsewhere every row is one line, so that it can be searched.</summary>
internal static class TextTable
{
    /// <summary>Wide enough for any row of a file.</summary>
    private const int Unlimited = 10_000;

    /// <summary>No column is made narrower than this.</summary>
    private const int Narrow = 12;

    private const int Gap = 2;

    /// <param name="header">Names of the columns; those marked as names are never folded, since they are typed back.</param>
    /// <param name="rows">The cells.</param>
    internal static string Render((string Name, bool IsName)[] header, IReadOnlyList<string[]> rows)
    {
        var width = Console.IsOutputRedirected ? Unlimited : Math.Max(60, Console.WindowWidth);
        var widths = Widths(header, rows, width);
        var table = new Table().NoBorder();
        for (var i = 0; i < header.Length; i++)
            table.AddColumn(new TableColumn(new Text(header[i].Name.ToUpperInvariant())) { Width = widths[i], Padding = new Padding(0, 0, Gap, 0) });
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(Clean(cell))));
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Math.Max(width, widths.Sum() + Gap * widths.Length);
        console.Write(table);
        return TrimLines(text.ToString());
    }

    /// <summary>As wide as the cells, the widest narrowed until the row fits; the library would narrow all of them alike and break short words.</summary>
    private static int[] Widths((string Name, bool IsName)[] header, IReadOnlyList<string[]> rows, int width)
    {
        var widths = header.Select((column, i) => Math.Max(column.Name.Length, rows.Max(r => r[i].GetCellWidth()))).ToArray();
        while (widths.Sum() + Gap * widths.Length > width)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => !header[i].IsName).MaxBy(i => widths[i]);
            if (widths[widest] <= Narrow) break;
            widths[widest]--;
        }
        return widths;
    }

    /// <summary>One line without control characters, which a report could use to write over the screen.</summary>
    internal static string Clean(string text) => !text.Any(char.IsControl) ? text : string.Create(text.Length, text, (clean, dirty) =>
    {
        for (var i = 0; i < clean.Length; i++) clean[i] = char.IsControl(dirty[i]) ? ' ' : dirty[i];
    });

    private static string TrimLines(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().TrimEnd().EnumerateLines()) trimmed.Append(line.TrimEnd()).Append('\n');
        return trimmed.ToString();
    }
}
