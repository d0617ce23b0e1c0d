using System.Globalization;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>What a run of digits may be in a date or a time of day, by its length and value alone.</summary>
internal static class DigitItems
{
    private static readonly int Day = TimeSymbols.Id("DD"), AnyDay = TimeSymbols.Id("DAYNUM"), Month = TimeSymbols.Id("MM"), Hour = TimeSymbols.Id("HH"), Minute = TimeSymbols.Id("MI"),
        ShortYear = TimeSymbols.Id("YY"), FullYear = TimeSymbols.Id("YYYY"), Year = TimeSymbols.Id("YEAR"), WholeDate = TimeSymbols.Id("YMD"), HourMinute = TimeSymbols.Id("HHMM");

    // digits that stand where a day, a month, an hour or minutes should, and can be none
    private static readonly int NoDay = TimeSymbols.Id("XD"), NoMonth = TimeSymbols.Id("XM"), NoHour = TimeSymbols.Id("XH"), NoMinute = TimeSymbols.Id("XMI"), NoHourMinute = TimeSymbols.Id("XHHMM");

    internal static void Add(List<Item> items, Pieces pieces, int at)
    {
        var length = pieces.Length(at);
        if (length is not (1 or 2 or 4 or 8)) return;
        var value = int.Parse(pieces.Chars(at), NumberStyles.None, CultureInfo.InvariantCulture);
        Span<int> symbols = stackalloc int[8];
        var count = 0;
        switch (length)
        {
            case 1 or 2:
                if (value is >= 1 and <= 31) (symbols[count], symbols[count + 1], count) = (Day, AnyDay, count + 2);
                else symbols[count++] = NoDay;
                symbols[count++] = value is >= 1 and <= 12 ? Month : NoMonth;
                symbols[count++] = value <= 24 ? Hour : NoHour;
                if (length == 2) (symbols[count], symbols[count + 1], count) = (value <= 59 ? Minute : NoMinute, ShortYear, count + 2);
                break;
            case 4:
                if (value is >= 1000 and <= 2199) (symbols[count], symbols[count + 1], count) = (FullYear, Year, count + 2);
                symbols[count++] = value / 100 <= 24 && value % 100 <= 59 ? HourMinute : NoHourMinute;
                break;
            case 8:
                if (value / 10000 is >= 1000 and <= 2199 && value / 100 % 100 is >= 1 and <= 12 && value % 100 is >= 1 and <= 31) symbols[count++] = WholeDate;
                break;
        }
        if (count > 0) items.Add(new Item { Start = at, End = at + 1, Symbols = symbols[..count].ToArray(), Number = value });
    }
}
