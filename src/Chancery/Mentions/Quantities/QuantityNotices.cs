using System.Globalization;
using Chancery.Linguistics;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>What is said of numbers that cannot be, or that may be read in two ways.</summary>
internal static class QuantityNotices
{
    internal static Notice Unclear(Pieces pieces, int first, int end) =>
        new("number-unclear", NoticeSeverity.Info, pieces.Span(first, end), $"'{Quote(pieces, pieces.Span(first, end))}' is no number that can be read; no quantity is given.");

    internal static Notice Backwards(Pieces pieces, int first, int end) =>
        new("range-backwards", NoticeSeverity.Info, pieces.Span(first, end), $"'{Quote(pieces, pieces.Span(first, end))}' runs backwards; it is read from the lesser to the greater.");

    internal static Notice Contradiction(Pieces pieces, TextSpan span) =>
        new("range-backwards", NoticeSeverity.Info, span, $"'{Quote(pieces, span)}' leaves no number between its bounds; each is kept as written.");

    /// <summary>
    /// '1.250 soldiers': three decimals of what comes whole. English reads a point so, but whoever writes thousands with it meant another number.
    /// '0000': nought, unless it is what is left of one.
    /// </summary>
    internal static Notice? Ambiguous(Pieces pieces, Amount amount, QuantityMention mention)
    {
        var (number, document) = (amount.Number, pieces.Document);
        if (number is not { HasDigits: true, Form: NumberForm.Cardinal, Scale: 1 }) return null;
        if (number.Value == 0 && number.End == number.First + 1 && pieces.Length(number.First) > 2)
            return new("number-ambiguous", NoticeSeverity.Info, pieces.Span(number.First, number.End), $"'{Quote(pieces, pieces.Span(number.First, number.End))}' is read as 0; it may be what is left of a number.");
        if (amount.Unit is not null || number.End != number.First + 3 || pieces.Mark(number.First + 1) != '.') return null;
        if (pieces.Length(number.First + 2) != 3 || pieces.Chars(number.First)[0] == '0' || mention.Head == pieces.Token(number.First) || document[mention.Head].Xpos != "NNS") return null;
        return new("number-ambiguous", NoticeSeverity.Info, pieces.Span(number.First, number.End), string.Create(CultureInfo.InvariantCulture,
            $"'{Quote(pieces, pieces.Span(number.First, number.End))}' is read as {number.Value:0.###}; where a point sets thousands apart it is {number.Value * 1000:0}."));
    }

    private static string Quote(Pieces pieces, TextSpan span)
    {
        var text = span.In(pieces.Text);
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
