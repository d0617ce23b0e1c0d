using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>The words and numbers that rules ask for by class: months, weekdays, units, days of the month, years.</summary>
/// <remarks>Immutable and thread-safe once loaded.</remarks>
internal sealed class TimeLexicon
{
    private readonly record struct Entry(int[] Symbols, decimal Number, string Code, string Needs);

    private readonly Dictionary<int, Entry[]> _entries = [];
    private readonly NumberReader _numbers;

    internal TimeLexicon(LanguagePack pack, Vocabulary vocabulary)
    {
        _numbers = new(pack, vocabulary);
        var faults = new List<PackFault>();
        var found = new Dictionary<int, List<Entry>>();
        foreach (var row in pack.Read("languages/en/times/words.tsv", "word", "class", "number", "code", "needs").Rows)
        {
            var symbols = row.Parts("class").Select(TimeSymbols.Find).ToArray();
            if (symbols.Contains(-1)) { faults.Add(row.Fault($"'{row["class"]}' is no class")); continue; }
            if (!decimal.TryParse(row["number"] is "" ? "0" : row["number"], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) faults.Add(row.Fault($"'{row["number"]}' is no number"));
            foreach (var word in row.Parts("word"))
            {
                var id = vocabulary.Add(word);
                if (!found.TryGetValue(id, out var list)) found.Add(id, list = []);
                list.Add(new(symbols, number, row["code"], row["needs"]));
            }
        }
        if (faults.Count > 0) throw new PackException(faults);
        foreach (var (id, list) in found) _entries.Add(id, [.. list]);
    }

    /// <summary>What begins at a piece; null where nothing does.</summary>
    internal List<Item>? Items(Pieces pieces, int at)
    {
        List<Item>? items = null;
        var word = pieces.Word(at);
        if (word >= 0 && _entries.TryGetValue(word, out var entries))
            foreach (var entry in entries)
                if (entry.Needs.Length == 0 || (entry.Needs == "name" ? IsName(pieces, at) : IsAdverb(pieces, at))) (items ??= []).Add(new Item { Start = at, End = at + 1, Symbols = entry.Symbols, Number = entry.Number, Code = entry.Code });
        if (pieces.IsDigits(at)) DigitItems.Add(items ??= [], pieces, at);
        if (pieces.IsDigits(at) || word >= 0) Numbers(ref items, pieces, at, word);
        return items;
    }

    private void Numbers(ref List<Item>? items, Pieces pieces, int at, int word)
    {
        if (word >= 0 && SpokenYear(pieces, at) is { } year) (items ??= []).Add(year);
        if (_numbers.Read(pieces, at) is not { } number || number.Value < 0) return;
        var day = number.Value is >= 1 and <= 31 && decimal.Truncate(number.Value) == number.Value;
        // 'two quarters' of a year are no half
        if (number.Form == NumberForm.Fraction && number.End > at + 1 && _numbers.Words.Role(pieces.Word(number.End - 1)) == NumberRole.Part && _numbers.Words.Value(pieces.Word(number.End - 1)) == 0.25m && _numbers.Words.Role(pieces.Word(at)) is not NumberRole.None)
            (items ??= []).Add(new Item { Start = at, End = number.End - 1, Symbols = [TimeSymbols.Id("N")], Number = number.Value * 4 });
        if (number.Form is NumberForm.Cardinal or NumberForm.Fraction)
        {
            int[] symbols = day && !number.HasDigits && number.IsCardinal ? [TimeSymbols.Id("N"), TimeSymbols.Id("DDW")] : [TimeSymbols.Id("N")];
            (items ??= []).Add(new Item { Start = at, End = number.End, Symbols = symbols, Number = number.Value });
        }
        else if (number.Form == NumberForm.Ordinal)
        {
            int[] symbols = day ? [TimeSymbols.Id("O"), TimeSymbols.Id("DDO"), TimeSymbols.Id("DAYNUM")] : [TimeSymbols.Id("O"), TimeSymbols.Id("XDO")];
            (items ??= []).Add(new Item { Start = at, End = number.End, Symbols = symbols, Number = number.Value });
        }
    }

    /// <summary>'nineteen ninety-six', 'twenty twenty', 'nineteen hundred ninety three', 'two thousand and fifteen'.</summary>
    private Item? SpokenYear(Pieces pieces, int at)
    {
        if (_numbers.Words.Role(pieces.Word(at)) is not (NumberRole.Teen or NumberRole.Ten or NumberRole.Unit) || _numbers.Read(pieces, at) is not { IsCardinal: true } first) return null;
        var (end, value) = (first.End, first.Value);
        if (value is >= 11 and <= 20 && _numbers.Words.Role(pieces.Word(end)) is NumberRole.Teen or NumberRole.Ten && _numbers.Read(pieces, end) is { IsCardinal: true, Value: >= 10 and <= 99 } second)
            (end, value) = (second.End, value * 100 + second.Value);
        if (value is < 1100 or > 2199 || decimal.Truncate(value) != value) return null;
        return new Item { Start = at, End = end, Symbols = [TimeSymbols.Id("YEAR")], Number = value };
    }

    /// <summary>'quarterly' and 'annual' before a noun are kinds of things, not times.</summary>
    private static bool IsAdverb(Pieces pieces, int at) =>
        !pieces.SameSentence(at, at + 1) || pieces.Document[pieces.Token(at + 1)].Upos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num);

    /// <summary>Months and days that are also common words ('May', 'March', 'Sun'): only with a capital, behind the number of a day or where the tagger sees no verb or auxiliary.</summary>
    private static bool IsName(Pieces pieces, int at) =>
        pieces.IsCapital(at) && (at > 0 && pieces.IsDigits(at - 1) && pieces.Length(at - 1) <= 2 && pieces.SameSentence(at - 1, at) || pieces.Document[pieces.Token(at)].Upos is not (Upos.Aux or Upos.Verb or Upos.Sconj or Upos.Adv));
}
