using System.Globalization;

namespace Chancery.Cli.Listing;

/// <summary>Values as people read them in a cell.</summary>
internal static class Cells
{
    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal static string Days(ClaimTime? time) =>
        time is null ? "" : time.From == time.To ? Day(time.From) : $"{Day(time.From)}…{Day(time.To)}";

    internal static string Number(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    internal static string Number(decimal? number) => number?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "";

    internal static string Plain(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    internal static string Names(IEnumerable<Participant> parties) => string.Join("; ", parties.Select(p => p.Name).Distinct(StringComparer.Ordinal));

    internal static string Countries(IEnumerable<Participant> parties) => string.Join("; ", parties.Select(p => p.Country).OfType<string>().Distinct(StringComparer.Ordinal));

    internal static string Sources(IEnumerable<string> attribution) => string.Join(" ← ", attribution);

    /// <summary>A quantity in words of a table: '10,000–12,000 troops', 'at least 40 missiles, additional'.</summary>
    internal static string Quantity(Quantity quantity)
    {
        var number = (quantity.Min, quantity.Max) switch
        {
            ({ } min, { } max) when min == max => Number(min),
            ({ } min, { } max) => $"{Number(min)}–{Number(max)}",
            ({ } min, null) => $"at least {Number(min)}",
            (null, { } max) => $"up to {Number(max)}",
            _ => "?",
        };
        var change = quantity.Change is { } some ? ", " + Exports.ContractNames.Name(some) : "";
        return $"{(quantity.Approximate ? "~" : "")}{number} {quantity.Currency ?? quantity.Unit}".TrimEnd() + change;
    }
}
