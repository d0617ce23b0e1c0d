using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Chancery.Load;

/// <summary>Makes a record many times as large: every row again with other names and later days, so that nothing of one copy bears on another.</summary>
/// <remarks>Works on the file below the store, in minutes where reading as many reports would take hours. For load tests only.</remarks>
internal static partial class Grow
{
    /// <summary>Tables in which every row is made again.</summary>
    private static readonly string[] Tables = ["report", "claim", "event", "figure", "party", "source", "unknown", "mark", "turning"];

    internal static void Run(string path, int times)
    {
        using var record = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        record.Open();
        Do("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
        var (reports, claims, events, unknowns) = (Number("SELECT max(seq) FROM report"), Number("SELECT max(seq) FROM claim"), Number("SELECT max(seq) FROM event"), Number("SELECT coalesce(max(seq), 0) FROM unknown"));
        var days = (int)Number("SELECT julianday(max(published)) - julianday(min(published)) + 1 FROM report");
        var copy = 0;
        record.CreateFunction("again", (string? text) => text is null ? null : Again(text, copy, copy * days));
        for (copy = 1; copy < times; copy++)
        {
            using var change = record.BeginTransaction();
            foreach (var table in Tables)
            {
                var columns = Columns(table);
                Do($"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) SELECT {string.Join(", ", columns.Select(c => Value(table, c.Name, c.Type)))} FROM {table} {Originals(table)}");
            }
            Do($"INSERT INTO report_words (rowid, title, text) SELECT seq + {copy * reports}, title, CAST(text AS TEXT) FROM report WHERE seq <= {reports}");
            Do($"""
                INSERT INTO claim_words (rowid, sentence)
                SELECT c.seq + {copy * claims}, substr(CAST(r.text AS TEXT), 1 + json_extract(r.body, s.at || '[0]'), json_extract(r.body, s.at || '[1]') - json_extract(r.body, s.at || '[0]'))
                FROM claim c JOIN report r ON r.seq = c.report JOIN (SELECT seq, '$.Sentences[' || json_extract(body, '$.Sentence') || ']' AS at FROM claim WHERE seq <= {claims}) s ON s.seq = c.seq
                """);
            change.Commit();
            if (copy % 10 == 0) Console.Error.WriteLine($"{copy} of {times}");
        }
        Do("UPDATE stamp SET sequence = sequence + 1; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");

        string Value(string table, string column, string type) => (table, column) switch
        {
            ("report", "identity") => "randomblob(32)",
            ("report", "seq") or ("claim" or "unknown" or "mark", "report") or ("turning", "item") => $"{column} + {copy * reports}",
            ("claim", "seq" or "hangs_on") or ("party" or "source", "claim") or ("unknown", "answer") => $"{column} + {copy * claims}",
            ("unknown", "seq") => $"seq + {copy * unknowns}",
            ("event", "seq") => $"{column} + {copy * events}",
            ("turning", "first" or "last") or ("figure", "day") => $"iif({column} > 0, {column} + {copy * days}, 0)",
            ("mark", "hash") => $"(hash + {copy * 7919L}) & 4294967295",
            _ => type == "TEXT" ? $"again({column})" : column,
        };

        string Originals(string table) => table switch
        {
            "report" => $"WHERE seq <= {reports}",
            "claim" => $"WHERE seq <= {claims}",
            "event" => $"WHERE seq <= {events}",
            "party" or "source" => $"WHERE claim <= {claims}",
            "turning" => $"WHERE item <= {reports}",
            "unknown" or "mark" => $"WHERE report <= {reports}",
            _ => "WHERE report IN (SELECT id FROM report WHERE seq <= " + reports.ToString(CultureInfo.InvariantCulture) + ")",
        };

        List<(string Name, string Type)> Columns(string table)
        {
            using var command = record.CreateCommand();
            command.CommandText = $"SELECT name, type FROM pragma_table_info('{table}')";
            using var rows = command.ExecuteReader();
            var columns = new List<(string, string)>();
            while (rows.Read()) columns.Add((rows.GetString(0), rows.GetString(1)));
            return columns;
        }

        void Do(string sql)
        {
            using var command = record.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
        }

        long Number(string sql)
        {
            using var command = record.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Ids of claims, and of events, which are made of them; names of reports; days.</summary>
    private static string Again(string text, int copy, int days) => Names().Replace(text, found =>
    {
        var name = found.Value;
        if (name[0] == 'm') return string.Create(CultureInfo.InvariantCulture, $"{name}{copy}-");
        if (name.Length == 10) return DateOnly.ParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day && day.Year < 9999 ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : name;
        var start = name.Length - 16;
        return name[..start] + (ulong.Parse(name.AsSpan(start), NumberStyles.HexNumber, CultureInfo.InvariantCulture) ^ ((ulong)copy << 40)).ToString("x16", CultureInfo.InvariantCulture);
    });

    [GeneratedRegex(@"\bmany-\d+-|\bmade-\d{6}|(?<=^|"")e?[0-9a-f]{16}(?=$|""|~)|\b\d{4}-\d\d-\d\d\b")]
    private static partial Regex Names();
}
