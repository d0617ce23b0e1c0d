using System.Globalization;

namespace Chancery.Formats.Tables;

/// <summary>What kind of value a column holds.</summary>
public enum ColumnType
{
    /// <summary>Text; codes are text too.</summary>
    Text,

    /// <summary>A number that may have decimals.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A day.</summary>
    Day,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>One value of a row: a text, a number, a count, a day or a flag; nothing where it is the default. A struct, so that a million rows make no garbage.</summary>
public readonly struct Cell
{
    private readonly string? _text;
    private readonly double _number;
    private readonly long _count;

    private readonly bool _hasValue;

    private Cell(ColumnType type, string? text, double number, long count) => (Type, _text, _number, _count, _hasValue) = (type, text, number, count, true);

    /// <summary>What kind of value it is.</summary>
    public ColumnType Type { get; }

    /// <summary>True where there is no value.</summary>
    public bool IsEmpty => !_hasValue;

    /// <summary>The text; null where there is none.</summary>
    public string? Text => IsEmpty ? null : _text;

    /// <summary>The number; null where there is none.</summary>
    public double? Number => IsEmpty ? null : _number;

    /// <summary>The whole number; null where there is none.</summary>
    public long? Count => IsEmpty ? null : _count;

    /// <summary>The day; null where there is none.</summary>
    public DateOnly? Day => IsEmpty ? null : DateOnly.FromDayNumber((int)_count);

    /// <summary>The flag; null where there is none.</summary>
    public bool? Flag => IsEmpty ? null : _count != 0;

    /// <summary>As text of a file without types: numbers with a point, days as ISO 8601, <c>true</c> and <c>false</c>, nothing as an empty text.</summary>
    public override string ToString() => IsEmpty ? "" : Type switch
    {
        ColumnType.Number => _number.ToString(CultureInfo.InvariantCulture),
        ColumnType.Count => _count.ToString(CultureInfo.InvariantCulture),
        ColumnType.Day => Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.Flag => _count != 0 ? "true" : "false",
        _ => _text!,
    };

    /// <summary>A text; none where it is null or empty.</summary>
    public static implicit operator Cell(string? text) => string.IsNullOrEmpty(text) ? new() : new(ColumnType.Text, text, 0, 0);

    /// <summary>A number.</summary>
    public static implicit operator Cell(double? number) => number is { } some ? new(ColumnType.Number, null, some, 0) : new();

    /// <summary>A number.</summary>
    public static implicit operator Cell(decimal? number) => (double?)number;

    /// <summary>A whole number.</summary>
    public static implicit operator Cell(long? count) => count is { } some ? new(ColumnType.Count, null, 0, some) : new();

    /// <summary>A whole number.</summary>
    public static implicit operator Cell(int? count) => (long?)count;

    /// <summary>A day.</summary>
    public static implicit operator Cell(DateOnly? day) => day is { } some ? new(ColumnType.Day, null, 0, some.DayNumber) : new();

    /// <summary>A flag.</summary>
    public static implicit operator Cell(bool? flag) => flag is { } some ? new(ColumnType.Flag, null, 0, some ? 1 : 0) : new();
}
