namespace Chancery.Linguistics;

/// <summary>Converts between UTF-16 units, used inside, and Unicode code points, used at every edge.</summary>
/// <remarks>
/// Immutable and thread-safe. A lone surrogate counts as one code point, so that no text, however broken, shifts an offset.
/// A text without surrogates costs one scan and no memory; otherwise one integer for every surrogate pair.
/// </remarks>
public sealed class CodePoints
{
    /// <summary>Unit index of the low half of every surrogate pair, ascending.</summary>
    private readonly int[] _lowHalves;

    /// <summary>Prepares the conversion for one text.</summary>
    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _lowHalves = [];
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return;
        var found = new List<int>();
        for (var i = 1; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) found.Add(i);
        _lowHalves = [.. found];
    }

    /// <summary>The code point offset of a UTF-16 offset; an offset inside a pair is that of the pair.</summary>
    public int FromUtf16(int offset)
    {
        if (_lowHalves.Length == 0) return offset;
        var at = Array.BinarySearch(_lowHalves, offset);
        return offset - (at >= 0 ? at + 1 : ~at);
    }

    /// <summary>The UTF-16 offset of a code point offset.</summary>
    public int ToUtf16(int offset)
    {
        // pair k begins at point _lowHalves[k] - 1 - k, which ascends with k
        int low = 0, high = _lowHalves.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_lowHalves[middle] - 1 - middle < offset) low = middle + 1;
            else high = middle;
        }
        return offset + low;
    }

    /// <summary>The same span counted in code points.</summary>
    public TextSpan FromUtf16(TextSpan span) => new(FromUtf16(span.Start), FromUtf16(span.End));

    /// <summary>The same span counted in UTF-16 units.</summary>
    public TextSpan ToUtf16(TextSpan span) => new(ToUtf16(span.Start), ToUtf16(span.End));
}
