using System.Globalization;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>Writes a query for reports as SQL over <c>report r</c>.</summary>
internal static class ReportSql
{
    internal static ClaimSql Of(ReportQuery query)
    {
        var sql = query.Claims is null ? new ClaimSql(new()) : new ClaimSql(query.Claims, "r.seq IN (SELECT c.report FROM claim c JOIN report r ON r.seq = c.report WHERE ", ")");
        if (query.Id is { } id) sql.And($"r.id = {sql.Value(id)}");
        if (query.Text is { } text && Words.Of(text).Select(word => $"\"{word}\"").ToArray() is { Length: > 0 } words)
            sql.And($"r.seq IN (SELECT rowid FROM report_words WHERE report_words MATCH {sql.Value(string.Join(' ', words))})");
        if (query.Publisher is { } publisher) sql.And($"instr(fold(r.publisher), {sql.Value(Words.Fold(publisher))})");
        if (query.Since is { } since) sql.And($"r.published >= {sql.Value(Day(since))}");
        if (query.Until is { } until) sql.And($"r.published <= {sql.Value(Day(until))}");
        if (query.Dispatch is { } dispatch) sql.And($"r.dispatch = {sql.Value(dispatch)}");
        if (query.ChangedSince is { } changed) sql.And($"r.changed > {sql.Value(changed)}");
        return sql;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
