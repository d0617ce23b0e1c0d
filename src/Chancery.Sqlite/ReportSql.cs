using System.Globalization;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>Writes a query for reports as SQL over <c>report r</c>.</summary>
internal static class ReportSql
{
    /// <param name="query">Which reports are wanted.</param>
    /// <param name="driver">The filter that claims are looked up by; null to ask all of each.</param>
    /// <param name="isCommon">The words stand in so many reports that the list is better walked than put in order.</param>
    internal static ClaimSql Of(ReportQuery query, ClaimFilter? driver, bool isCommon)
    {
        var sql = query.Claims is null ? new ClaimSql()
            : driver is null ? new ClaimSql(query.Claims, driver, "EXISTS (SELECT 1 FROM claim c WHERE c.report = r.seq AND ", ")")
            : new ClaimSql(query.Claims, driver, "r.seq IN (SELECT c.report FROM claim c CROSS JOIN report r ON r.seq = c.report WHERE ", ")");
        Add(sql, query, isCommon);
        return sql;
    }

    /// <summary>Adds what is asked of reports themselves.</summary>
    internal static void Add(ClaimSql sql, ReportQuery query, bool isCommon)
    {
        if (query.Id is { } id) sql.And($"r.id = {sql.Value(id)}");
        if (HasWords(query)) sql.And($"{(isCommon ? "+" : "")}r.seq IN (SELECT rowid FROM report_words WHERE report_words MATCH {sql.Match(query.Text!)})");
        if (query.Publisher is { } publisher) sql.And(sql.Publisher(publisher));
        if (query.Since is { } since) sql.And($"r.published >= {sql.Value(Day(since))}");
        if (query.Until is { } until) sql.And($"r.published <= {sql.Value(Day(until))}");
        if (query.Dispatch is { } dispatch) sql.And($"r.dispatch = {sql.Value(dispatch)}");
        if (query.ChangedSince is { } changed) sql.And($"r.changed > {sql.Value(changed)}");
    }

    internal static bool HasWords(ReportQuery query) => query.Text is { } text && Words.Of(text).Any();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
