using System.Globalization;
using System.Text;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>Writes a query for claims as SQL over <c>claim c</c> and <c>report r</c>; every value is a parameter.</summary>
internal sealed class ClaimSql
{
    private readonly StringBuilder _where = new();
    private readonly List<(string Name, object? Value)> _values = [];

    /// <param name="query">What is wanted of claims.</param>
    /// <param name="before">What stands before these conditions, such as an opening subquery.</param>
    /// <param name="behind">What closes it.</param>
    internal ClaimSql(ClaimQuery query, string before = "", string behind = "")
    {
        _where.Append(before).Append('1');
        Party("p.role = 'actor'", query.Actor);
        Party("p.role = 'recipient'", query.Recipient);
        foreach (var party in query.Parties) Party("1", party);
        if (query.Kind is { } kind) And($"(c.status <> 'Planned' AND c.frame IN ({In(kind.Done)}) OR c.status = 'Planned' AND c.frame IN ({In(kind.Planned)}))");
        if (query.Status is { } status) And($"c.status = {Value(status.ToString())}");
        if (query.MinConfidence > 0) And($"c.confidence >= {Value(query.MinConfidence)}");
        if (query.Since is not null || query.Until is not null) And("(c.first IS NOT NULL OR c.last IS NOT NULL)");
        if (query.Since is { } since) And($"(c.last IS NULL OR c.last >= {Value(Day(since))})");
        if (query.Until is { } until) And($"(c.first IS NULL OR c.first <= {Value(Day(until))})");
        if (query.Report is { } report) And($"r.id = {Value(report)}");
        if (query.Id is { } id) And(Prefix("c.id", id));
        if (query.Source is { } source) Source(source);
        if (query.Text is { } text) Words(text);
        _where.Append(behind);
    }

    internal string Where => _where.ToString();

    internal ReadOnlySpan<(string Name, object? Value)> Values => _values.ToArray();

    private void Party(string role, PartyFilter? party)
    {
        if (party is null) return;
        var any = new StringBuilder($"p.name IN (SELECT id FROM name WHERE instr(folded, {Value(Records.Words.Fold(party.Name))}))");
        if (party.Country is { } country) any.Append(CultureInfo.InvariantCulture, $" OR p.country = {Value(country)}");
        if (party.ActorId is { } actor) any.Append(CultureInfo.InvariantCulture, $" OR p.actor = {Value(actor)}");
        And($"c.seq IN (SELECT p.claim FROM party p WHERE {role} AND ({any}))");
    }

    private void Source(string source)
    {
        var part = Value(Records.Words.Fold(source));
        // the publisher is folded by us, not by SQLite, whose lower() knows ASCII only
        And($"(c.seq IN (SELECT s.claim FROM source s WHERE s.name IN (SELECT id FROM name WHERE instr(folded, {part}))) OR instr(fold(r.publisher), {part}))");
    }

    private void Words(string text)
    {
        var words = Records.Words.Of(text).Select(word => $"\"{word}\"").ToArray();
        if (words.Length > 0) And($"c.seq IN (SELECT rowid FROM claim_words WHERE claim_words MATCH {Value(string.Join(' ', words))})");
    }

    private string In(IEnumerable<string> names) => string.Join(", ", names.Select(Value));

    /// <summary>How a name begins, as a range that an index is walked by.</summary>
    internal string Prefix(string column, string start) => $"({column} >= {Value(start)} AND {column} < {Value(start + "\U0010FFFF")})";

    internal string Value(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"$p{_values.Count}");
        _values.Add((name, value));
        return name;
    }

    internal void And(string condition) => _where.Append(" AND ").Append(condition);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
