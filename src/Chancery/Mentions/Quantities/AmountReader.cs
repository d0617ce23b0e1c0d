using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>Reads a number with what stands close to it: '$3.5 million', 'EUR50m', '420 million yen', '19%', '570 sq m'.</summary>
internal sealed class AmountReader(QuantityLexicon lexicon, NumberReader numbers)
{
    /// <summary>The amount whose number begins at a piece; null where none does.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="at">Where the number begins.</param>
    /// <param name="free">First piece that no other quantity has taken.</param>
    internal Amount? Read(Pieces pieces, int at, int free = 0)
    {
        if (numbers.Read(pieces, at) is not { Form: not NumberForm.Ordinal } number) return null;
        var money = lexicon.MoneyBefore.TryEnd(pieces, at, out var first, out var sign) && first >= free && IsSign(pieces, first, at);
        if (!money) first = at;
        // '$-5', '-$5'
        if (money && first > 0 && pieces.IsGlued(first) && PieceCutter.Plain(pieces.Mark(first - 1)) == '-' && !pieces.IsGlued(first - 1) && number.Value > 0)
        {
            number = number with { Value = -number.Value };
            first--;
        }
        var end = number.End;
        if (number.HasDigits && number.Scale == 1 && number.Form == NumberForm.Cardinal && Factor(pieces, end, money) is { } factor)
        {
            number = (number with { End = ++end }).Times(factor);
        }
        if (money)
        {
            // '75 USD million', 'US$ 10 dollars'
            if (lexicon.MoneyAfter.TryBegin(pieces, end, out var twice, out var same) && same.Code == sign.Code && pieces.Kind(end) == PieceKind.Letters) end = twice;
            return new Amount(first, end, number, sign.Unit, sign.Code, IsMoney: true);
        }
        var dashed = Hyphen(pieces, end) ? end + 1 : end;
        if (lexicon.MoneyAfter.TryBegin(pieces, dashed, out var behind, out var name) && IsName(pieces, dashed, behind))
        {
            if (pieces.Kind(dashed) == PieceKind.Letters && number.Scale == 1 && number.Value == decimal.Truncate(number.Value) && Cents(pieces, behind) is { } cents) (behind, number) = (cents.End, number with { Value = number.Value + cents.Value / 100 });
            if (number.Scale == 1 && numbers.Words.Role(pieces.Word(behind)) == NumberRole.Scale && pieces.Kind(end) == PieceKind.Letters)
            {
                number = number.Times(numbers.Words.Value(pieces.Word(behind)));
                behind++;
            }
            return new Amount(first, behind, number, name.Unit, name.Code, IsMoney: true);
        }
        if (lexicon.Measures.TryBegin(pieces, dashed, out behind, out var measure) && (pieces.Length(dashed) > 1 || measure.MayGlue) && IsWhole(pieces, behind) && !IsRoomy(pieces, dashed, behind))
            return new Amount(first, behind, number, measure.Unit);
        return new Amount(first, end, number);
    }

    /// <summary>'3 dollars *and 50 cents*', '15 dollars *50*' where nothing follows that the second number could count.</summary>
    private Number? Cents(Pieces pieces, int at)
    {
        if (pieces.Word(at) == numbers.Words.And) at++;
        if (pieces.Kind(at) == PieceKind.Mark || numbers.Read(pieces, at) is not { IsCardinal: true, Value: > 0 and < 100, Scale: 1 } small || pieces.IsGlued(at) || !pieces.SameSentence(at - 1, at)) return null;
        if (lexicon.MoneyAfter.TryBegin(pieces, small.End, out var end, out var name)) return name.Unit is "cent" or "pence" ? small with { End = end } : null;
        return pieces.SameSentence(at, small.End) && pieces.Mark(small.End) is not ('.' or ',' or ';' or '!' or '?' or ')') ? null : small;
    }

    /// <summary>A code in letters must not be the end of another word, and a word such as 'try' or 'all' only counts in capitals.</summary>
    private static bool IsSign(Pieces pieces, int first, int at)
    {
        if (pieces.Kind(at - 1) == PieceKind.Mark) return !(pieces.Kind(first) == PieceKind.Letters && pieces.Length(first) == 1 && !char.IsUpper(pieces.Chars(first)[0]) && pieces.IsGlued(first));
        if (pieces.IsGlued(first) && pieces.Kind(first - 1) == PieceKind.Letters) return false;
        var chars = pieces.Chars(at - 1);
        return chars.Length > 4 || char.IsUpper(chars[^1]) || chars is "usd" or "eur" or "gbp" or "rmb" or "sen" or "rs" or "yen";
    }

    private static bool IsName(Pieces pieces, int end, int behind)
    {
        // '3 $10 notes', '3 USD50 cards': the sign belongs to the digits it stands close to
        if (pieces.IsDigits(behind) && pieces.IsGlued(behind) && !pieces.IsGlued(behind - 1)) return false;
        if (pieces.Kind(behind - 1) == PieceKind.Mark) return true;
        var chars = pieces.Chars(behind - 1);
        // 'real', 'won', 'try', 'sol', 'lev', 'rand', 'marks' are words too: behind a number only where no other noun is counted
        if (chars is "won" or "try" or "sol" && pieces.Document[pieces.Token(behind - 1)].Upos is Linguistics.Upos.Verb or Linguistics.Upos.Aux) return false;
        if (chars is "p") return pieces.IsGlued(end);
        if (chars.Length <= 3 && chars is not ("yen" or "won" or "lev" or "usd" or "eur" or "gbp" or "rmb" or "sol") && !char.IsUpper(chars[0]) && char.IsAscii(chars[0])) return false;
        // '500 pounds of explosives' is a weight
        return !(chars is "pounds" or "pound" && end == behind - 1 && pieces.Kind(behind) == PieceKind.Letters && pieces.Chars(behind) is "of");
    }

    /// <summary>The factor of a letter close behind digits, where money makes it one: '$50m', and '35m of its devices'.</summary>
    private decimal? Factor(Pieces pieces, int at, bool money)
    {
        if (!pieces.IsGlued(at) || numbers.Words.Role(pieces.Word(at)) != NumberRole.Letter || pieces.IsGlued(at + 1) && pieces.Kind(at + 1) != PieceKind.Mark) return null;
        var counts = money || lexicon.MoneyAfter.TryBegin(pieces, at + 1, out _, out _)
            || pieces.Chars(at) is "m" && pieces.Kind(at + 1) == PieceKind.Letters && (pieces.Chars(at + 1) is "of" || pieces.Document[pieces.Token(at + 1)].Xpos is "NNS");
        return counts ? numbers.Words.Value(pieces.Word(at)) : null;
    }

    private static bool Hyphen(Pieces pieces, int at) => PieceCutter.Plain(pieces.Mark(at)) == '-' && pieces.IsGlued(at) && pieces.IsGlued(at + 1) && pieces.Kind(at + 1) == PieceKind.Letters;

    private static bool IsWhole(Pieces pieces, int end) => !pieces.IsGlued(end) || pieces.Kind(end) == PieceKind.Mark;

    /// <summary>A single letter apart from its number is a name more often than a measure ('5 T', '3 C'), but for meters, grams and liters in small letters.</summary>
    private static bool IsRoomy(Pieces pieces, int at, int end) =>
        end == at + 1 && pieces.Length(at) == 1 && pieces.Kind(at) == PieceKind.Letters && !pieces.IsGlued(at) && pieces.Chars(at) is not ("m" or "g" or "l");
}
