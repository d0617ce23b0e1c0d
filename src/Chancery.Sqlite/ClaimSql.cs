using System.Globalization;
using System.Text;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>Writes a query for claims as SQL over <c>claim c</c> and <c>report r</c>; every value is a parameter.</summary>
/// <remarks>
/// Where one of the filters passes few claims, they are looked up by it and put in order; the others are asked of each. Where none does, the list is walked
/// in its order until a page is full, and all are asked of each: so the cost of a page does not grow with the record. What is counted has no order: it is
/// taken as the filter that passes fewest gives it, until there is enough.
/// </remarks>
internal sealed class ClaimSql
{
    /// <summary>The publishers there are, found by leaping from one to the next in the index.</summary>
    private const string Publishers = "WITH RECURSIVE p(x) AS (SELECT min(publisher) FROM report UNION ALL SELECT (SELECT min(publisher) FROM report WHERE publisher > x) FROM p WHERE x IS NOT NULL) SELECT x FROM p";

    /// <summary>Days a claim may span to be found by its first one; part of the condition of an index.</summary>
    private const int Short = 62;

    private readonly StringBuilder _where = new();
    private readonly List<(string Name, object? Value)> _values = [];

    /// <summary>Conditions of a query on the columns of another table alone.</summary>
    internal ClaimSql() => _where.Append('1');

    /// <param name="query">What is wanted of claims.</param>
    /// <param name="driver">The filter that claims are looked up by; null to ask all of each.</param>
    /// <param name="before">What stands before these conditions, such as an opening subquery.</param>
    /// <param name="behind">What closes it.</param>
    internal ClaimSql(ClaimQuery query, ClaimFilter? driver, string before = "", string behind = "")
    {
        _where.Append(before).Append('1');
        foreach (var party in query.Parties) And(Asked(party));
        foreach (var filter in Filters(query)) And(filter == driver ? LookedUp(query, filter) : Asked(query, filter));
        if (query.MinConfidence > 0) And($"+c.confidence >= {Value(query.MinConfidence)}");
        _where.Append(behind);
    }

    internal string Where => _where.ToString();

    internal ReadOnlySpan<(string Name, object? Value)> Values => _values.ToArray();

    /// <summary>The filters of a query that claims can be looked up by.</summary>
    internal static IEnumerable<ClaimFilter> Filters(ClaimQuery query)
    {
        if (query.Id is not null) yield return ClaimFilter.Id;
        if (query.Report is not null) yield return ClaimFilter.Report;
        if (query.Parties.Count > 0) yield return ClaimFilter.Party;
        if (query.Actor is not null) yield return ClaimFilter.Actor;
        if (query.Recipient is not null) yield return ClaimFilter.Recipient;
        if (query.Text is { } text && Words.Of(text).Any()) yield return ClaimFilter.Text;
        if (query.Source is not null) yield return ClaimFilter.Source;
        if (query.Kind is not null) yield return ClaimFilter.Kind;
        if (query.Status is not null) yield return ClaimFilter.Status;
        if (query.Since is not null || query.Until is not null) yield return ClaimFilter.Days;
    }

    /// <summary>A statement that counts the claims a filter passes, up to a number.</summary>
    internal static ClaimSql Counting(ClaimQuery query, ClaimFilter filter, int most)
    {
        var sql = new ClaimSql();
        sql._where.Clear().Append(CultureInfo.InvariantCulture, $"SELECT count(*) FROM ({sql.Claims(query, filter)} LIMIT {most})");
        return sql;
    }

    /// <summary>A statement that finds something of the claims that pass, once each and in no order.</summary>
    /// <param name="query">What is wanted of claims.</param>
    /// <param name="driver">The filter whose claims are gone through; null to go through all.</param>
    /// <param name="what">The column that is wanted: of <c>claim c</c>, <c>report r</c> or what is joined.</param>
    /// <param name="join">More tables.</param>
    /// <param name="and">Adds conditions on them.</param>
    internal static ClaimSql Distinct(ClaimQuery query, ClaimFilter? driver, string what, string join = "", Action<ClaimSql>? and = null)
    {
        var sql = new ClaimSql();
        foreach (var party in query.Parties) sql.And(sql.Asked(party));
        foreach (var filter in Filters(query).Where(f => f != driver)) sql.And(sql.Asked(query, filter));
        if (query.MinConfidence > 0) sql.And($"+c.confidence >= {sql.Value(query.MinConfidence)}");
        and?.Invoke(sql);
        var from = driver is { } one ? $"(WITH d (seq) AS ({sql.Claims(query, one)}) SELECT seq FROM d) d CROSS JOIN claim c ON c.seq = d.seq" : "claim c";
        return sql.Behind($"SELECT DISTINCT {what} FROM {from} CROSS JOIN report r ON r.seq = c.report {join} WHERE ");
    }

    /// <summary>How a name begins, as a range that an index is walked by.</summary>
    internal string Prefix(string column, string start) => $"({column} >= {Value(start)} AND {column} < {Value(start + "\U0010FFFF")})";

    /// <summary>The whole statement, where these are its conditions.</summary>
    internal ClaimSql Behind(string select)
    {
        _where.Insert(0, select);
        return this;
    }

    internal string Value(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"$p{_values.Count}");
        _values.Add((name, value));
        return name;
    }

    internal void And(string condition) => _where.Append(" AND ").Append(condition);

    /// <summary>Reports whose publisher's name has a part.</summary>
    internal string Publisher(string part) => $"r.publisher IN ({Publishers} WHERE instr(fold(x), {Value(Words.Fold(part))}))";

    private string LookedUp(ClaimQuery query, ClaimFilter filter) => $"c.seq IN ({Claims(query, filter)})";

    /// <summary>The numbers of the claims that pass a filter.</summary>
    private string Claims(ClaimQuery query, ClaimFilter filter) => filter switch
    {
        ClaimFilter.Id => $"SELECT seq FROM claim WHERE {Prefix("id", query.Id!)}",
        ClaimFilter.Report => $"SELECT seq FROM claim WHERE report = (SELECT seq FROM report WHERE id = {Value(query.Report!)})",
        ClaimFilter.Party => $"SELECT p.claim FROM party p WHERE {Party(query.Parties[0])}",
        ClaimFilter.Actor => $"SELECT p.claim FROM party p WHERE p.role = 'actor' AND ({Party(query.Actor!)})",
        ClaimFilter.Recipient => $"SELECT p.claim FROM party p WHERE p.role = 'recipient' AND ({Party(query.Recipient!)})",
        ClaimFilter.Text => $"SELECT rowid FROM claim_words WHERE claim_words MATCH {Match(query.Text!)}",
        ClaimFilter.Source => $"SELECT claim FROM source WHERE name IN ({Names(query.Source!)}) UNION ALL SELECT c.seq FROM report r JOIN claim c ON c.report = r.seq WHERE {Publisher(query.Source!)}",
        ClaimFilter.Kind => $"SELECT c.seq FROM claim c WHERE c.frame IN ({In(query.Kind!.Done.Union(query.Kind.Planned))}) AND {Kind(query.Kind)}",
        ClaimFilter.Status => $"SELECT seq FROM claim WHERE status = {Value(query.Status!.Value.ToString())}",
        _ => Days(query),
    };

    /// <summary>The same filter asked of one claim; the plus signs keep SQLite from looking claims up by it.</summary>
    private string Asked(ClaimQuery query, ClaimFilter filter) => filter switch
    {
        ClaimFilter.Id => Prefix("+c.id", query.Id!),
        ClaimFilter.Report => $"+r.id = {Value(query.Report!)}",
        ClaimFilter.Party => "1",
        ClaimFilter.Actor => $"EXISTS (SELECT 1 FROM party p WHERE p.claim = c.seq AND +p.role = 'actor' AND ({Party(query.Actor!)}))",
        ClaimFilter.Recipient => $"EXISTS (SELECT 1 FROM party p WHERE p.claim = c.seq AND +p.role = 'recipient' AND ({Party(query.Recipient!)}))",
        // one walk along the list of the words: to ask it of each claim took a hundred times as long
        ClaimFilter.Text => $"+c.seq IN (SELECT rowid FROM claim_words WHERE claim_words MATCH {Match(query.Text!)})",
        ClaimFilter.Source => $"(EXISTS (SELECT 1 FROM source s WHERE s.claim = c.seq AND +s.name IN ({Names(query.Source!)})) OR {Publisher(query.Source!)})",
        ClaimFilter.Kind => Kind(query.Kind!),
        ClaimFilter.Status => $"+c.status = {Value(query.Status!.Value.ToString())}",
        _ => "(c.first IS NOT NULL OR c.last IS NOT NULL)"
            + (query.Since is { } since ? $" AND (c.last IS NULL OR +c.last >= {Value(Day(since))})" : "")
            + (query.Until is { } until ? $" AND (c.first IS NULL OR +c.first <= {Value(Day(until))})" : ""),
    };

    private string Asked(PartyFilter party) => $"EXISTS (SELECT 1 FROM party p WHERE p.claim = c.seq AND ({Party(party)}))";

    private string Party(PartyFilter party) => $"p.name IN ({Names(party.Name)})"
        + (party.Country is { } country ? $" OR p.country = {Value(country)}" : "")
        + (party.ActorId is { } actor ? $" OR p.actor = {Value(actor)}" : "");

    private string Names(string part) => $"SELECT id FROM name WHERE instr(folded, {Value(Words.Fold(part))})";

    /// <summary>Words that all must stand there, as the index of words is asked.</summary>
    internal string Match(string text) => Value(string.Join(' ', Words.Of(text).Select(word => $"\"{word}\"")));

    private string Kind(FrameFilter kind) => $"(c.status <> 'Planned' AND +c.frame IN ({In(kind.Done)}) OR c.status = 'Planned' AND +c.frame IN ({In(kind.Planned)}))";

    /// <summary>Most claims span few days and are found by their first; those that span many, or are open, have an index of their own.</summary>
    private string Days(ClaimQuery query)
    {
        var (since, until) = (query.Since ?? DateOnly.MinValue, query.Until ?? DateOnly.MaxValue);
        var early = since.DayNumber > Short ? since.AddDays(-Short) : DateOnly.MinValue;
        const string wide = "(first IS NULL OR last IS NULL OR julianday(last) - julianday(first) > 62)";
        return $"SELECT seq FROM claim WHERE first BETWEEN {Value(Day(early))} AND {Value(Day(until))} AND last >= {Value(Day(since))} AND NOT {wide} "
            + $"UNION ALL SELECT seq FROM claim WHERE {wide} AND coalesce(first, last) IS NOT NULL AND (last IS NULL OR last >= {Value(Day(since))}) AND (first IS NULL OR first <= {Value(Day(until))})";
    }

    private string In(IEnumerable<string> names) => string.Join(", ", names.Select(Value));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A condition that claims can be looked up by.</summary>
internal enum ClaimFilter
{
    Id,
    Report,
    Party,
    Actor,
    Recipient,
    Text,
    Source,
    Kind,
    Status,
    Days,
}
