using System.Globalization;

namespace Chancery.Watching;

/// <summary>A day's changes in one: an alert of its own kind, so that it goes the same ways.</summary>
public static class Digest
{
    /// <summary>Name it goes by in place of a watch.</summary>
    public const string Name = "digest";

    /// <summary>The digest of a day, in UTC; null where nothing changed on it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="alerts">Alerts of all watches.</param>
    /// <param name="now">When it is told.</param>
    public static Alert? Of(DateOnly day, IEnumerable<Alert> alerts, DateTimeOffset now)
    {
        var changes = alerts
            .SelectMany(alert => alert.Changes.Where(c => DateOnly.FromDateTime(c.At.UtcDateTime) == day).Select(c => (Alert: alert, Change: c)))
            .OrderBy(c => c.Alert.Watch, StringComparer.Ordinal)
            .ThenBy(c => c.Alert.Story, StringComparer.Ordinal)
            .ThenBy(c => c.Change.At)
            .ToList();
        if (changes.Count == 0) return null;
        var stories = changes.Select(c => (c.Alert.Watch, c.Alert.Story)).Distinct().Count();
        return new()
        {
            Watch = Name,
            Story = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Headline = string.Create(CultureInfo.InvariantCulture, $"{day:d MMMM yyyy}: {changes.Count} {(changes.Count == 1 ? "change" : "changes")} in {stories} {(stories == 1 ? "story" : "stories")}"),
            First = now,
            Updated = now,
            Changes = [.. changes.Select(c => c.Change with { Text = $"[{c.Alert.Watch}] {c.Alert.Headline}: {c.Change.Text}" })],
        };
    }
}
