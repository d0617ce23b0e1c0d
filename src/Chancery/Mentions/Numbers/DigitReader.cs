using System.Globalization;

namespace Chancery.Mentions.Numbers;

/// <summary>Reads a number written in digits with its separators: '10,000', '1,00,000', '3.5', '1.111,11', '3/4', '4th'.</summary>
internal static class DigitReader
{
    /// <summary>More digits than this do not fit a decimal.</summary>
    private const int MostDigits = 28;

    internal static Number Read(Pieces pieces, NumberWords words, int at)
    {
        var end = at + 1;
        var (commas, dots, others) = (0, 0, 0);
        while (Separator(pieces, end) is var mark && mark != '\0')
        {
            if (mark == ',') commas++;
            else if (mark == '.') dots++;
            else others++;
            end += 2;
        }
        if (IsDoubled(pieces, end)) return Broken(at, end + 3);
        if (others > 0) return Other(pieces, at, end, commas + dots, others);
        if (commas + dots == 0) return Spaced(pieces, words, at);
        if (commas > 0 && dots > 0) return Both(pieces, at, end, commas, dots);
        if (dots == 1) return Plain(pieces, at, end, '.');
        if (dots > 1) return Grouped(pieces, at, end) ? Plain(pieces, at, end, '\0') : Broken(at, end);
        if (Grouped(pieces, at, end) || IndianGrouped(pieces, at, end)) return Plain(pieces, at, end, '\0');
        // '1,3' and '0,125' are decimal commas, '22,24,26' and '2019,2020' lists, '1,0000' and '1000,000' neither
        if (commas == 1 && (pieces.Length(end - 1) <= 2 || IsNought(pieces, at)) && !(pieces.IsGlued(at) && pieces.Mark(at - 1) == ',')) return Plain(pieces, at, end, ',');
        return IsList(pieces, at, end) ? Plain(pieces, at, at + 1, '\0') : Broken(at, end);
    }

    /// <summary>'1,,000' and '1..5': a separator that stands twice.</summary>
    private static bool IsDoubled(Pieces pieces, int at) =>
        pieces.Mark(at) is ',' or '.' && pieces.Mark(at + 1) == pieces.Mark(at) && pieces.IsDigits(at + 2) && pieces.IsGlued(at) && pieces.IsGlued(at + 1) && pieces.IsGlued(at + 2);

    private static bool IsNought(Pieces pieces, int at) => pieces.Chars(at) is "0";

    /// <summary>Numbers side by side are of a like length, and none begins with a nought.</summary>
    private static bool IsList(Pieces pieces, int at, int end)
    {
        for (var i = at; i < end; i += 2)
            if (pieces.Length(i) > 1 && pieces.Chars(i)[0] == '0' || pieces.Length(i) != pieces.Length(at) && (pieces.Length(i) > 2 || pieces.Length(at) > 2)) return false;
        return true;
    }

    /// <summary>The mark between two runs of digits that all stand close; NUL where there is none.</summary>
    private static char Separator(Pieces pieces, int at)
    {
        if (pieces.Kind(at) != PieceKind.Mark || !pieces.IsDigits(at + 1) || pieces.IsGlued(at) != pieces.IsGlued(at + 1)) return '\0';
        var mark = PieceCutter.Plain(pieces.Mark(at));
        // some corpora stand every mark apart: '6 . 2 %', '80 , 000', '1 / 4'
        if (!pieces.IsGlued(at)) return mark == '.' || mark == ',' && pieces.Length(at + 1) == 3 && pieces.Length(at - 1) <= 3 || mark == '/' && pieces.Length(at - 1) == 1 && pieces.Length(at + 1) == 1 ? mark : '\0';
        // '1'000'000' is Swiss; other apostrophes stand for feet and for years left out
        if (mark == '\'') return pieces.Length(at + 1) == 3 && pieces.Length(at - 1) <= 3 ? ',' : '\0';
        return mark is ',' or '.' or '-' or '/' or ':' ? mark : '\0';
    }

    /// <summary>'3/4' is a fraction, '3-4' two numbers; '3-4-5', '4:3' and '5/17/18' are no number.</summary>
    private static Number Other(Pieces pieces, int at, int end, int separators, int others)
    {
        var dash = Dash(pieces, at, end);
        if (others == 1 && dash > 0)
        {
            // each side of the dash is a number of its own: the caller joins them to a range
            var left = Simple(pieces, at, dash);
            return left.Form == NumberForm.Broken || Simple(pieces, dash + 1, end).Form == NumberForm.Broken ? Broken(at, end) : left;
        }
        if (others > 1 || separators > 0 || pieces.Mark(at + 1) != '/') return Broken(at, end);
        var (over, under) = (Plain(pieces, at, at + 1, '\0'), Plain(pieces, at + 2, end, '\0'));
        return over.Form == NumberForm.Broken || under.Form == NumberForm.Broken || under.Value <= over.Value || under.Value > 100 || over.Value == 0
            ? Broken(at, end)
            : new Number(at, end, over.Value / under.Value, NumberForm.Fraction, HasDigits: true);
    }

    private static int Dash(Pieces pieces, int at, int end)
    {
        for (var i = at + 1; i < end; i += 2) if (PieceCutter.Plain(pieces.Mark(i)) == '-') return i;
        return -1;
    }

    private static Number Simple(Pieces pieces, int at, int end)
    {
        if (end == at + 1) return Plain(pieces, at, end, '\0');
        var (commas, dots) = (0, 0);
        for (var i = at + 1; i < end; i += 2)
        {
            if (pieces.Mark(i) == '.') dots++;
            else commas++;
        }
        if (dots == 0) return Grouped(pieces, at, end) || IndianGrouped(pieces, at, end) ? Plain(pieces, at, end, '\0') : Broken(at, end);
        if (commas == 0) return dots == 1 ? Plain(pieces, at, end, '.') : Broken(at, end);
        return Both(pieces, at, end, commas, dots);
    }

    /// <summary>'1,234.5' and '1.234,5': the last separator is the decimal one and stands once.</summary>
    private static Number Both(Pieces pieces, int at, int end, int commas, int dots)
    {
        var last = pieces.Mark(end - 2);
        var whole = end - 2;
        if (last == '.' && dots == 1 && (Grouped(pieces, at, whole) || IndianGrouped(pieces, at, whole))) return Plain(pieces, at, end, '.');
        if (last == ',' && commas == 1 && Grouped(pieces, at, whole)) return Plain(pieces, at, end, ',');
        // '6,107.31' in a list such as '3, 4.5,6': only the first number is sure
        return Broken(at, end);
    }

    /// <summary>'1 234 567', '40 000': groups of three, apart by one blank each.</summary>
    private static Number Spaced(Pieces pieces, NumberWords words, int at)
    {
        if (pieces.IsGlued(at + 1) && words.IsOrdinalEnding(pieces.Word(at + 1)) && !pieces.IsGlued(at + 2) | pieces.Kind(at + 2) == PieceKind.Mark)
            return Plain(pieces, at, at + 1, '\0') with { End = at + 2, Form = NumberForm.Ordinal };
        var end = at + 1;
        while (pieces.Length(at) <= 3 && pieces.IsDigits(end) && pieces.Length(end) == 3 && pieces.Start(end) == pieces.End(end - 1) + 1 && !IsFollowed(pieces, end)) end++;
        var narrow = end > at + 1 && pieces.Text[pieces.End(at)] is '\u00A0' or '\u202F' or '\u2009';
        var isOne = narrow || end > at + 2 || end == at + 2 && pieces.Chars(end - 1) is "000";
        if (!isOne) return Plain(pieces, at, at + 1, '\0');
        return Separator(pieces, end) == '.' ? Plain(pieces, at, end + 2, '.') : Plain(pieces, at, end, '\0');
    }

    private static bool IsFollowed(Pieces pieces, int at) => pieces.IsGlued(at + 1) && pieces.Kind(at + 1) == PieceKind.Letters;

    private static bool Grouped(Pieces pieces, int at, int end)
    {
        if (pieces.Length(at) > 3 || IsNought(pieces, at)) return false;
        for (var i = at + 2; i < end; i += 2) if (pieces.Length(i) != 3) return false;
        return true;
    }

    /// <summary>'12,34,567': South Asian grouping by two behind the first three.</summary>
    private static bool IndianGrouped(Pieces pieces, int at, int end)
    {
        if (end < at + 5 || pieces.Length(at) > 2 || pieces.Length(end - 1) != 3) return false;
        for (var i = at + 2; i < end - 1; i += 2) if (pieces.Length(i) != 2) return false;
        return true;
    }

    private static Number Plain(Pieces pieces, int at, int end, char point)
    {
        Span<char> digits = stackalloc char[MostDigits + 2];
        var length = 0;
        for (var i = at; i < end; i++)
        {
            if (pieces.IsDigits(i))
            {
                var chars = pieces.Chars(i);
                if (length == 0) chars = chars.TrimStart('0');
                if (chars.Length > digits.Length - length) return Broken(at, end);
                chars.CopyTo(digits[length..]);
                length += chars.Length;
            }
            else if (point != '\0' && i == end - 2)
            {
                if (length == digits.Length) return Broken(at, end);
                digits[length++] = '.';
            }
        }
        // ',000' is what is left of a number
        if (length == 0) return end == at + 1 && pieces.Length(at) > 1 && pieces.IsGlued(at) && pieces.Mark(at - 1) == ',' ? Broken(at, end) : new Number(at, end, 0, NumberForm.Cardinal, HasDigits: true);
        return decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < Number.Largest
            ? new Number(at, end, value, NumberForm.Cardinal, HasDigits: true)
            : Broken(at, end);
    }

    /// <summary>'.08': a point that stands apart from what is before it.</summary>
    internal static Number? Decimals(Pieces pieces, int at) =>
        pieces.IsDigits(at + 1) && pieces.IsGlued(at + 1) && !pieces.IsGlued(at) && pieces.Length(at + 1) < MostDigits && !pieces.IsGlued(at + 2) | pieces.Kind(at + 2) != PieceKind.Mark
            ? new Number(at, at + 2, decimal.Parse("0." + pieces.Chars(at + 1).ToString(), CultureInfo.InvariantCulture), NumberForm.Cardinal, HasDigits: true)
            : null;

    private static Number Broken(int at, int end) => new(at, end, 0, NumberForm.Broken, HasDigits: true);
}
