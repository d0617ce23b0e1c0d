using Chancery.Formats.Tabbed;

namespace Chancery.Formats.Gdelt;

/// <summary>GDELT's files: tab-separated, no header, and called .CSV all the same.</summary>
internal static class GdeltFormats
{
    internal static ExportFormat Events { get; } = new TabbedFormat("gdelt-events", ".export.CSV", "GDELT 2.0 events, 61 columns", hasHeader: false, none: "", GdeltEvents.Table);

    internal static ExportFormat Mentions { get; } = new TabbedFormat("gdelt-mentions", ".mentions.CSV", "GDELT 2.0 mentions, 16 columns", hasHeader: false, none: "", GdeltMentions.Table);
}
