using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>Joins two bounds that close one range: 'more than 20 and less than 30'.</summary>
internal static class Comparison
{
    /// <summary>The range; null where the two close none, which is noticed where they seem to: 'more than 30 and less than 20'.</summary>
    internal static QuantityMention? Join(Pieces pieces, QuantityMention first, QuantityMention second, ICollection<Notice> notices)
    {
        var (a, b) = (first.Quantity, second.Quantity);
        if (a.Unit is not null && a.Unit != b.Unit) return null;
        var (min, max) = (a.Max is null ? a.Min : b.Max is null ? b.Min : null, a.Min is null ? a.Max : b.Min is null ? b.Max : null);
        if (min is not { } low || max is not { } high) return null;
        if (!IsJoint(pieces.Text.AsSpan(first.Span.End, Math.Max(0, second.Span.Start - first.Span.End)))) return null;
        if (low > high) notices.Add(QuantityNotices.Contradiction(pieces, first.Span.Union(second.Span)));
        if (low >= high) return null;
        return new QuantityMention(first.Span.Union(second.Span), second.Head, b with { Min = low, Max = high, Approximate = a.Approximate || b.Approximate });
    }

    private static bool IsJoint(ReadOnlySpan<char> between)
    {
        var words = between.Trim(" ,");
        return words is "and" or "but" or "and is" or "but is" || words.IsEmpty && between.Contains(',');
    }
}
