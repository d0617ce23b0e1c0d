using Chancery.Linguistics.Packs;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>One line of a rule table: a pattern over words and classes, and the operation that gives its value.</summary>
/// <param name="Name">Name of the rule, for people.</param>
/// <param name="Step">1–4: rules of a later step build on what earlier ones made.</param>
/// <param name="Symbols">Classes of what the rule makes; empty where <paramref name="Makes"/> leaves them to the match.</param>
/// <param name="Makes">Name of the class, or <c>unit</c>: that of the unit matched, or <c>like</c>: that of the time matched.</param>
/// <param name="IsReported">False for what is a time only as part of another rule's match.</param>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Arguments">Class names, whose match is handed over, or plain words and numbers.</param>
/// <param name="Order">Place in the tables; of two rules that match the same words the earlier one holds.</param>
/// <param name="Code">Code that the match hands on: the rule of a holiday.</param>
internal sealed record TimeRule(string Name, int Step, int[] Symbols, string Makes, bool IsReported, TimeOperation Operation, string[] Arguments, int Order, string Code = "")
{
    internal static TimeRule Read(TableRow row, int order, List<PackFault> faults)
    {
        var value = row["value"];
        var open = value.IndexOf('(', StringComparison.Ordinal);
        var (name, rest) = open > 0 && value.EndsWith(')') ? (value[..open], value[(open + 1)..^1]) : (value, "");
        var operation = TimeOperations.Find(name);
        if (operation is null) faults.Add(row.Fault($"'{name}' is no operation"));
        var makes = row["makes"].TrimStart('*');
        var reported = !row["makes"].StartsWith('*');
        var depends = makes is "unit" or "like";
        if (!depends && TimeSymbols.Find(makes) < 0) faults.Add(row.Fault($"'{makes}' is no class"));
        if (!int.TryParse(row["step"], out var step) || step is < 1 or > 4) faults.Add(row.Fault($"step '{row["step"]}' is not 1 to 4"));
        var symbols = faults.Count == 0 && !depends ? TimeSymbols.Of(makes) : [];
        return new(row["rule"], step, symbols, makes, reported, operation ?? ((_, _) => null), rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), order);
    }

    /// <summary>The classes of one match.</summary>
    internal int[] SymbolsOf(Item?[] arguments)
    {
        if (Symbols.Length > 0) return Symbols;
        foreach (var item in arguments)
        {
            if (item is null) continue;
            if (Makes == "like" && item.Match is not null) return item.Symbols;
            if (Makes == "unit" && Units.Class(item.Code) is { } name) return TimeSymbols.Of(name);
        }
        return [];
    }
}
