using Chancery.Linguistics;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>Tells numbers that count nothing: names ('Hwasong-17', 'Article 5'), list marks, addresses, 'one' as a pronoun, 'half' of a match.</summary>
internal sealed class NumberContext(QuantityLexicon lexicon, NumberReader numbers)
{
    internal bool IsNoCount(Pieces pieces, Amount amount)
    {
        var (at, end) = (amount.Number.First, amount.Number.End);
        if (amount.Number.HasDigits && (IsTiedBefore(pieces, amount.First) || IsTiedBehind(pieces, amount) || IsAddress(pieces, at) || IsListMark(pieces, at, end))) return true;
        // '9/11 attacks' are no share of them: that would be 'of'
        if (amount.Number is { HasDigits: true, Form: NumberForm.Fraction } && amount.Unit is null && end == at + 3 && pieces.Kind(end) == PieceKind.Letters && pieces.Document[pieces.Token(end)].Xpos is "NNS") return true;
        if (amount.Unit is not null) return false;
        if (IsAge(pieces, at, end, amount.Number)) return true;
        if (IsNamed(pieces, at, end, amount.Number)) return true;
        // 'he scores'
        if (amount.Number.Form == NumberForm.Vague && end == at + 1 && pieces.Document[pieces.Token(at)].Upos == Upos.Verb) return true;
        if (amount.Number.Form == NumberForm.Fraction && end == at + 1) return IsPartOfPlay(pieces, at);
        if (end != at + 1 || amount.Number.HasDigits) return false;
        // a bare 'million' or 'hundred' is what is left of 'several hundred', 'multi-million'
        if (numbers.Words.Role(pieces.Word(at)) is NumberRole.Scale or NumberRole.Hundred) return !IsTold(pieces, at);
        return amount.Number.Value == 1 && !IsCounting(pieces, at);
    }

    /// <summary>'the million shells it promised', 'its million refugees', 'a promised million shells': one of them, with what it counts.</summary>
    private static bool IsTold(Pieces pieces, int at)
    {
        var document = pieces.Document;
        var (token, next) = (pieces.Token(at), pieces.Token(at) + 1);
        if (token == document[token].Sentence.First || next >= document[token].Sentence.End || pieces.IsGlued(at)) return false;
        if (document[next].Upos == Upos.Adj || document[next] is { Upos: Upos.Noun, Xpos: "NN" } && next + 1 < document[token].Sentence.End) next++;
        if (document[next].Xpos is not "NNS") return false;
        var before = document[token - 1];
        return before.Xpos is "DT" or "PRP$" or "POS" || before.Upos is Upos.Adj or Upos.Verb && before.Xpos is "JJ" or "VBN" && token - 1 > document[token].Sentence.First && document[token - 2].Xpos is "DT" or "PRP$" or "POS";
    }

    /// <summary>'4:3', '24/7', 'B52-1-2' and addresses are no fault of whoever wrote them; '5/4 of them' and '2 5/4' are.</summary>
    internal static bool IsEveryday(Pieces pieces, Number number)
    {
        if (pieces.IsGlued(number.First) && pieces.Kind(number.First - 1) == PieceKind.Letters || IsAddress(pieces, number.First)) return true;
        for (var at = number.First; at < number.End; at++)
            if (pieces.Mark(at) is ':' || pieces.Mark(at) is '/' && !pieces.IsDigits(number.First + 1) && !(number.End == number.First + 3 && pieces.Kind(number.End) == PieceKind.Letters && pieces.Chars(number.End) is "of")) return true;
        return false;
    }

    /// <summary>'Jamie Lee, 25, said': the age of whoever is named before.</summary>
    private static bool IsAge(Pieces pieces, int at, int end, Number number) =>
        number is { HasDigits: true, Value: >= 5 and <= 110 } && end == at + 1 && at > 1 && pieces.Mark(at - 1) == ',' && pieces.Mark(end) is ',' or '.' or ';' or ')'
        && pieces.Document[pieces.Token(at - 2)] is { Upos: Upos.Propn } && pieces.SameSentence(at - 2, at) && !pieces.IsGlued(at);

    /// <summary>'G7', 'Hwasong-17', 'SCP-173': digits that close a name.</summary>
    private static bool IsTiedBefore(Pieces pieces, int at)
    {
        if (!pieces.IsGlued(at) || pieces.Kind(at) == PieceKind.Letters) return false;
        if (pieces.Kind(at - 1) is PieceKind.Letters or PieceKind.Digits) return true;
        if (pieces.Mark(at - 1) is '-' or '\u2011' or '/' or '.' && pieces.IsGlued(at - 1) && pieces.Kind(at - 2) is PieceKind.Letters or PieceKind.Digits)
            return !pieces.Chars(at - 2).Equals("sub", StringComparison.OrdinalIgnoreCase) && !(pieces.Mark(at - 1) == '-' && pieces.IsDigits(at - 2));
        return pieces.Mark(at - 1) is '#' or '@' or '_' or '=' && pieces.IsGlued(at - 1);
    }

    /// <summary>'4chan', '3D', '5G', '11a': digits that open a name.</summary>
    private static bool IsTiedBehind(Pieces pieces, Amount amount) =>
        amount.Unit is null && pieces.IsGlued(amount.End) && pieces.Kind(amount.End) == PieceKind.Letters && amount.End < pieces.Count && !pieces.Chars(amount.End).StartsWith("'") && !pieces.Chars(amount.End).StartsWith("’");

    private static bool IsAddress(Pieces pieces, int at)
    {
        var word = pieces.Document[pieces.Token(at)].Chars;
        return word.Length > 6 && (word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.Ordinal) || word.Contains('@') || word.Contains('%') && word.Contains('?'));
    }

    private static bool IsListMark(Pieces pieces, int at, int end) =>
        pieces.Mark(end) is '.' or ')' && pieces.IsGlued(end) && end + 1 < pieces.Count && (at == 0 || !pieces.SameSentence(at - 1, at)) && pieces.SameSentence(at, end + 1);

    /// <summary>'Boeing 747', 'Article 5', 'iPhone 11': a plain number behind a name, with nothing behind it that it counts.</summary>
    private bool IsNamed(Pieces pieces, int at, int end, Number number)
    {
        if (at == 0 || !pieces.SameSentence(at - 1, at) || number.Value != decimal.Truncate(number.Value) || number.Value > 9999 || number.Scale > 1) return false;
        var document = pieces.Document;
        var (token, before) = (document[pieces.Token(at)], document[pieces.Token(at - 1)]);
        // 'on Christmas Day 322 were caught', 'in Korea 179 people died': what they are or do follows
        if (end < pieces.Count && pieces.SameSentence(at, end) && !lexicon.Names.Contains(pieces.Word(at - 1)) && (document[pieces.Token(end)].Upos == Upos.Aux || pieces.Chars(end) is "people") && IsAfterPlace(document, before)) return false;
        var counts = token.Relation == Deprel.Nummod && token.Head is { } head && head.Index > token.Index && head.Upos == Upos.Noun;
        if (before.Upos == Upos.Propn && lexicon.Names.Contains(pieces.Word(at - 1))) return true;
        if (counts && end < pieces.Count && document[pieces.Token(end)].Xpos is "NNS" or "JJ") return false;
        if (Numbering.VerbBefore(token) is not null) return false;
        if (lexicon.Names.Contains(pieces.Word(at - 1)) || pieces.Mark(at - 1) is '#' or '№') return !counts || token.Head is { Xpos: "NN" };
        // a full stop of 'No.' stands between
        if (pieces.Mark(at - 1) == '.' && at > 1 && lexicon.Names.Contains(pieces.Word(at - 2)) && pieces.SameSentence(at - 2, at)) return true;
        if (!number.HasDigits || pieces.End(end - 1) - pieces.Start(at) > 4 || before.Upos != Upos.Propn || pieces.Kind(at - 1) != PieceKind.Letters || counts) return false;
        return token.HeadIndex == before.Index || token.HeadIndex == before.HeadIndex || token.HeadIndex < token.Index || before.HeadIndex == token.Index;
    }

    /// <summary>True for the last word of what stands behind a preposition: 'in South Korea', 'on Christmas Day'.</summary>
    private static bool IsAfterPlace(Document document, Token last)
    {
        for (var word = last.Index; word > last.Sentence.First && word > last.Index - 4; word--)
            if (document[word - 1].Upos == Upos.Adp) return true;
        return false;
    }

    /// <summary>'in the second half', 'half-staff', 'the fourth quarter'.</summary>
    private static bool IsPartOfPlay(Pieces pieces, int at)
    {
        if (pieces.Kind(at) == PieceKind.Mark) return false;
        if (PieceCutter.Plain(pieces.Mark(at + 1)) == '-' && pieces.IsGlued(at + 1)) return true;
        var next = at + 1 < pieces.Count ? pieces.Chars(at + 1) : default;
        if (!pieces.Chars(at).Equals("half", StringComparison.OrdinalIgnoreCase)) return !(next is "of");
        if (at == 0 || !pieces.SameSentence(at - 1, at)) return false;
        var before = pieces.Document[pieces.Token(at - 1)];
        return before.Xpos is "JJ" && before.Chars is not ("least" or "other") || before.Chars is "in" or "second" or "first" or "other" or "better" or "last" or "the" or "latter" or "this" or "early" or "late";
    }

    /// <summary>'one soldier', 'one Russian jet', but not 'one of them', 'no one', 'the one', 'one day', 'one another'.</summary>
    private static bool IsCounting(Pieces pieces, int at)
    {
        var document = pieces.Document;
        var token = document[pieces.Token(at)];
        if (token.Upos is not (Upos.Num or Upos.X) || at + 1 >= pieces.Count || !pieces.SameSentence(at, at + 1) || pieces.Kind(at + 1) != PieceKind.Letters) return false;
        if (at > 0 && document[pieces.Token(at - 1)].Upos != Upos.Sconj && pieces.Chars(at - 1) is "the" or "no" or "any" or "every" or "this" or "that" or "which" or "each" or "No" or "The") return false;
        var next = document[pieces.Token(at + 1)];
        if (next.Chars is "day" or "another" or "way" or "time" or "thing" or "such") return false;
        return next.Upos is Upos.Noun or Upos.Adj || token.Relation == Deprel.Nummod && token.Head is { Upos: Upos.Noun } head && head.Index > token.Index;
    }
}
