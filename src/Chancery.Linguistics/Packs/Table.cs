namespace Chancery.Linguistics.Packs;

/// <summary>One lexicon: rows of named columns, in file order.</summary>
/// <param name="Path">Path in the pack.</param>
/// <param name="Columns">Names from the header line.</param>
/// <param name="Rows">The rows.</param>
public sealed record Table(string Path, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows);

/// <summary>One row of a lexicon; remembers its file and line, so that a fault can name them.</summary>
public sealed class TableRow
{
    private readonly string[] _columns;
    private readonly string[] _cells;

    internal TableRow(string file, int line, string[] columns, string[] cells) => (File, Line, _columns, _cells) = (file, line, columns, cells);

    /// <summary>The file as a user knows it.</summary>
    public string File { get; }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The cell of a column; empty where it is <c>-</c>, blank, or the column is missing.</summary>
    public string this[string column]
    {
        get
        {
            var at = Array.IndexOf(_columns, column);
            return at < 0 || at >= _cells.Length || _cells[at] == "-" ? "" : _cells[at];
        }
    }

    /// <summary>The cell split at <c>|</c>, blanks trimmed, empty parts dropped.</summary>
    public string[] Parts(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A fault of this row.</summary>
    public PackFault Fault(string message) => new(File, Line, message);
}

/// <summary>Something wrong in a pack: which file, which line (from 1; 0 for the whole file), and what.</summary>
public sealed record PackFault(string File, int Line, string Message)
{
    /// <summary><c>file:line: message</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}

/// <summary>A pack could not be loaded; nothing of it was. All faults found are listed at once.</summary>
public sealed class PackException(IReadOnlyList<PackFault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>What is wrong, in file order.</summary>
    public IReadOnlyList<PackFault> Faults { get; } = faults;
}
