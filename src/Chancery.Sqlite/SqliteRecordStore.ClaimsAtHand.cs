using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>The claims fusion works with, held in memory while news is fresh: the same ones are compared again and again.</summary>
    private sealed class ClaimsAtHand
    {
        /// <summary>Claims held in full; above it all of them are fetched anew when they are asked for. A claim takes one or two kilobytes.</summary>
        private const int Most = 50_000;

        /// <summary>What happened or did not, and what is planned, possible or demanded: the one is looked for far from the other, among few.</summary>
        private const int Deeds = 0, Plans = 1;

        private const string Columns =
            """
            SELECT c.seq, r.id, c.ordinal, c.body, r.published, r.length, r.publisher, coalesce(r.dispatch, r.id), c.event, wr.id, w.ordinal, c.agreement
            FROM report r JOIN claim c ON r.seq = c.report LEFT JOIN claim w ON w.seq = c.hangs_on LEFT JOIN report wr ON wr.seq = w.report WHERE 
            """;

        private readonly SqliteRecordStore _store;
        private readonly FusionState _state;
        private readonly KeysAtHand<Held> _keys;
        private readonly TurningAtHand _turning;
        private readonly Dictionary<long, Held> _held = [];
        private readonly Dictionary<string, SortedList<int, Held>> _said = new(StringComparer.Ordinal);
        private readonly HashSet<string> _saidWhole = new(StringComparer.Ordinal);
        private readonly Dictionary<string, HashSet<Held>> _told = new(StringComparer.Ordinal);
        private readonly HashSet<Held> _moved = [];

        /// <summary>Those that are not in the file yet, by their ids.</summary>
        private readonly Dictionary<string, Held> _new = new(StringComparer.Ordinal);

        private readonly List<Held> _found = [];
        private int _full;
        private readonly RowNumbers _rows;

        internal ClaimsAtHand(SqliteRecordStore store, FusionState state)
        {
            (_store, _state, _turning, _rows) = (store, state, new(store, shelf: 0), store.RowsOf("claim"));
            _keys = new(store, "bearing", (seq, first, last) => _held.TryGetValue(seq, out var held) ? held : _held[seq] = new Held(seq, first, last));
        }

        internal void Clear()
        {
            _held.Clear();
            _keys.Clear();
            _turning.Clear();
            _new.Clear();
            _rows.Clear();
            Empty();
        }

        /// <summary>To be called before a change.</summary>
        internal void Trim()
        {
            _keys.Trim();
            _turning.Trim();
            if (_held.Count > 8 * Most) Clear();
            else if (_full > Most) Empty();
        }

        /// <summary>Writes which events claims have moved to and what they hang on; those of new reports must have been written.</summary>
        internal void Flush()
        {
            _keys.Flush();
            _turning.Flush();
            foreach (var claim in _new.Values) claim.Written();
            _new.Clear();
            foreach (var claim in _moved)
            {
                if (!claim.IsDirty) continue;
                var (seq, @event, on, agreement) = StandingOf(claim.Told!.At);
                _store.Value("UPDATE claim SET event = $event, hangs_on = $on, agreement = $agreement WHERE seq = $seq", ("$event", @event), ("$on", on), ("$agreement", agreement), ("$seq", seq));
                claim.Written();
            }
            _moved.Clear();
        }

        /// <summary>The row of a claim, the event it stands in, and the row of the claim it hangs on with how well they agree.</summary>
        internal (long Seq, string? Event, long? HangsOn, int? Agreement) StandingOf(ClaimRef at)
        {
            var claim = Of(at);
            var told = claim.Told!;
            return told.Bond is { } bond ? (claim.Seq, told.Event, Of(bond.With).Seq, bond.Agreement) : (claim.Seq, told.Event, null, null);
        }

        /// <summary>True for the id of a claim that is not in the file yet.</summary>
        internal bool IsNew(string id) => _new.ContainsKey(id);

        /// <summary>Makes the claims of a report known that is not written yet.</summary>
        internal void Hold(FiledReading reading)
        {
            var report = reading.Report;
            for (var i = 0; i < reading.Claims.Length; i++)
            {
                var claim = new Testimony(new(report.Id, i), _state.Rulings.Corrected(reading.Claims[i]), report.Published, report.Text.Length, report.Publisher, report.Id, null, null);
                var held = new Held(_rows.Next(), claim.Days.First, claim.Days.Last);
                _held[held.Seq] = _new[claim.Claim.Id] = held;
                Fill(held, claim);
                _told.TryAdd(claim.EventAlone, []); // nothing in the file stands in an event that is named after a claim which was not there
            }
            _saidWhole.Add(report.Id);
        }

        internal Testimony Claim(ClaimRef at) => Of(at).Told!;

        internal Testimony? Find(string claim) =>
            (_new.GetValueOrDefault(claim) ?? Fetch(Columns + "c.id = $id", ("$id", claim)).FirstOrDefault())?.Told;

        internal Testimony[] Said(string report)
        {
            if (_saidWhole.Add(report)) Fetch(Columns + "r.id = $id", ("$id", report));
            if (!_said.TryGetValue(report, out var claims)) return [];
            var told = new Testimony[claims.Count];
            for (var i = 0; i < told.Length; i++) told[i] = claims.GetValueAtIndex(i).Told!;
            return told;
        }

        internal IReadOnlyList<Testimony> Told(string id) => [.. HeldOf(id).Select(c => c.Told!)];

        internal List<Testimony> Bearing(IReadOnlyCollection<MeetingKeys> keys, bool real, int first, int last)
        {
            _keys.Find(_turning.Sought(keys, first, last), real ? Deeds : Plans, first, last, _found);
            var claims = new List<Testimony>(_found.Count);
            foreach (var claim in _found)
            {
                if (claim.Told is null) Fetch(Columns + "c.seq = $seq", ("$seq", claim.Seq));
                if (claim.Told is not null) claims.Add(claim.Told);
            }
            return claims;
        }

        internal void Index(Testimony claim)
        {
            var (held, report) = (Of(claim.At), _state.RowOfReport(claim.At.Report));
            _keys.Add(held, held.First, held.Last, ShelfOf(claim), _turning.Known(claim.Keys, report));
            _turning.Add(report, _state.IsNew(claim.At.Report), claim.Keys, held.First, held.Last);
        }

        /// <summary>Forgets under which keys the claims of a report are known.</summary>
        internal void Forget(string report)
        {
            var row = _state.RowOfReport(report);
            foreach (var claim in Said(report))
            {
                var held = Of(claim.At);
                _keys.Remove(held, held.First, held.Last, ShelfOf(claim), _turning.Known(claim.Keys, row));
                _turning.Remove(row, claim.Keys.Pairs, held.First, held.Last);
            }
        }

        internal void Hang(ClaimRef at, Bond? bond)
        {
            var claim = Of(at);
            claim.Told = claim.Told! with { Bond = bond };
            _moved.Add(claim);
        }

        internal void Assign(ClaimRef at, string? id)
        {
            var claim = Of(at);
            var told = claim.Told!;
            if (told.Event == id) return;
            if (told.Event is { } before && _told.TryGetValue(before, out var left)) left.Remove(claim);
            if (id is not null) HeldOf(id).Add(claim);
            claim.Told = told with { Event = id };
            _moved.Add(claim);
        }

        internal string? EventOf(string claim)
        {
            if (_new.TryGetValue(claim, out var @new)) return @new.Told!.Event;
            foreach (var (seq, id) in _store.Rows("SELECT seq, event FROM claim WHERE id = $id LIMIT 1", row => (row.GetInt64(0), row.GetText(1)), ("$id", claim)))
                return _held.GetValueOrDefault(seq)?.Told is { } told ? told.Event : id;
            return null;
        }

        /// <summary>The report of these claims tells another dispatch than was known.</summary>
        internal void Retell(Lineage lineage)
        {
            if (!_said.TryGetValue(lineage.Report, out var claims)) return;
            foreach (var claim in claims.Values) claim.Told = claim.Told! with { Dispatch = lineage.Dispatch };
        }

        /// <summary>Lets go of the claims, not of the keys they are known under.</summary>
        private void Empty()
        {
            foreach (var claim in _held.Values) claim.Told = null;
            _full = 0;
            _said.Clear();
            _saidWhole.Clear();
            _told.Clear();
            _moved.Clear();
        }

        private static int ShelfOf(Testimony claim) => Testimony.IsReal(claim.Claim.Status) ? Deeds : Plans;

        private Held Of(ClaimRef at)
        {
            if (_said.TryGetValue(at.Report, out var claims) && claims.TryGetValue(at.Index, out var claim)) return claim;
            Said(at.Report);
            return _said[at.Report][at.Index];
        }

        private HashSet<Held> HeldOf(string id)
        {
            if (_told.TryGetValue(id, out var claims)) return claims;
            claims = [.. Fetch(Columns + "c.event = $event", ("$event", id)).Concat(_moved).Where(c => c.Told!.Event == id)];
            return _told[id] = claims;
        }

        private List<Held> Fetch(string sql, (string Name, object? Value) value) => _store.Rows(sql, HeldOf, value);

        private Held HeldOf(Row row)
        {
            var seq = row.GetInt64(0);
            var held = _held.GetValueOrDefault(seq);
            if (held?.Told is not null) return held;
            var claim = new Testimony(
                new(row.GetString(1), row.GetInt32(2)), _state.Rulings.Corrected(_store._reader.Claim(row.GetSpan(3))), Day(row, 4), row.GetInt32(5), row.GetText(6),
                row.GetString(7), row.GetText(8), row.IsNull(9) ? null : new Bond(new(row.GetString(9), row.GetInt32(10)), row.GetInt32(11)));
            if (held is null) _held.Add(seq, held = new Held(seq, claim.Days.First, claim.Days.Last));
            Fill(held, claim);
            return held;
        }

        private void Fill(Held held, Testimony claim)
        {
            held.Told = claim;
            held.Written();
            _full++;
            if (!_said.TryGetValue(claim.At.Report, out var claims)) _said.Add(claim.At.Report, claims = []);
            claims.Add(claim.At.Index, held);
        }

        /// <summary>A claim, and where the file has it.</summary>
        private sealed class Held(long seq, int first, int last) : Keyed(seq)
        {
            internal int First => first;

            internal int Last => last;

            private (string? Event, Bond? Bond) _written;

            /// <summary>The claim as it stands now; null while it is known by its keys alone.</summary>
            internal Testimony? Told { get; set; }

            internal bool IsDirty => Told is { } told && _written != (told.Event, told.Bond);

            internal void Written() => _written = (Told!.Event, Told.Bond);
        }
    }
}
