using System.Collections.Immutable;

namespace Chancery;

/// <summary>What the reader itself has to say of a report, behind what was noticed on its way in.</summary>
internal static class ReadingNotices
{
    private static readonly Notice NoDate = new("date-missing", NoticeSeverity.Info, default, "The report has no date: times such as 'last week' stay unresolved.");

    internal static ImmutableArray<Notice> Of(Report report, MentionSet mentions) =>
        [.. report.Notices, .. report.Published is null ? [NoDate] : (ReadOnlySpan<Notice>)[], .. mentions.Notices];
}
