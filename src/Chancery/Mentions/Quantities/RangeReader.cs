using Chancery.Linguistics;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>What two amounts side by side are to each other.</summary>
internal enum RangeKind : byte
{
    /// <summary>The least and the most, or one amount alone.</summary>
    Range,

    /// <summary>The most and the least: '3,000-1,000 troops'.</summary>
    Backwards,

    /// <summary>'one in three'.</summary>
    Share,

    /// <summary>'2-1': both numbers count nothing.</summary>
    Score,

    /// <summary>Nothing that can be: '900-1.2 billion', '10-5 soldiers'.</summary>
    Unclear,
}

/// <summary>Joins two amounts to a range ('10,000 to 12,000', '$3-5 billion', 'between 20 and 30', 'two or three') or to a share ('one in three').</summary>
internal sealed class RangeReader
{
    private readonly AmountReader _amounts;
    private readonly int _to, _through, _and, _or, _in, _out, _of, _between, _from, _tilde, _over, _by;
    private readonly HashSet<string> _changes = new(StringComparer.OrdinalIgnoreCase);

    internal RangeReader(LanguagePack pack, Vocabulary vocabulary, AmountReader amounts)
    {
        _amounts = amounts;
        (_to, _through, _and, _or, _in, _out, _of) = (vocabulary.Add("to"), vocabulary.Add("through"), vocabulary.Add("and"), vocabulary.Add("or"), vocabulary.Add("in"), vocabulary.Add("out"), vocabulary.Add("of"));
        (_between, _from, _tilde, _over, _by) = (vocabulary.Add("between"), vocabulary.Add("from"), vocabulary.Add("~"), vocabulary.Add("over"), vocabulary.Add("by"));
        foreach (var row in pack.Read("languages/en/quantities/changes.tsv", "lemma", "example").Rows)
            foreach (var lemma in row.Parts("lemma")) _changes.Add(lemma);
    }

    /// <summary>What follows an amount: the second one of a range; or that both are a score and no quantity.</summary>
    /// <param name="Second">The second amount, in the first one's scale and money; null where there is no range.</param>
    /// <param name="Kind">What the two are to each other.</param>
    /// <param name="First">The first amount, in the second one's scale and money.</param>
    internal readonly record struct Result(Amount First, Amount? Second, RangeKind Kind = RangeKind.Range);

    internal Result Read(Pieces pieces, Amount first)
    {
        var at = first.End;
        var word = pieces.Word(at);
        var dash = PieceCutter.Plain(pieces.Mark(at)) == '-';
        if (word < 0 && !dash || !pieces.SameSentence(first.First, at)) return new(first, null);
        var before = pieces.Word(first.First - 1);
        var between = before >= 0 && before == _between;
        if (dash || word == _to || word == _through || word == _tilde || word == _and && between || word == _or)
        {
            if (Second(pieces, at + 1) is not { } second) return new(first, null);
            return Join(pieces, first, second, dash, word == _or, between, before >= 0 && before == _from);
        }
        // 'one over twenty'
        if (word == _over && first is { Unit: null, Number: { Value: 1 or -1, Form: NumberForm.Cardinal } } && Second(pieces, at + 1) is { Unit: null, Number: { IsCardinal: true, Value: > 1 } } under
            && (under.End >= pieces.Count || pieces.Kind(under.End) != PieceKind.Letters))
            return new(first, under, RangeKind.Share);
        var of = word == _out && pieces.Word(at + 1) == _of;
        if ((word == _in || of) && Second(pieces, of ? at + 2 : at + 1) is { Unit: null } whole && IsShare(pieces, first, whole, of)) return new(first, whole, RangeKind.Share);
        return new(first, null);
    }

    /// <summary>The amount that begins at a piece, a money sign before its number included.</summary>
    private Amount? Second(Pieces pieces, int at)
    {
        for (var number = at; number < at + 4 && number < pieces.Count; number++)
            if (_amounts.Read(pieces, number) is { Number.Form: NumberForm.Cardinal or NumberForm.Fraction } amount && amount.First == at) return amount;
        return null;
    }

    private Result Join(Pieces pieces, Amount first, Amount second, bool dash, bool or, bool between, bool from)
    {
        if (first.Unit is { } unit && second.Unit is { } other && unit != other && !(first.IsMoney && second.IsMoney && first.Currency == second.Currency)) return new(first, null);
        if (first.Unit is not null && second.Unit is null && !first.IsMoney && !dash) return new(first, null);
        // '10 to 12 million', '$3-5 billion'
        if (first.Number.Scale == 1 && second.Number.Scale > 1 && first.Number.Value < second.Number.Value / second.Number.Scale)
            first = first with { Number = first.Number.Times(second.Number.Scale) };
        if (first.Unit is null) first = first with { Unit = second.Unit, Currency = second.Currency, IsMoney = second.IsMoney };
        var rises = first.Number.Value < second.Number.Value;
        if (or) return rises && second.Number.Value == first.Number.Value + 1 && second.Number.Value <= 20 ? new(first, second) : new(first, null);
        if (dash)
        {
            var glued = pieces.IsGlued(first.End) && first.Number.HasDigits && second.Number.HasDigits;
            if (!glued && !(rises && pieces.IsGlued(first.End) == pieces.IsGlued(first.End + 1))) return new(first, null);
            var noun = CountedNoun.Find(pieces.Document, pieces.Token(second.End - 1), pieces.Token(second.End - 1) + 1);
            // '900-1.2 billion' begins with millions, or it runs backwards
            if (glued && first.Number.Scale == 1 && second.Number.Scale > 1) return new(first, second, RangeKind.Unclear);
            // '1 877 855-3222' is dialed
            if (glued && !rises && pieces.IsDigits(first.Number.End - 1) && pieces.IsDigits(first.Number.End - 2)) return new(first, second, RangeKind.Score);
            var counts = second.Unit is not null || second.Number.Value >= 1000 || noun is not null;
            if (rises) return counts ? new(first, second) : new(first, glued ? second : null, glued ? RangeKind.Score : RangeKind.Range);
            if (first.Unit is not null || second.Number.Value >= 1000) return new(first, second, first.Number.Value == second.Number.Value ? RangeKind.Range : RangeKind.Backwards);
            return new(first, second, noun is { } many && pieces.Document[many.Head].Xpos is "NNS" ? RangeKind.Unclear : RangeKind.Score);
        }
        if (between && first.Number.Value > second.Number.Value) return new(first, second, RangeKind.Backwards);
        // 'rose by 40 to 400'
        var by = pieces.Word(first.First - 1) is >= 0 and var word && word == _by;
        if (!rises || (from || by) && IsChange(pieces, first.First)) return new(first, null);
        return between || from || IsClose(first, second) ? new(first, second) : new(first, null);
    }

    /// <summary>'10 to 12' is a range; '3 to 900' without 'from' or 'between' hardly.</summary>
    private static bool IsClose(Amount first, Amount second) => first.Number.Value > 0 && second.Number.Value <= first.Number.Value * 20;

    /// <summary>True where 'from' belongs to a verb of change.</summary>
    private bool IsChange(Pieces pieces, int first)
    {
        var document = pieces.Document;
        var from = pieces.Token(first - 1);
        for (var word = from - 1; word >= document[from].Sentence.First && word >= from - 8; word--)
            if (_changes.Contains(document[word].Lemma)) return true;
        return false;
    }

    private static bool IsShare(Pieces pieces, Amount part, Amount whole, bool outOf)
    {
        var (a, b) = (part.Number, whole.Number);
        if (part.Unit is not null || a.Form != NumberForm.Cardinal || a.Value < 1 || a.Value >= b.Value || a.Value != decimal.Truncate(a.Value) || b.Value != decimal.Truncate(b.Value)) return false;
        if (outOf) return true;
        // 'one in three', '3 in 5 Americans', but not 'two in 10 days', 'seven in 2019'
        return b.Value <= 1000 && (a.Value == 1 || !a.HasDigits && b.Value <= 10 || a.HasDigits && b.Value is 4 or 5 or 10 or 100)
            && CountedNoun.Find(pieces.Document, pieces.Token(whole.End - 1), pieces.Token(whole.End - 1) + 1) is not { Unit: "day" or "week" or "month" or "year" or "hour" or "minute" or "attack" };
    }
}
