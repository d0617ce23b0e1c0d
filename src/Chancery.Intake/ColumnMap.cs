namespace Chancery.Intake;

/// <summary>Which column of a table, or which name of a JSON object, holds what is asked of a report: for data that other programs made.</summary>
public sealed class ColumnMap
{
    private static readonly string[] Fields = ["id", "text", "title", "date", "publisher", "url", "byline", "origin"];

    private readonly Dictionary<string, string> _columns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every field under its own name.</summary>
    public static ColumnMap None { get; } = new();

    /// <summary>True where nothing is mapped.</summary>
    public bool IsEmpty => _columns.Count == 0;

    /// <summary>Reads <c>text=body,date=pubdate</c>: field, then the column that holds it.</summary>
    /// <exception cref="FormatException">It is no such list; the message says what is wrong.</exception>
    public static ColumnMap Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var map = new ColumnMap();
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } field, { Length: > 0 } column]) throw new FormatException($"'{pair}': expected FIELD=COLUMN, such as text=body");
            if (!Fields.Contains(field, StringComparer.OrdinalIgnoreCase)) throw new FormatException($"'{field}': a report has {string.Join(", ", Fields)}");
            map._columns[field] = column;
        }
        return map;
    }

    /// <summary>The column of a field.</summary>
    public string Of(string field) => _columns.GetValueOrDefault(field, field);

    /// <summary>The field that a column holds: the one it is mapped to; else the one of its name, unless that is mapped to another column.</summary>
    internal string FieldOf(string column)
    {
        foreach (var (field, mapped) in _columns)
            if (mapped == column) return field.ToLowerInvariant();
        return _columns.ContainsKey(column) ? "" : column;
    }
}
