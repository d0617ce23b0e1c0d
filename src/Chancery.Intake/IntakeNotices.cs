namespace Chancery.Intake;

/// <summary>What the intake has to say of a report; all in one place, so that tone and wording stay even.</summary>
internal static class IntakeNotices
{
    internal static Notice BrokenEncoding { get; } =
        new("encoding", NoticeSeverity.Warning, default, "Some bytes are not UTF-8; each was replaced by U+FFFD.");

    internal static Notice BadSentences { get; } =
        new("sentences-invalid", NoticeSeverity.Warning, default, "The sentence bounds given do not ascend within the text; they were found anew.");

    internal static Notice DeepPage { get; } =
        new("html-nested", NoticeSeverity.Warning, default, "The page is nested too deep to find its article in; all of its text was taken.");

    internal static Notice BadDate(string date) =>
        new("date-invalid", NoticeSeverity.Warning, default, $"'{Shorten(date)}' is no date (YYYY-MM-DD); the report is read without one.");

    internal static Notice ImplausibleDate(DateOnly day) =>
        new("date-implausible", NoticeSeverity.Warning, default, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The page and the feed date it {day:yyyy-MM-dd}, which cannot be; the report is read without a date."));

    internal static Notice PageMissing(string why) =>
        new("page-missing", NoticeSeverity.Warning, default, $"The page could not be had ({Shorten(why)}); what the feed says of it was read.");

    internal static Notice OtherEncoding(string charset) =>
        new("encoding", NoticeSeverity.Info, default, $"The bytes are not UTF-8; they were read as {charset}.");

    internal static Notice SameId(string id) =>
        new("duplicate-id", NoticeSeverity.Warning, default, $"An earlier report of this input is also called '{Shorten(id)}'; both were read.");

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
