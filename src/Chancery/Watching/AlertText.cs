using System.Globalization;
using System.Text;

namespace Chancery.Watching;

/// <summary>An alert as people read it: what it is about, what has changed, and the sentences it rests on.</summary>
public static class AlertText
{
    /// <summary>Changes that are spelled out; of a long story the older ones are counted.</summary>
    private const int MostChanges = 20;

    /// <summary>A line that tells it.</summary>
    public static string Subject(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return Shortened($"{(alert.Revision > 1 ? "Update: " : "")}{alert.Headline}", 160);
    }

    /// <summary>The whole, a change a paragraph, the latest first.</summary>
    public static string Body(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var text = new StringBuilder().Append(alert.Headline).Append("\n\n");
        foreach (var change in alert.Changes.Take(MostChanges))
        {
            text.Append(CultureInfo.InvariantCulture, $"{change.At.UtcDateTime:yyyy-MM-dd HH:mm}Z  {Name(change.Kind)}: {change.Text}\n");
            foreach (var because in change.Because) text.Append("    “").Append(because.Sentence).Append("” (").Append(Source(because)).Append(")\n");
            text.Append('\n');
        }
        if (alert.Changes.Length > MostChanges) text.Append(CultureInfo.InvariantCulture, $"… and {alert.Changes.Length - MostChanges} earlier changes\n\n");
        text.Append("Watch: ").Append(alert.Watch).Append('\n');
        if (alert.Event is { } id) text.Append("Event: ").Append(id).Append('\n');
        return text.ToString();
    }

    /// <summary>The word for a kind of change, as watch files have it.</summary>
    public static string Name(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    private static string Source(Evidence because) => string.Join(", ", new[] { because.Publisher, because.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), because.Url ?? because.Report }.Where(s => !string.IsNullOrEmpty(s)));

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";
}
