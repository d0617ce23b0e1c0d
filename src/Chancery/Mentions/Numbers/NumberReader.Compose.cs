namespace Chancery.Mentions.Numbers;

/// <summary>Puts number words together: units, tens, hundreds and scales, with 'and', hyphens, decimals and fractions.</summary>
internal sealed partial class NumberReader
{
    /// <param name="pieces">The pieces.</param>
    /// <param name="first">Where the number begins.</param>
    /// <param name="at">Where to go on.</param>
    /// <param name="begun">What has been read: the digits before a scale word, or 1 for an article.</param>
    /// <param name="hasDigits">True where digits began it.</param>
    private Number? Compose(Pieces pieces, int first, int at, decimal? begun, bool hasDigits)
    {
        decimal total = 0, lastScale = 0;
        var group = begun;
        var last = begun is null ? NumberRole.None : hasDigits ? NumberRole.Part : NumberRole.Unit;
        while (at < pieces.Count && total < Number.Largest)
        {
            var next = Connected(pieces, at, last, group);
            var word = pieces.Word(next);
            var role = _words.Role(word);
            if (pieces.IsDigits(next) && last is NumberRole.Hundred or NumberRole.Scale && DigitReader.Read(pieces, _words, next) is { IsCardinal: true, Value: < 100 } rest)
            {
                // '3 hundred and 21', '4 thousand 3 hundred', but not '3 hundred and 2 hundred'
                var hundreds = _words.Role(pieces.Word(rest.End)) == NumberRole.Hundred;
                if (hundreds ? last == NumberRole.Hundred : next == at) break;
                (group, at, last) = ((group ?? 0) + rest.Value, rest.End, NumberRole.Part);
                continue;
            }
            if (role == NumberRole.None || !Takes(role, _words.Value(word), group, last, lastScale, total)) break;
            var value = _words.Value(word);
            switch (role)
            {
                case NumberRole.Unit or NumberRole.Teen or NumberRole.Ten:
                    group = (group ?? 0) + value;
                    break;
                case NumberRole.Hundred:
                    group = (group ?? 1) * 100;
                    break;
                case NumberRole.Scale when group is null && total > 0:
                    (total, lastScale) = (Number.Product(total, value), value);
                    break;
                case NumberRole.Scale:
                    (total, group, lastScale) = (total + Number.Product(group ?? 1, value), null, value);
                    break;
                default:
                    // 'two dozen', 'three hundreds': ends the number
                    return new Number(first, next + 1, total + (group ?? 0), NumberForm.Cardinal, HasDigits: hasDigits).Times(role == NumberRole.Vague ? value / 2 : value) with { Scale = 1 };
            }
            (at, last) = (next + 1, role);
        }
        if (total >= Number.Largest)
        {
            // what is left of it is no number of its own
            while (_words.Role(pieces.Word(at)) is NumberRole.Hundred or NumberRole.Scale) at++;
            return new Number(first, at, 0, NumberForm.Broken, HasDigits: hasDigits);
        }
        if (total == 0 && group is null) return null;
        return Finish(pieces, new Number(first, at, total + (group ?? 0), NumberForm.Cardinal, lastScale == 0 ? 1 : lastScale, hasDigits), group is null ? lastScale : 0, last);
    }

    /// <summary>Steps over 'and' behind a hundred or a scale, and over the hyphen of 'twenty-one'.</summary>
    private int Connected(Pieces pieces, int at, NumberRole last, decimal? group)
    {
        var word = pieces.Word(at);
        if (word < 0) return at;
        if (word == _words.And && last is NumberRole.Hundred or NumberRole.Scale
            && (_words.Role(pieces.Word(at + 1)) is NumberRole.Unit or NumberRole.Teen or NumberRole.Ten && _words.Role(pieces.Word(at + 2)) is not (NumberRole.Ordinal or NumberRole.Part)
                    && !(last == NumberRole.Hundred && _words.Role(pieces.Word(at + 2)) == NumberRole.Hundred)
                || pieces.IsDigits(at + 1)))
            return at + 1;
        if (PieceCutter.Plain(pieces.Mark(at)) == '-' && (last == NumberRole.Ten && _words.Role(pieces.Word(at + 1)) == NumberRole.Unit
            || group is not null && pieces.IsGlued(at) && _words.Role(pieces.Word(at + 1)) is NumberRole.Hundred or NumberRole.Scale))
            return at + 1;
        return at;
    }

    private static bool Takes(NumberRole role, decimal value, decimal? group, NumberRole last, decimal lastScale, decimal total) => role switch
    {
        NumberRole.Unit => group is null || last == NumberRole.Hundred || last == NumberRole.Ten && value > 0,
        NumberRole.Teen or NumberRole.Ten => group is null || last == NumberRole.Hundred,
        NumberRole.Hundred => group is null ? total == 0 : (group is > 0 and < 100 || last == NumberRole.Part && group is > 0 and < 1000) && last != NumberRole.Hundred,
        NumberRole.Scale => group is null || lastScale == 0 || value < lastScale,
        NumberRole.Dozen => group is not null && value == 12,
        NumberRole.Vague => group is not null && value >= 24,
        _ => false,
    };

    /// <summary>What may end a number: 'point five', 'and a half', 'thirds', '-first'.</summary>
    private Number Finish(Pieces pieces, Number number, decimal scale, NumberRole last)
    {
        var next = number.End;
        var word = pieces.Word(next);
        if (word >= 0 && word == _words.Point) return Decimals(pieces, number);
        if (word >= 0 && word == _words.And && AddedPart(pieces, next + 1) is { } part)
        {
            // 'five and a half million', 'one billion and a half million', '3 million and a half'
            var shared = _words.Role(pieces.Word(part.End)) == NumberRole.Scale ? _words.Value(pieces.Word(part.End)) : 0;
            if (shared > 0 && scale == 0) return (number with { End = part.End + 1, Value = number.Value + part.Value }).Times(shared);
            if (shared > 0) return number with { End = part.End + 1, Value = number.Value + part.Value * shared };
            return number with { End = part.End, Value = number.Value + part.Value * (scale == 0 ? 1 : scale) };
        }
        var at = PieceCutter.Plain(pieces.Mark(next)) == '-' ? next + 1 : next;
        var role = _words.Role(pieces.Word(at));
        var chars = role is NumberRole.Ordinal or NumberRole.Part && at < pieces.Count ? pieces.Chars(at) : default;
        if (role == NumberRole.Part && pieces.Kind(at) == PieceKind.Letters && number.Value < 1000 && (number.Value == 1 || chars[^1] is 's' or 'S'))
            return Whole(pieces, new Number(number.First, at + 1, number.Value * _words.Value(pieces.Word(at)), NumberForm.Fraction));
        if (role != NumberRole.Ordinal || number.HasDigits && scale == 0) return number;
        var below = _words.Value(pieces.Word(at));
        if (chars[^1] is 's' or 'S') return Whole(pieces, new Number(number.First, at + 1, number.Value / below, NumberForm.Fraction));
        // 'twenty-first', 'one hundred and sixth' are places; 'one-third', 'one fifth of' are shares
        if (number.HasDigits) return number;
        if (last == NumberRole.Ten && below < 10 || last is NumberRole.Hundred or NumberRole.Scale) return new Number(number.First, at + 1, number.Value + below, NumberForm.Ordinal);
        if (number.Value == 1 && below > 2 && (at > next || IsShare(pieces, at + 1))) return Whole(pieces, new Number(number.First, at + 1, 1 / below, NumberForm.Fraction));
        return number;
    }

    /// <summary>'a half', 'one quarter', 'half', 'two thirds' behind 'and'.</summary>
    private Number? AddedPart(Pieces pieces, int at)
    {
        var next = at;
        decimal count = 1;
        if (IsArticle(pieces.Word(at))) next++;
        else if (_words.Role(pieces.Word(at)) == NumberRole.Unit)
        {
            count = _words.Value(pieces.Word(at));
            next++;
        }
        var word = pieces.Word(next);
        var role = _words.Role(word);
        if (role == NumberRole.Part) return new Number(at, next + 1, count * _words.Value(word), NumberForm.Fraction);
        return role == NumberRole.Ordinal && next > at && _words.Value(word) > 2 && (count > 1) == (pieces.Chars(next)[^1] is 's') && (count > 1 || IsShare(pieces, next + 1))
            ? new Number(at, next + 1, count / _words.Value(word), NumberForm.Fraction)
            : null;
    }

    /// <summary>'five point five', 'nought point nought three', 'two point fifty-four'.</summary>
    private Number Decimals(Pieces pieces, Number number)
    {
        var at = number.End + 1;
        decimal unit = 0.1m, value = number.Value;
        while (_words.Role(pieces.Word(at)) == NumberRole.Unit && unit > 1e-9m)
        {
            value += _words.Value(pieces.Word(at)) * unit;
            unit /= 10;
            at++;
        }
        if (at == number.End + 1)
        {
            if (_words.Role(pieces.Word(at)) is not (NumberRole.Teen or NumberRole.Ten)) return number;
            value += _words.Value(pieces.Word(at)) / 100;
            at++;
        }
        var decimals = number with { End = at, Value = value };
        return _words.Role(pieces.Word(at)) == NumberRole.Scale ? (decimals with { End = at + 1 }).Times(_words.Value(pieces.Word(at))) : decimals;
    }
}
