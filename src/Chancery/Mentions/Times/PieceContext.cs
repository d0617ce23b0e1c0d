using Chancery.Linguistics;
using Chancery.Mentions.Numbers;
using Chancery.Mentions.Times.Grammar;

namespace Chancery.Mentions.Times;

/// <summary>Keeps dates from being read out of phone numbers, scores, file numbers and counts.</summary>
internal static class PieceContext
{
    internal static bool StandsFree(Pieces pieces, Item item)
    {
        var (from, to) = (item.Match!.From, item.Match.To);
        if (pieces.IsDigits(from) && IsTiedBefore(pieces, from)) return false;
        if (pieces.IsDigits(to - 1) && IsTiedBehind(pieces, to)) return false;
        return item.Match.Rule.Name switch
        {
            "year" => IsYear(pieces, item.Start),
            "year-in-words" => !IsRoundCount(pieces.Document[pieces.Token(to - 1)]),
            _ => true,
        };
    }

    /// <summary>'1-2019', '4.2019', 'B2019': digits that go on to the left.</summary>
    private static bool IsTiedBefore(Pieces pieces, int at)
    {
        if (!pieces.IsGlued(at)) return false;
        if (pieces.Kind(at - 1) != PieceKind.Mark) return true;
        return pieces.Mark(at - 1) is '$' or '€' or '£' or '#' or '+' or '.'
            || PieceCutter.Plain(pieces.Mark(at - 1)) is '-' or '/' or ',' or ':' && at > 1 && pieces.IsDigits(at - 2) && pieces.IsGlued(at - 1);
    }

    /// <summary>'2019-1', '2019.4', '2019m', '2019%': digits that go on to the right.</summary>
    private static bool IsTiedBehind(Pieces pieces, int at)
    {
        if (at >= pieces.Count || !pieces.IsGlued(at)) return false;
        if (pieces.Kind(at) != PieceKind.Mark) return !pieces.Chars(at).StartsWith("'") && !pieces.Chars(at).StartsWith("’");
        return pieces.Mark(at) is '%' or '€' || PieceCutter.Plain(pieces.Mark(at)) is '-' or '/' or ',' or ':' or '.' && pieces.IsDigits(at + 1) && pieces.IsGlued(at + 1);
    }

    /// <summary>'some 2010 people', 'at least 1998 tons'.</summary>
    private static bool IsBounded(Pieces pieces, int at) =>
        at > 0 && pieces.Kind(at - 1) == PieceKind.Letters && pieces.SameSentence(at - 1, at) && pieces.Chars(at - 1) is "some" or "least" or "most" or "about" or "nearly" or "almost" or "than" or "roughly" or "another" or "below" or "above" or "under" or "over" or "only" or "just" or "Over" or "Some" or "About" or "Nearly";

    /// <summary>'Two thousand soldiers stand there', 'two thousand are there now': a round number in words that counts or acts, where a year would tell when.</summary>
    private static bool IsRoundCount(Token last) =>
        last.Lemma is "thousand" or "hundred" && (last.Relation == Deprel.Nsubj || last.Relation == Deprel.Nummod && last.Head is { Xpos: "NNS" } counted && counted.Index > last.Index);

    /// <summary>Four digits alone are a year unless they count what follows: '2000 troops', 'some 1800 people'.</summary>
    private static bool IsYear(Pieces pieces, int at)
    {
        var year = int.Parse(pieces.Chars(at), System.Globalization.CultureInfo.InvariantCulture);
        if (year is < 1500 or > 2100 || IsBounded(pieces, at)) return false;
        // counts about two thousand are mostly round, and years before a noun ('2009 elections') mostly are not
        if (year is > 1900 and < 2040 && year % 50 != 0) return true;
        var document = pieces.Document;
        var token = document[pieces.Token(at)];
        if (token.Relation == Deprel.Nummod && token.Head is { } counted && counted.Index > token.Index && counted.Xpos == "NNS") return false;
        return !(at + 1 < pieces.Count && pieces.SameSentence(at, at + 1) && pieces.Kind(at + 1) == PieceKind.Letters && document[pieces.Token(at + 1)] is { Xpos: "NNS" } plural && plural.Index == token.Index + 1
            && (at == 0 || !pieces.Chars(at - 1).Equals("in", StringComparison.OrdinalIgnoreCase)));
    }
}
