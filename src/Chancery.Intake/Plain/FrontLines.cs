namespace Chancery.Intake.Plain;

/// <summary>The lines a text file may open with to say what the text cannot: title, date, publisher, address.</summary>
/// <param name="Length">Where the text itself begins.</param>
/// <param name="Title">Headline.</param>
/// <param name="Date">Day of publication as written.</param>
/// <param name="Publisher">Outlet.</param>
/// <param name="Url">Address.</param>
internal sealed record FrontLines(int Length, string? Title, string? Date, string? Publisher, string? Url)
{
    /// <summary>The front lines; null where the text does not open with such lines alone, closed by an empty one.</summary>
    internal static FrontLines? Parse(string text)
    {
        var found = new FrontLines(0, null, null, null, null);
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (true)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) return null;
            var line = text.AsSpan(at, end - at).Trim();
            at = end + 1;
            if (line.IsEmpty) return found == new FrontLines(0, null, null, null, null) ? null : found with { Length = at };
            var colon = line.IndexOf(':');
            if (colon < 0) return null;
            var value = line[(colon + 1)..].Trim().ToString();
            switch (line[..colon].ToString().ToUpperInvariant())
            {
                case "TITLE": found = found with { Title = value }; break;
                case "DATE": found = found with { Date = value }; break;
                case "PUBLISHER": found = found with { Publisher = value }; break;
                case "URL": found = found with { Url = value }; break;
                default: return null;
            }
        }
    }
}
