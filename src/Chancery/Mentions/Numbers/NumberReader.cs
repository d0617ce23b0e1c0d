using Chancery.Linguistics;

namespace Chancery.Mentions.Numbers;

/// <summary>Reads a number that begins at a piece, in digits, words or both: 'one hundred and six', '3.5 million', 'two thirds', 'half a dozen', 'tens of thousands'.</summary>
/// <remarks>Immutable and thread-safe; looks no further than the number goes.</remarks>
internal sealed partial class NumberReader
{
    private readonly NumberWords _words;

    internal NumberReader(LanguagePack pack, Vocabulary vocabulary) => _words = new(pack, vocabulary);

    internal NumberWords Words => _words;

    /// <summary>The number that begins here; null where none does.</summary>
    internal Number? Read(Pieces pieces, int at)
    {
        var word = pieces.Word(at);
        var signed = IsSign(pieces, at, word);
        var number = Unsigned(pieces, signed ? at + 1 : at);
        return signed && number is { Form: not (NumberForm.Ordinal or NumberForm.Vague) } n ? n with { First = at, Value = -n.Value } : signed ? null : number;
    }

    /// <summary>'minus' and 'negative', or a dash before digits that stands apart from what is before it.</summary>
    private bool IsSign(Pieces pieces, int at, int word)
    {
        if (word >= 0 && (word == _words.Minus || word == _words.Negative)) return true;
        if (pieces.Kind(at) != PieceKind.Mark || PieceCutter.Plain(pieces.Mark(at)) != '-' || !pieces.IsDigits(at + 1) || !pieces.IsGlued(at + 1)) return false;
        if (pieces.IsGlued(at) && pieces.Kind(at - 1) != PieceKind.Mark) return false;
        return at == 0 || !pieces.IsDigits(at - 1) && (pieces.Kind(at - 1) != PieceKind.Letters || !pieces.IsGlued(at));
    }

    private Number? Unsigned(Pieces pieces, int at)
    {
        if (at >= pieces.Count) return null;
        if (pieces.IsDigits(at))
        {
            var number = DigitReader.Read(pieces, _words, at);
            if (!number.IsCardinal) return number.Form == NumberForm.Fraction ? Scaled(pieces, number) : number;
            var end = number.End;
            if (Denominator(pieces, end) is { } part) return part.Form == NumberForm.Broken ? part with { First = at } : Scaled(pieces, number with { End = part.End, Value = number.Value + part.Value });
            if (Letter(pieces, end) is { } factor) return (number with { End = end + 1 }).Times(factor);
            if (pieces.IsGlued(end) && Power(pieces, number) is { } power) return power;
            return Compose(pieces, at, end, number.Value, hasDigits: true);
        }
        var word = pieces.Word(at);
        if (word < 0) return null;
        if (pieces.Mark(at) == '.') return DigitReader.Decimals(pieces, at);
        var role = _words.Role(word);
        if (word == _words.A || word == _words.An) return AfterArticle(pieces, at);
        return role switch
        {
            NumberRole.Unit or NumberRole.Teen or NumberRole.Ten or NumberRole.Hundred or NumberRole.Scale => Compose(pieces, at, at, null, hasDigits: false),
            NumberRole.Dozen => _words.Value(word) == 12 ? new Number(at, at + 1, 12, NumberForm.Cardinal) : null,
            NumberRole.Vague => Vague(pieces, at, at, 1),
            NumberRole.Several => Several(pieces, at, at),
            NumberRole.Part => Part(pieces, at, at, 1),
            NumberRole.Ordinal => new Number(at, at + 1, _words.Value(word), NumberForm.Ordinal),
            _ => null,
        };
    }

    /// <summary>'a hundred', 'a dozen', 'a half', 'a third of', 'a few hundred'.</summary>
    private Number? AfterArticle(Pieces pieces, int at)
    {
        var word = pieces.Word(at + 1);
        return _words.Role(word) switch
        {
            NumberRole.Hundred or NumberRole.Scale => Compose(pieces, at, at + 1, 1, hasDigits: false),
            NumberRole.Dozen => new Number(at, at + 2, _words.Value(word), NumberForm.Cardinal),
            NumberRole.Several => Several(pieces, at, at + 1),
            NumberRole.Part => Part(pieces, at, at + 1, 1),
            NumberRole.Ordinal when IsShare(pieces, at + 2) && _words.Value(word) > 2 => Whole(pieces, new Number(at, at + 2, 1 / _words.Value(word), NumberForm.Fraction)),
            _ => null,
        };
    }

    /// <summary>'dozens', 'tens of thousands'.</summary>
    private Number Vague(Pieces pieces, int first, int at, decimal factor)
    {
        var value = _words.Value(pieces.Word(at)) * factor;
        return pieces.Word(at + 1) == _words.Of && _words.Role(pieces.Word(at + 2)) == NumberRole.Vague && _words.Value(pieces.Word(at + 2)) > _words.Value(pieces.Word(at))
            ? new Number(first, at + 3, value * _words.Value(pieces.Word(at + 2)) / 2, NumberForm.Vague)
            : new Number(first, at + 1, value, NumberForm.Vague);
    }

    /// <summary>'several hundred', 'a couple of dozen': a number only with what follows.</summary>
    private Number? Several(Pieces pieces, int first, int at)
    {
        var next = at + 1;
        if (pieces.Word(next) == _words.Of) next++;
        if (_words.Role(pieces.Word(next)) is not (NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen)) return null;
        var value = 2 * _words.Value(pieces.Word(next));
        while (_words.Role(pieces.Word(next + 1)) == NumberRole.Scale) value = Number.Product(value, _words.Value(pieces.Word(++next)));
        return new Number(first, next + 1, value, value < Number.Largest ? NumberForm.Vague : NumberForm.Broken);
    }

    /// <summary>'half', 'half a million', 'three quarters of a billion'.</summary>
    private Number Part(Pieces pieces, int first, int at, decimal count) =>
        Whole(pieces, new Number(first, at + 1, count * _words.Value(pieces.Word(at)), NumberForm.Fraction));

    /// <summary>Multiplies a fraction with the round number behind it: 'half *a million*', 'two thirds *of a million*'.</summary>
    private Number Whole(Pieces pieces, Number fraction)
    {
        var next = fraction.End;
        if (pieces.Word(next) is var of && of >= 0 && of == _words.Of && IsArticle(pieces.Word(next + 1))) next++;
        if (IsArticle(pieces.Word(next))) next++;
        if (_words.Role(pieces.Word(next)) is not (NumberRole.Scale or NumberRole.Dozen or NumberRole.Hundred)) return fraction;
        var scale = _words.Value(pieces.Word(next));
        return new Number(fraction.First, next + 1, fraction.Value * scale, NumberForm.Cardinal, scale);
    }

    /// <summary>Multiplies a fraction or mixed number in digits with the scale word behind it: '1/2 *million*', '2½ *million*'.</summary>
    private Number Scaled(Pieces pieces, Number number) =>
        _words.Role(pieces.Word(number.End)) == NumberRole.Scale && pieces.SameSentence(number.First, number.End)
            ? (number with { End = number.End + 1, Form = NumberForm.Cardinal }).Times(_words.Value(pieces.Word(number.End)))
            : number;

    private bool IsArticle(int word) => word >= 0 && (word == _words.A || word == _words.An);

    /// <summary>A singular denominator is a share only before 'of' or where no word follows: 'a third of', but not 'a third man'.</summary>
    private bool IsShare(Pieces pieces, int next) => pieces.Kind(next) != PieceKind.Letters && PieceCutter.Plain(pieces.Mark(next)) != '-' || pieces.Word(next) is var of && of >= 0 && of == _words.Of;

    /// <summary>The fraction of a mixed number behind digits: '2 *1/2*', '2*½*'; broken where it is none: '2 *5/4*'.</summary>
    private Number? Denominator(Pieces pieces, int at)
    {
        if (_words.Role(pieces.Word(at)) == NumberRole.Part && pieces.Kind(at) == PieceKind.Mark) return new Number(at, at + 1, _words.Value(pieces.Word(at)), NumberForm.Fraction);
        if (!pieces.IsDigits(at) || pieces.IsGlued(at) || pieces.Mark(at + 1) != '/' || !pieces.SameSentence(at - 1, at)) return null;
        return DigitReader.Read(pieces, _words, at) is { Form: NumberForm.Fraction or NumberForm.Broken } part && part.End == at + 3 ? part : null;
    }

    /// <summary>'1.3e6', '6.23x10^-4', '2.5^-1'.</summary>
    private Number? Power(Pieces pieces, Number number)
    {
        var at = number.End;
        if (pieces.Word(at) is var x && x >= 0 && x == _words.X && pieces.Kind(at + 1) == PieceKind.Digits && pieces.Chars(at + 1) is "10" && pieces.Mark(at + 2) == '^') at += 3;
        else if (x >= 0 && x == _words.E) at++;
        else if (pieces.Mark(at) == '^') return Raised(pieces, number, at + 1);
        else return null;
        var negative = PieceCutter.Plain(pieces.Mark(at)) == '-';
        if (negative || pieces.Mark(at) == '+') at++;
        if (!pieces.IsDigits(at) || !pieces.IsGlued(at) || pieces.Length(at) > 2) return null;
        var power = int.Parse(pieces.Chars(at), System.Globalization.CultureInfo.InvariantCulture);
        if (power > 20) return number with { End = at + 1, Form = NumberForm.Broken };
        var factor = 1m;
        for (var i = 0; i < power; i++) factor *= 10;
        return negative ? number with { End = at + 1, Value = number.Value / factor } : (number with { End = at + 1 }).Times(factor);
    }

    private static Number? Raised(Pieces pieces, Number number, int at)
    {
        var negative = PieceCutter.Plain(pieces.Mark(at)) == '-';
        if (negative || pieces.Mark(at) == '+') at++;
        if (!pieces.IsDigits(at) || !pieces.IsGlued(at) || pieces.Length(at) > 2) return null;
        var power = int.Parse(pieces.Chars(at), System.Globalization.CultureInfo.InvariantCulture);
        var value = Math.Pow((double)number.Value, negative ? -power : power);
        return Math.Abs(value) < (double)Number.Largest ? number with { End = at + 1, Value = (decimal)value } : number with { End = at + 1, Form = NumberForm.Broken };
    }

    /// <summary>The factor of '5k', '10M', '2b'; small m, g and t are measures unless money says otherwise. Apart from the digits only 'k', 'M' and 'B'.</summary>
    private decimal? Letter(Pieces pieces, int at)
    {
        if (!pieces.IsGlued(at) && !(pieces.Kind(at) == PieceKind.Letters && pieces.Chars(at) is "k" or "M" or "B" && !pieces.IsGlued(at + 1) && pieces.SameSentence(at - 1, at))) return null;
        if (_words.Role(pieces.Word(at)) != NumberRole.Letter || pieces.IsDigits(at + 1) && pieces.IsGlued(at + 1)) return null;
        return pieces.Chars(at) is "k" or "K" or "M" or "b" or "B" or "MM" ? _words.Value(pieces.Word(at)) : null;
    }
}
