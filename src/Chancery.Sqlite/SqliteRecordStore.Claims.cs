using System.Runtime.CompilerServices;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    /// <remarks>A connection of its own: one snapshot of the record from first to last, whoever writes meanwhile, and no more than one report in memory.</remarks>
    public async IAsyncEnumerable<FiledClaim> ClaimsAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var walk = Guarded(() => new ClaimWalk(_path, query));
        while (walk.Next() is { } claims)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var claim in claims) yield return claim;
        }
    }

    /// <summary>The claims that match, one report after the other.</summary>
    private sealed class ClaimWalk : IAsyncDisposable
    {
        private readonly SqliteRecordStore _record;
        private readonly SqliteDataReader _found;
        private bool _any;

        internal ClaimWalk(string path, ClaimQuery query)
        {
            _record = new(Connect(path, SqliteOpenMode.ReadOnly), path);
            try
            {
                _record.Value("BEGIN");
                var sql = new ClaimSql(query);
                _found = _record.Command(
                    $"SELECT r.seq, c.ordinal, c.event FROM report r JOIN claim c ON c.report = r.seq WHERE {sql.Where} ORDER BY coalesce(r.published, '9999-12-31'), r.id, c.ordinal",
                    sql.Values).ExecuteReader();
                _any = _found.Read();
            }
            catch
            {
                _record._connection.Dispose();
                throw;
            }
        }

        /// <summary>The claims of the next report; null where there is none.</summary>
        internal List<FiledClaim>? Next() => _any ? _record.Guarded(OfReport) : null;

        private List<FiledClaim> OfReport()
        {
            var report = _found.GetInt64(0);
            var reading = _record.Rows($"SELECT {ReadingColumns} FROM report WHERE seq = $seq", _record.Reading, ("$seq", report))[0];
            var claims = new List<FiledClaim>(reading.Claims.Length);
            do
            {
                claims.Add(new(reading, reading.Claims[_found.GetInt32(1)]) { Event = Text(_found, 2) });
                _any = _found.Read();
            }
            while (_any && _found.GetInt64(0) == report);
            return claims;
        }

        public async ValueTask DisposeAsync()
        {
            await _found.DisposeAsync();
            await _record.DisposeAsync();
        }
    }
}
