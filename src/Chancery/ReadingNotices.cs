using System.Collections.Immutable;
using System.Globalization;
using Chancery.Linguistics.Identifying;

namespace Chancery;

/// <summary>What the reader itself has to say of a report, behind what was noticed on its way in.</summary>
internal static class ReadingNotices
{
    private static readonly Notice NoDate = new("date-missing", NoticeSeverity.Info, default, "The report has no date: times such as 'last week' stay unresolved.");

    /// <param name="report">The report.</param>
    /// <param name="mentions">What was found in it.</param>
    /// <param name="today">The day it is read on.</param>
    internal static ImmutableArray<Notice> Of(Report report, MentionSet mentions, DateOnly today) =>
        [.. report.Notices, .. IsDateMissed(report, mentions) ? [NoDate] : (ReadOnlySpan<Notice>)[], .. IsAhead(report, today) ? [Future(report.Published!.Value)] : (ReadOnlySpan<Notice>)[], .. mentions.Notices];

    /// <summary>Clocks differ by a day over the world; what is dated later has not been published.</summary>
    private static bool IsAhead(Report report, DateOnly today) => report.Published > today.AddDays(1);

    private static Notice Future(DateOnly day) => new(
        "date-future", NoticeSeverity.Warning, default, string.Create(CultureInfo.InvariantCulture, $"The report is dated {day:yyyy-MM-dd}, a day still to come; times such as 'last week' are read against it all the same."));

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
