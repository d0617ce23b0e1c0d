namespace Chancery.Mentions.Times.Grammar;

/// <summary>Names of the classes a rule may ask for; each class has a number beyond those of words.</summary>
/// <remarks>Classes in capitals stand for words and numbers, those in small letters for what other rules made.</remarks>
internal static class TimeSymbols
{
    internal const int FirstClass = 1 << 20;

    private static readonly string[] Names =
    [
        "MONTH", "MONTHNAME", "WDAY", "WEEKDAY", "WEEKDAYS", "UNIT", "U", "US", "SECOND", "ABBR", "SEASON", "PART", "AMPM", "ZONE", "HOLIDAY", "REL", "EDGE", "DECADE", "REF", "EVERY", "FREQ", "FEW",
        "N", "O", "DD", "DDO", "DDW", "DAYNUM", "MM", "HH", "MI", "YY", "YYYY", "YEAR", "YMD", "HHMM", "XD", "XDO", "XM", "XH", "XMI", "XHHMM",
        "day", "month", "year", "week", "weekend", "quarter", "half", "season", "decade", "century", "clock", "part", "dur", "set", "ref", "date", "weekday",
    ];

    private static readonly Dictionary<string, int> Ids = Names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => FirstClass + x.i, StringComparer.Ordinal);

    /// <summary>What is a calendar time and may be early, late or the end of.</summary>
    private static readonly HashSet<string> Dates = ["day", "weekday", "month", "year", "week", "weekend", "quarter", "half", "season", "decade", "century"];

    /// <summary>The number of a class; -1 where the name is no class.</summary>
    internal static int Find(string name) => Ids.GetValueOrDefault(name, -1);

    internal static int Id(string name) => Ids[name];

    /// <summary>The classes that something made by a rule belongs to: its own, and <c>date</c> where it is one.</summary>
    internal static int[] Of(string made) => made switch
    {
        "weekday" => [Id("weekday"), Id("day"), Id("date")],
        _ when Dates.Contains(made) => [Id(made), Id("date")],
        _ => [Id(made)],
    };
}
