using System.Globalization;

namespace Chancery.Briefs;

/// <summary>Puts a quantity into words: '10,000 to 12,000 troops', 'another 3,000 soldiers', 'at least 40'.</summary>
internal static class FigureWords
{
    internal static string Of(Quantity quantity)
    {
        var number = Number(quantity);
        var change = quantity.Change switch
        {
            QuantityChange.Additional => "another ",
            QuantityChange.Total => "a total of ",
            _ => "",
        };
        var behind = quantity.Change == QuantityChange.Fewer ? " fewer" : "";
        if (quantity.Currency is not null && quantity.Unit is { Length: > 0 } sign)
            return char.IsLetter(sign[0]) ? $"{change}{number} {sign}{behind}" : $"{change}{sign}{number}{behind}";
        return quantity.Unit switch
        {
            null => change + number + behind,
            "percent" => $"{change}{number} per cent{behind}",
            var unit => $"{change}{number}{behind} {(IsOne(quantity) ? unit : Plural(unit))}",
        };
    }

    /// <summary>The number in a series, whose title says what is counted: with its sign where it is money or a share, else bare.</summary>
    internal static string InSeries(Quantity quantity) => IsShare(quantity) || quantity.Currency is not null ? Of(quantity with { Change = null }) : Number(quantity);

    internal static bool IsShare(Quantity quantity) => quantity.Unit == "percent";

    /// <summary>The bare number or range.</summary>
    internal static string Number(Quantity quantity)
    {
        var about = quantity.Approximate ? "about " : "";
        return (quantity.Min, quantity.Max) switch
        {
            ({ } min, { } max) when min == max => about + Digits(min),
            ({ } min, { } max) => $"{about}{Digits(min)} to {Digits(max)}",
            ({ } min, null) => "at least " + Digits(min),
            (null, { } max) => "up to " + Digits(max),
            _ => "an unknown number",
        };
    }

    private static string Digits(decimal value) => value.ToString(value == decimal.Truncate(value) ? "#,##0" : "#,##0.##", CultureInfo.InvariantCulture);

    private static bool IsOne(Quantity quantity) => quantity is { Min: 1, Max: 1 };

    /// <summary>The noun in the plural.</summary>
    internal static string Plural(string unit) => unit switch
    {
        "person" => "people",
        "man" => "men",
        "woman" => "women",
        "child" => "children",
        "" => "number",
        "personnel" or "police" or "people" or "aircraft" or "military" => unit,
        [.., 's' or 'x'] or [.., 's', 'h'] or [.., 'c', 'h'] => unit.EndsWith("ss", StringComparison.Ordinal) || !unit.EndsWith('s') ? unit + "es" : unit,
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => unit[..^1] + "ies",
        [.., 'm', 'a', 'n'] => unit[..^2] + "en",
        _ => unit + "s",
    };
}
