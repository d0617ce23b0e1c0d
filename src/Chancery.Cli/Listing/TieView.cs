using System.Globalization;
using System.Text.Json;

namespace Chancery.Cli.Listing;

/// <summary>How ties are listed.</summary>
internal static class TieView
{
    internal static Listing<CountryTie> Ties { get; } = new(
    [
        new("from", t => t.From, IsName: true),
        new("to", t => t.To, IsName: true),
        new("events", t => t.Events.ToString(CultureInfo.InvariantCulture)),
        new("score", t => Cells.Number(t.Score)),
        new("kinds", t => string.Join(", ", t.Kinds.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Type} {k.Events}")))),
        new("unusual", t => string.Join("; ", t.Unusual.Select(Unusual))),
    ], WriteJson);

    /// <summary>What sets a week apart: '2025-03-17: 3 events (0.2 a week before), mean +5 (+9.4 before)'.</summary>
    private static string Unusual(TieWeek week) => string.Create(
        CultureInfo.InvariantCulture, $"{Cells.Day(week.Monday)}: {week.Events.Length} event{(week.Events.Length == 1 ? "" : "s")} ({week.Usual:0.#} a week before), mean {week.Score:+0.#;-0.#;0} ({week.UsualScore:+0.#;-0.#;0} before)");

    private static void WriteJson(Utf8JsonWriter json, CountryTie tie)
    {
        json.WriteStartObject();
        json.WriteString("from", tie.From);
        json.WriteString("to", tie.To);
        json.WriteNumber("events", tie.Events);
        Score(json, "score", tie.Score);
        json.WriteStartObject("kinds");
        foreach (var (type, events) in tie.Kinds) json.WriteNumber(type, events);
        json.WriteEndObject();
        json.WriteStartArray("weeks");
        foreach (var week in tie.Weeks)
        {
            json.WriteStartObject();
            json.WriteString("week", Cells.Day(week.Monday));
            json.WriteNumber("events", week.Events.Length);
            Score(json, "score", week.Score);
            json.WriteNumber("usual", Math.Round(week.Usual, 2));
            Score(json, "usualScore", week.UsualScore);
            json.WriteBoolean("unusual", week.IsUnusual);
            json.WriteStartArray("happenings");
            foreach (var id in week.Events) json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Score(Utf8JsonWriter json, string name, double? score)
    {
        if (score is { } value) json.WriteNumber(name, Math.Round(value, 2));
        else json.WriteNull(name);
    }
}
