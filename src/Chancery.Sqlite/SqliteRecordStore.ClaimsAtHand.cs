using System.Runtime.InteropServices;
using System.Text.Json;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>The claims fusion works with, held in memory while news is fresh: the same ones are compared again and again.</summary>
    private sealed class ClaimsAtHand(SqliteRecordStore store, FusionState state)
    {
        /// <summary>Claims held; above it all are let go. A claim takes one or two kilobytes.</summary>
        private const int Most = 50_000;

        /// <summary>Days beside those asked for that are fetched with them, since the next report is of the next day.</summary>
        private const int Margin = 45;

        /// <summary>Days of one block of keys.</summary>
        private const int Block = 32;

        /// <summary>Days a claim may span to be found by its first one; the few longer ones have an index of their own, whose condition this number is part of.</summary>
        private const int Short = 62;

        private const string Columns = "r.id, c.ordinal, c.body, r.published, r.length, r.publisher, coalesce(r.dispatch, r.id), c.event, c.seq";

        private readonly Dictionary<long, Held> _held = [];
        private readonly Dictionary<string, SortedList<int, Held>> _said = new(StringComparer.Ordinal);
        private readonly HashSet<string> _saidWhole = new(StringComparer.Ordinal);
        private readonly Dictionary<string, HashSet<Held>> _told = new(StringComparer.Ordinal);
        private readonly Dictionary<long, Shelf> _shelves = [];
        private readonly HashSet<Held> _moved = [];

        internal void Clear()
        {
            _held.Clear();
            _said.Clear();
            _saidWhole.Clear();
            _told.Clear();
            _moved.Clear();
            Unshelve();
        }

        internal void Trim()
        {
            if (_held.Count > Most) Clear();
        }

        /// <summary>Forgets which claims can be found under which keys.</summary>
        internal void Unshelve() => _shelves.Clear();

        /// <summary>Writes which events claims have moved to.</summary>
        internal void Flush()
        {
            foreach (var claim in _moved)
            {
                if (claim.Event == claim.Written) continue;
                store.Value("UPDATE claim SET event = $event WHERE seq = $seq", ("$event", claim.Event), ("$seq", claim.Seq));
                claim.Written = claim.Event;
            }
            _moved.Clear();
        }

        internal void Hold(long seq, FiledReading reading, int ordinal)
        {
            var report = reading.Report;
            Hold(new Held(seq, new(report.Id, ordinal), state.Rulings.Corrected(reading.Claims[ordinal]), report.Published, report.Text.Length, report.Publisher) { Dispatch = report.Id, IsNew = true });
            if (ordinal == reading.Claims.Length - 1) _saidWhole.Add(report.Id);
        }

        internal IReadOnlyList<Testimony> Said(string report)
        {
            if (_saidWhole.Add(report)) Fetch("r.id = $id", ("$id", report));
            return _said.TryGetValue(report, out var claims) ? [.. claims.Values.Select(c => c.Testimony)] : [];
        }

        internal IReadOnlyList<Testimony> Told(string id) => [.. HeldOf(id).Select(c => c.Testimony)];

        internal IReadOnlyList<Testimony> Bearing(IReadOnlyCollection<long> keys, int first, int last)
        {
            var found = new HashSet<Held>();
            foreach (var key in keys)
                foreach (var (from, to, claim) in CollectionsMarshal.AsSpan(ShelfOf(key, first, last).Claims))
                    if (from <= last && to >= first && claim.Event is not null) found.Add(claim);
            return [.. found.Select(c => c.Testimony)];
        }

        internal void Index(Testimony testimony, IReadOnlyCollection<long> keys)
        {
            var claim = Of(testimony.At);
            var (first, last) = testimony.Days;
            if (!claim.IsNew)
            {
                foreach (var key in store.Rows("DELETE FROM bearing WHERE claim = $claim RETURNING key", row => row.GetInt64(0), ("$claim", claim.Seq)))
                    if (_shelves.TryGetValue(key, out var shelf)) shelf.Claims.RemoveAll(c => c.Claim == claim);
            }
            claim.IsNew = false;
            foreach (var key in keys)
            {
                store.Value("INSERT OR IGNORE INTO bearing (block, key, first, last, claim) VALUES ($block, $key, $first, $last, $claim)", ("$block", first / Block), ("$key", key), ("$first", first), ("$last", last), ("$claim", claim.Seq));
                if (_shelves.TryGetValue(key, out var shelf) && first <= shelf.To && last >= shelf.From) shelf.Claims.Add((first, last, claim));
            }
        }

        internal void Assign(ClaimRef place, string? id)
        {
            var claim = Of(place);
            if (claim.Event == id) return;
            if (claim.Event is { } before && _told.TryGetValue(before, out var left)) left.Remove(claim);
            if (id is not null) HeldOf(id).Add(claim);
            claim.Move(id);
            _moved.Add(claim);
        }

        internal string? EventOf(string claim)
        {
            foreach (var (seq, id) in store.Rows("SELECT seq, event FROM claim WHERE id = $id LIMIT 1", row => (row.GetInt64(0), row.GetText(1)), ("$id", claim)))
                return _held.TryGetValue(seq, out var held) ? held.Event : id;
            return null;
        }

        /// <summary>The report of these claims tells another dispatch than was known.</summary>
        internal void Retell(Lineage lineage)
        {
            if (!_said.TryGetValue(lineage.Report, out var claims)) return;
            foreach (var claim in claims.Values) claim.Retell(lineage.Dispatch);
        }

        private Held Of(ClaimRef place)
        {
            if (_said.TryGetValue(place.Report, out var claims) && claims.TryGetValue(place.Index, out var claim)) return claim;
            Said(place.Report);
            return _said[place.Report][place.Index];
        }

        private HashSet<Held> HeldOf(string id)
        {
            if (_told.TryGetValue(id, out var claims)) return claims;
            claims = [.. Fetch("c.event = $event", ("$event", id)).Concat(_moved).Where(c => c.Event == id)];
            return _told[id] = claims;
        }

        private Shelf ShelfOf(long key, int first, int last)
        {
            if (_shelves.TryGetValue(key, out var shelf) && shelf.From <= first && shelf.To >= last) return shelf;
            shelf = new(first - Margin, last + Margin, []);
            var earliest = shelf.From - Short;
            for (var block = earliest / Block; block <= shelf.To / Block; block++)
            {
                Shelve(shelf, store.Rows(
                    "SELECT first, last, claim FROM bearing WHERE block = $block AND key = $key AND first BETWEEN $earliest AND $to AND last >= $from", Span,
                    ("$block", block), ("$key", key), ("$earliest", earliest), ("$from", shelf.From), ("$to", shelf.To)));
            }
            Shelve(shelf, store.Rows(
                $"SELECT first, last, claim FROM bearing WHERE key = $key AND last >= $from AND last - first > {Short} AND first < $earliest", Span,
                ("$key", key), ("$earliest", earliest), ("$from", shelf.From)));
            return _shelves[key] = shelf;

            static (int First, int Last, long Claim) Span(Row row) => (row.GetInt32(0), row.GetInt32(1), row.GetInt64(2));
        }

        private void Shelve(Shelf shelf, List<(int First, int Last, long Claim)> found)
        {
            foreach (var (first, last, seq) in found)
            {
                if (!_held.TryGetValue(seq, out var claim)) claim = Fetch("c.seq = $seq", ("$seq", seq))[0];
                shelf.Claims.Add((first, last, claim));
            }
        }

        private List<Held> Fetch(string where, (string Name, object? Value) value) =>
            store.Rows($"SELECT {Columns} FROM report r JOIN claim c ON r.seq = c.report WHERE {where}", HeldOf, value);

        private Held HeldOf(Row row)
        {
            var seq = row.GetInt64(8);
            if (_held.TryGetValue(seq, out var held)) return held;
            var claim = state.Rulings.Corrected(JsonSerializer.Deserialize(row.GetSpan(2), RecordJson.Default.EventClaim)!);
            return Hold(new Held(seq, new(row.GetString(0), row.GetInt32(1)), claim, Day(row, 3), row.GetInt32(4), row.GetText(5)) { Dispatch = row.GetString(6), Event = row.GetText(7), Written = row.GetText(7) });
        }

        private Held Hold(Held claim)
        {
            _held.Add(claim.Seq, claim);
            if (!_said.TryGetValue(claim.At.Report, out var claims)) _said.Add(claim.At.Report, claims = []);
            claims.Add(claim.At.Index, claim);
            return claim;
        }

        /// <summary>Claims of one key that may lie on the days from one to another.</summary>
        private sealed record Shelf(int From, int To, List<(int First, int Last, Held Claim)> Claims);

        /// <summary>A claim with where it stands now and where the file has it.</summary>
        private sealed class Held(long seq, ClaimRef at, EventClaim claim, DateOnly? published, int length, string? publisher)
        {
            private Testimony? _testimony;

            internal long Seq => seq;

            internal ClaimRef At => at;

            /// <summary>True while it is not known under any key.</summary>
            internal bool IsNew { get; set; }

            internal required string Dispatch { get; set; }

            internal string? Event { get; set; }

            internal string? Written { get; set; }

            internal Testimony Testimony => _testimony ??= new(at, claim, published, length, publisher, Dispatch, Event);

            internal void Move(string? id) => (Event, _testimony) = (id, null);

            internal void Retell(string dispatch) => (Dispatch, _testimony) = (dispatch, null);
        }
    }
}
