using Chancery.Linguistics;

namespace Chancery.Mentions.Times;

/// <summary>Tells a span of times that ends before it begins: '2009-2004', 'between May and March 1999'.</summary>
internal static class BackwardRange
{
    internal static bool IsOne(Document document, TimeMention first, TimeMention last)
    {
        if (first.Timex.Type != TimexType.Date || last.Timex.Type != TimexType.Date || !(last.Timex.To < first.Timex.From)) return false;
        // '20 March-21 December': each took the year nearest to the report
        if (last.Timex.From?.Year != first.Timex.From?.Year && !(HasYear(document, first) && HasYear(document, last))) return false;
        var between = document.Text.AsSpan(first.Span.End, last.Span.Start - first.Span.End).Trim();
        // 'from 2009 to 2004' may tell of a change, and so names two times
        return between is "-" or "–" or "—" || between is "and" && document.Text.AsSpan(0, first.Span.Start).TrimEnd().EndsWith("between", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasYear(Document document, TimeMention time)
    {
        var digits = 0;
        foreach (var c in time.Span.Of(document.Text))
            if ((digits = char.IsAsciiDigit(c) ? digits + 1 : 0) == 4) return true;
        return false;
    }
}
