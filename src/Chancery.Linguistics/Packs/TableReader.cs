namespace Chancery.Linguistics.Packs;

/// <summary>Reads a lexicon: UTF-8, tab-separated; lines that start with <c>#</c> are remarks; the first other line names the columns.</summary>
internal static class TableReader
{
    internal static string[] Read(string file, string text, ReadOnlySpan<string> required, List<TableRow> rows, List<PackFault> faults)
    {
        string[]? columns = null;
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan()[range].TrimEnd('\r');
            if (line.IsWhiteSpace() || line[0] == '#') continue;
            var cells = line.ToString().Split('\t', StringSplitOptions.TrimEntries);
            if (columns is null)
            {
                columns = cells;
                foreach (var name in required)
                    if (!columns.Contains(name, StringComparer.Ordinal)) faults.Add(new(file, number, $"column '{name}' is missing; found: {string.Join(", ", columns)}"));
            }
            else if (cells.Length > columns.Length)
            {
                faults.Add(new(file, number, $"{cells.Length} cells under {columns.Length} columns: '{line.ToString()}'"));
            }
            else
            {
                rows.Add(new(file, number, columns, cells));
            }
        }
        if (columns is null) faults.Add(new(file, 0, "no header line"));
        return columns ?? [];
    }
}
