using System.Globalization;
using System.Text;

namespace Chancery.Cli.Terminal;

/// <summary>A table of plain text: columns as wide as their cells, the widest shortened where the line would not fit.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    /// <summary>Least width a column is shortened to.</summary>
    private const int Narrow = 10;

    /// <summary>Columns of the terminal; 160 where output goes elsewhere.</summary>
    internal static int Width => Console.IsOutputRedirected ? 160 : Math.Max(60, Console.WindowWidth);

    internal static string Render((string Name, bool IsWhole)[] header, IReadOnlyList<string[]> rows, int width)
    {
        var widths = header.Select((column, i) => Math.Max(column.Name.Length, rows.Max(r => Length(r[i])))).ToArray();
        while (widths.Sum() + Gap * (widths.Length - 1) > width && Widest(header, widths) is var widest and >= 0) widths[widest]--;
        var text = new StringBuilder();
        Append(text, [.. header.Select(h => h.Name.ToUpperInvariant())], widths);
        foreach (var row in rows) Append(text, row, widths);
        return text.ToString();
    }

    /// <summary>The widest column that may be shortened; -1 where there is none.</summary>
    private static int Widest((string Name, bool IsWhole)[] header, int[] widths)
    {
        var widest = -1;
        for (var i = 0; i < widths.Length; i++)
            if (!header[i].IsWhole && widths[i] > Narrow && (widest < 0 || widths[i] > widths[widest])) widest = i;
        return widest;
    }

    /// <summary>One line without control characters, which a report could use to write over the screen.</summary>
    internal static string Clean(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        return string.Create(text.Length, text, (clean, dirty) =>
        {
            for (var i = 0; i < clean.Length; i++) clean[i] = char.IsControl(dirty[i]) ? ' ' : dirty[i];
        });
    }

    private static void Append(StringBuilder text, string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = Shorten(cells[i], widths[i]);
            line.Append(cell);
            if (i < cells.Length - 1) line.Append(' ', widths[i] - Length(cell) + Gap);
        }
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private static string Shorten(string cell, int width)
    {
        if (Length(cell) <= width) return cell;
        var info = new StringInfo(cell);
        return info.SubstringByTextElements(0, width - 1) + "…";
    }

    private static int Length(string cell) => System.Text.Ascii.IsValid(cell) ? cell.Length : new StringInfo(cell).LengthInTextElements;
}
