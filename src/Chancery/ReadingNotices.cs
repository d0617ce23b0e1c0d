using System.Collections.Immutable;
using Chancery.Linguistics.Identifying;

namespace Chancery;

/// <summary>What the reader itself has to say of a report, behind what was noticed on its way in.</summary>
internal static class ReadingNotices
{
    private static readonly Notice NoDate = new("date-missing", NoticeSeverity.Info, default, "The report has no date: times such as 'last week' stay unresolved.");

    internal static ImmutableArray<Notice> Of(Report report, MentionSet mentions) =>
        [.. report.Notices, .. IsDateMissed(report, mentions) ? [NoDate] : (ReadOnlySpan<Notice>)[], .. mentions.Notices];

    /// <summary>Where a relative time needed the date, that is said of its words already.</summary>
    private static bool IsDateMissed(Report report, MentionSet mentions) => report.Published is null && !mentions.Notices.Any(n => n.Code == NoDate.Code);

    internal static Notice OtherLanguage(string language) => new(
        "language", NoticeSeverity.Warning, default,
        language == LanguageIdentifier.Undetermined ? "The text is not English; nothing was read from it." : $"The text is not English ('{language}'); nothing was read from it.");

    internal static Notice ReaderFault(Exception problem)
    {
        var where = problem.StackTrace?.Split('\n')[0].Trim() ?? "at an unknown place";
        return new("reader-fault", NoticeSeverity.Error, default, $"The reader failed on this report: {problem.GetType().Name} {where}: {problem.Message}");
    }
}
