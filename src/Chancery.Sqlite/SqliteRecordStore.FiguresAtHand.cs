using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>The figures fusion works with, held in memory while news is fresh: one that comes in is compared with all of its series and these with each other.</summary>
    /// <remarks>A row is written when a change is done, or before something is asked of the file.</remarks>
    private sealed class FiguresAtHand
    {
        private const int Most = 50_000;

        /// <summary>Days beside those asked for that are fetched with them.</summary>
        private const int Margin = 45;

        private const string Columns = "SELECT rowid, id, body FROM figure WHERE ";

        private readonly SqliteRecordStore _store;
        private readonly FusionState _state;
        private readonly KeysAtHand<Held> _keys;
        private readonly TurningAtHand _turning;
        private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
        private readonly Dictionary<long, Held> _bySeq = [];
        private readonly Dictionary<string, List<Held>> _reports = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
        private readonly HashSet<Held> _changed = [];
        private readonly List<Held> _found = [];
        private readonly RowNumbers _rows;

        internal FiguresAtHand(SqliteRecordStore store, FusionState state)
        {
            (_store, _state, _turning, _rows) = (store, state, new(store, shelf: 1), store.RowsOf("figure"));
            _keys = new(store, "counting", (seq, _, _) => _bySeq.TryGetValue(seq, out var held) ? held : _bySeq[seq] = new Held(seq));
        }

        internal void Clear()
        {
            _keys.Clear();
            _turning.Clear();
            _held.Clear();
            _bySeq.Clear();
            _reports.Clear();
            _shelves.Clear();
            _changed.Clear();
            _rows.Clear();
        }

        /// <summary>To be called before a change.</summary>
        internal void Trim()
        {
            _keys.Trim();
            _turning.Trim();
            if (_bySeq.Count > 8 * Most) Clear();
            if (_held.Count <= Most) return;
            foreach (var figure in _held.Values) figure.Row = null;
            _held.Clear();
            _reports.Clear();
            _shelves.Clear();
        }

        internal void Flush()
        {
            _keys.Flush();
            _turning.Flush();
            FlushRows();
        }

        private void FlushRows()
        {
            foreach (var figure in _changed) Write(figure);
            _changed.Clear();
        }

        internal FigureRow[] Of(string report)
        {
            if (!_reports.TryGetValue(report, out var figures))
            {
                _reports[report] = figures = Fetch(Columns + "report = $report", ("$report", report));
                figures.Sort(ById);
            }
            var rows = new FigureRow[figures.Count];
            for (var i = 0; i < rows.Length; i++) rows[i] = figures[i].Row!;
            return rows;
        }

        internal IReadOnlyList<FigureRow> Of(string series, int first, int last) => [.. ShelfOf(series, first, last).Rows.Values.Where(r => r.Day >= first && r.Day <= last)];

        internal FigureRow? Before(string series, string source, int day)
        {
            // nearly all are asked of a series that began with what is held: to go through all of it takes less than to write what has changed and ask the file
            if (_shelves.TryGetValue(series, out var shelf) && shelf.From == int.MinValue && shelf.To >= day - 1)
            {
                var rows = shelf.Rows.Values;
                for (var at = shelf.Before(day); at >= 0; at--)
                    if (rows[at].Source == source) return rows[at];
                return null;
            }
            FlushRows();
            return Fetch(Columns + "series = $series AND source = $source AND day < $day ORDER BY day DESC, id DESC LIMIT 1", ("$series", series), ("$source", source), ("$day", day)).FirstOrDefault()?.Row;
        }

        internal List<FigureRow> Counting(MeetingKeys keys, int first, int last)
        {
            _keys.Find(_turning.Sought([keys], first, last), 0, first, last, _found);
            foreach (var figure in _found)
                if (figure.Row is null) Fetch(Columns + "rowid = $seq", ("$seq", figure.Seq));
            var rows = new List<FigureRow>(_found.Count);
            foreach (var figure in _found)
                if (figure.Row is { } row) rows.Add(row);
            return rows;
        }

        internal void Index(FigureRow row, MeetingKeys keys)
        {
            var report = _state.RowOfReport(row.Report);
            _keys.Add(_held[row.Id], row.Day, row.Day, 0, _turning.Known(keys, report));
            _turning.Add(report, _state.IsNew(row.Report), keys, row.Day, row.Day);
        }

        /// <summary>Forgets under which keys the figures of a report are known.</summary>
        internal void Forget(string report)
        {
            var seq = _state.RowOfReport(report);
            foreach (var row in Of(report))
            {
                var keys = CountComparer.Keys(row);
                _keys.Remove(_held[row.Id], row.Day, row.Day, 0, _turning.Known(keys, seq));
                _turning.Remove(seq, keys.Pairs, row.Day, row.Day);
            }
        }

        internal void Keep(FigureRow row)
        {
            if (!_held.TryGetValue(row.Id, out var figure))
            {
                // what is not held and has not been fetched by its report or its series is new
                figure = new(_rows.Next());
                _bySeq.Add(figure.Seq, figure);
                Hold(figure, row);
                if (!_reports.TryGetValue(row.Report, out var figures)) _reports.Add(row.Report, figures = []);
                figures.Insert(~figures.BinarySearch(figure, ById), figure);
                _shelves.TryAdd(row.Series, new(int.MinValue, int.MaxValue, new(Order)));
            }
            else if (figure.Row == row)
            {
                return;
            }
            else if (figure.Row!.Series != row.Series && _shelves.TryGetValue(figure.Row.Series, out var left))
            {
                left.Rows.Remove((row.Day, row.Id));
            }
            figure.Row = row;
            _changed.Add(figure);
            if (_shelves.TryGetValue(row.Series, out var shelf) && shelf.From <= row.Day && shelf.To >= row.Day) shelf.Rows[(row.Day, row.Id)] = row;
        }

        private Shelf ShelfOf(string series, int first, int last)
        {
            if (_shelves.TryGetValue(series, out var shelf) && shelf.From <= first && shelf.To >= last) return shelf;
            FlushRows();
            shelf = new(Math.Max(first, int.MinValue + Margin) - Margin, Math.Min(last, int.MaxValue - Margin) + Margin, new(Order));
            foreach (var figure in Fetch(Columns + "series = $series AND day BETWEEN $first AND $last", ("$series", series), ("$first", shelf.From), ("$last", shelf.To))) shelf.Rows.Add((figure.Row!.Day, figure.Row.Id), figure.Row);
            return _shelves[series] = shelf;
        }

        /// <remarks>What it fetches by is as the file has it for all that is held, but for the series: these must be written before they are asked by.</remarks>
        private List<Held> Fetch(string sql, params ReadOnlySpan<(string, object?)> values) => _store.Rows(sql, HeldOf, values);

        private Held HeldOf(Row row)
        {
            var id = row.GetString(1);
            if (_held.TryGetValue(id, out var figure)) return figure;
            var seq = row.GetInt64(0);
            if (!_bySeq.TryGetValue(seq, out figure)) _bySeq.Add(seq, figure = new(seq));
            Hold(figure, _store._reader.Figure(row.GetSpan(2)));
            return figure;
        }

        private void Hold(Held figure, FigureRow row)
        {
            figure.Row = row;
            _held.Add(row.Id, figure);
        }

        private void Write(Held figure)
        {
            var row = figure.Row!;
            _store.Value(
                """
                INSERT INTO figure (rowid, id, series, source, report, claim, day, as_of, min, max, unit, changed, body)
                VALUES ($seq, $id, $series, $source, $report, $claim, $day, $asOf, $min, $max, $unit, $changed, $body)
                ON CONFLICT (id) DO UPDATE SET series = excluded.series, changed = excluded.changed, body = excluded.body WHERE body <> excluded.body
                """,
                ("$seq", figure.Seq), ("$id", row.Id), ("$series", row.Series), ("$source", row.Source), ("$report", row.Report), ("$claim", row.Figure.ClaimId), ("$day", row.Day),
                ("$asOf", Day(row.AsOf) ?? Cursor.Undated), ("$min", (double?)row.Quantity.Min), ("$max", (double?)row.Quantity.Max), ("$unit", row.Quantity.Unit),
                ("$changed", _store._sequence), ("$body", _store.Json(row)));
        }

        private static Comparer<Held> ById { get; } = Comparer<Held>.Create((a, b) => string.CompareOrdinal(a.Row!.Id, b.Row!.Id));

        private static Comparer<(int Day, string Id)> Order { get; } = Comparer<(int Day, string Id)>.Create((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Id, b.Id));

        /// <summary>The figures of a series on some days.</summary>
        private sealed record Shelf(int From, int To, SortedList<(int Day, string Id), FigureRow> Rows)
        {
            /// <summary>Place of the last figure before a day; -1 where there is none.</summary>
            internal int Before(int day)
            {
                var (low, high) = (0, Rows.Count);
                while (low < high)
                {
                    var middle = (low + high) / 2;
                    if (Rows.GetKeyAtIndex(middle).Day < day) low = middle + 1;
                    else high = middle;
                }
                return low - 1;
            }
        }

        /// <summary>A figure; its row is null while it is known by its keys alone.</summary>
        private sealed class Held(long seq) : Keyed(seq)
        {
            internal FigureRow? Row { get; set; }
        }
    }
}
