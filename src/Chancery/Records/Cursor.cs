using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Chancery.Records;

/// <summary>A place in a list that is ordered by a day or a series, then a name, then a number; leaves the program as opaque text.</summary>
internal readonly record struct Cursor(string Major, string Name, int Index = 0) : IComparable<Cursor>
{
    /// <summary>The day of what has none: it is listed as if it were yet to come.</summary>
    internal const string Undated = "9999-12-31";

    internal static Cursor Of(DateOnly? day, string name, int index = 0) => new(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Undated, name, index);

    /// <exception cref="RecordException">It is none of ours.</exception>
    internal static Cursor? Parse(string? text)
    {
        if (text is null) return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n');
            if (parts.Length == 3) return new(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture));
        }
        catch (FormatException)
        {
        }
        throw new RecordException($"'{text}' is no place in this list");
    }

    public int CompareTo(Cursor other)
    {
        var major = string.CompareOrdinal(Major, other.Major);
        if (major != 0) return major;
        var name = string.CompareOrdinal(Name, other.Name);
        return name != 0 ? name : Index.CompareTo(other.Index);
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Major}\n{Name}\n{Index}")));
}
