using System.Runtime.CompilerServices;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    /// <remarks>
    /// A connection of its own: one snapshot of the record from first to last, whoever writes meanwhile. Fetched is one batch of reports ahead,
    /// and they are understood on all cores: that takes four fifths of the time.
    /// </remarks>
    public async IAsyncEnumerable<FiledClaim> ClaimsAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var walk = Guarded(() => new ClaimWalk(_path, query));
        var ahead = Task.Run(walk.Next, CancellationToken.None);
        try
        {
            while (await ahead is { Count: > 0 } claims)
            {
                ahead = Task.Run(walk.Next, CancellationToken.None);
                foreach (var claim in claims)
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return claim;
                }
            }
        }
        finally
        {
            await ahead.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>The claims that match, some reports at a time.</summary>
    private sealed class ClaimWalk : IAsyncDisposable
    {
        /// <summary>Bytes of reports and claims that are fetched at a time: enough to keep all cores at work, little beside what the process holds in any case.</summary>
        private const int Batch = 1 << 20;

        private readonly SqliteRecordStore _record;
        private readonly Statement _found;
        private readonly bool _all;
        private bool _any;

        internal ClaimWalk(string path, ClaimQuery query)
        {
            _record = new(Connect(path, SqliteOpenMode.ReadOnly), path);
            try
            {
                _record.Value("BEGIN");
                // without filters reports are walked along an index; a sort would have to see all claims first
                _all = query == new ClaimQuery();
                var sql = new ClaimSql(query, _record.Driver(query));
                _found = new(
                    _record._connection.Handle!,
                    _all
                        ? "SELECT seq FROM report ORDER BY coalesce(published, '9999-12-31'), id"
                        : $"SELECT r.seq, c.ordinal FROM report r JOIN claim c ON c.report = r.seq WHERE {sql.Where} ORDER BY coalesce(r.published, '9999-12-31'), r.id, c.ordinal");
                _found.Bind(_all ? [] : sql.Values);
                _any = _found.Step();
            }
            catch
            {
                _record._connection.Dispose();
                throw;
            }
        }

        /// <summary>The claims of the next reports; none at the end.</summary>
        internal List<FiledClaim> Next() => _record.Guarded(() =>
        {
            var claims = new List<FiledClaim>();
            while (_any && claims.Count == 0) // a report may have no claims
            {
                var (reports, bytes) = (new List<(StoredReading Reading, List<int>? Wanted)>(), 0);
                for (; _any && bytes < Batch; bytes += reports[^1].Reading.Size) reports.Add(Fetch());
                var readings = _record.Understood([.. reports.Select(r => r.Reading)]);
                for (var i = 0; i < readings.Length; i++)
                    foreach (var claim in reports[i].Wanted ?? Enumerable.Range(0, readings[i].Claims.Length))
                        claims.Add(new(readings[i], readings[i].Claims[claim]) { Event = reports[i].Reading.Claims[claim].Event });
            }
            return claims;
        });

        public async ValueTask DisposeAsync()
        {
            _found.Dispose();
            await _record.DisposeAsync();
        }

        /// <summary>The next report, and which of its claims match; null for all.</summary>
        private (StoredReading Reading, List<int>? Wanted) Fetch()
        {
            var report = _found.Row.GetInt64(0);
            var reading = _record.Rows($"SELECT {ReadingColumns} FROM report WHERE seq = $seq", _record.StoredOf, ("$seq", report))[0];
            if (_all)
            {
                _any = _found.Step();
                return (reading, null);
            }
            var wanted = new List<int>();
            do
            {
                wanted.Add(_found.Row.GetInt32(1));
                _any = _found.Step();
            }
            while (_any && _found.Row.GetInt64(0) == report);
            return (reading, wanted);
        }
    }
}
