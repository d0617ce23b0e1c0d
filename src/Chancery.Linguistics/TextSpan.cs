namespace Chancery.Linguistics;

/// <summary>A half-open range <c>[Start, End)</c> of UTF-16 units in a text.</summary>
/// <remarks>
/// Not a range of tokens and not a range of Unicode code points: those are converted at the edges by
/// <see cref="CodePoints"/>. The default value is the empty span at 0.
/// </remarks>
/// <param name="Start">First unit, inclusive; 0 or more.</param>
/// <param name="End">First unit behind the span; not below <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>True where the span holds no unit.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>True where both spans share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>True where <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True where the unit at <paramref name="position"/> belongs to this span.</summary>
    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The words themselves.</summary>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>The words themselves, without a copy.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <summary>Orders by start, the longer span first.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);

    /// <summary><c>[start, end)</c>.</summary>
    public override string ToString() => $"[{Start}, {End})";

    /// <summary>Earlier in the text.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Later in the text.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Not later in the text.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in the text.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
