namespace Chancery.Linguistics;

/// <summary>A durable pointer into a text: where the words stand, and the words themselves with some of their surroundings.</summary>
/// <remarks>The W3C Web Annotation model's TextPositionSelector and TextQuoteSelector in one; survives small changes of the text.</remarks>
/// <param name="Span">Position, in UTF-16 units.</param>
/// <param name="Exact">The words (W3C: exact).</param>
/// <param name="Prefix">Up to 32 units before them (W3C: prefix).</param>
/// <param name="Suffix">Up to 32 units behind them (W3C: suffix).</param>
public sealed record TextAnchor(TextSpan Span, string Exact, string Prefix, string Suffix)
{
    private const int Context = 32;

    /// <summary>The anchor of a span of a text.</summary>
    public static TextAnchor Of(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var before = Math.Max(0, span.Start - Context);
        var behind = Math.Min(text.Length, span.End + Context);
        return new(span, span.In(text), text[before..span.Start], text[span.End..behind]);
    }
}
