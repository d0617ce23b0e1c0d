using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>What reports leave open, and which claims answer it.</summary>
    private sealed class QuestionsAtHand
    {
        /// <summary>Questions held in full; above it all of them are fetched anew when they are asked for.</summary>
        private const int Most = 20_000;

        private const string Columns =
            """
            SELECT u.seq, r.id, u.ordinal, a.published, a.id, c.ordinal
            FROM unknown u JOIN report r ON r.seq = u.report LEFT JOIN claim c ON c.seq = u.answer LEFT JOIN report a ON a.seq = c.report WHERE 
            """;

        private readonly SqliteRecordStore _store;
        private readonly FusionState _state;
        private readonly KeysAtHand<Held> _keys;
        private readonly Dictionary<long, Held> _held = [];
        private readonly Dictionary<QuestionRef, Held> _at = [];
        private readonly HashSet<Held> _moved = [];
        private readonly List<Held> _found = [];
        private readonly RowNumbers _rows;

        internal QuestionsAtHand(SqliteRecordStore store, FusionState state)
        {
            (_store, _state, _rows) = (store, state, store.RowsOf("unknown"));
            _keys = new(store, "asking", (seq, first, last) => _held.TryGetValue(seq, out var held) ? held : _held[seq] = new Held(seq, first, last));
        }

        internal void Clear()
        {
            _keys.Clear();
            _held.Clear();
            _at.Clear();
            _moved.Clear();
            _rows.Clear();
        }

        /// <summary>To be called before a change.</summary>
        internal void Trim()
        {
            _keys.Trim();
            if (_held.Count > 8 * Most) Clear();
            if (_at.Count <= Most) return;
            foreach (var question in _at.Values) question.Told = null;
            _at.Clear();
        }

        /// <summary>Writes what answers questions now; their reports and those of the answers must have been written.</summary>
        internal void Flush()
        {
            _keys.Flush();
            foreach (var question in _moved)
            {
                var answer = question.Told!.Answer is { } known ? _state.StandingOf(known.Claim).Seq : (long?)null;
                _store.Value("UPDATE unknown SET answer = $answer WHERE seq = $seq", ("$answer", answer), ("$seq", question.Seq));
            }
            _moved.Clear();
        }

        /// <summary>The row of a question that is yet to be written.</summary>
        internal long RowOf(QuestionRef at) => _at.TryGetValue(at, out var held) ? held.Seq : _rows.Next();

        internal List<Question> Asked(IReadOnlyCollection<long> keys, int day)
        {
            _keys.Find([.. keys], 0, day, day, _found);
            foreach (var question in _found)
                if (question.Told is null) Fetch(Columns + "u.seq = $value", question.Seq);
            return [.. _found.Select(q => q.Told).OfType<Question>()];
        }

        internal List<Question> AnsweredBy(string report)
        {
            Flush();
            return [.. Fetch(Columns + "u.answer IN (SELECT seq FROM claim WHERE report = (SELECT seq FROM report WHERE id = $value))", report).Select(q => q.Told).OfType<Question>()];
        }

        internal void Index(Question question)
        {
            var seq = _state.IsNew(question.At.Report) ? _rows.Next() : (long)_store.Value(
                "SELECT seq FROM unknown WHERE report = (SELECT seq FROM report WHERE id = $report) AND ordinal = $ordinal", ("$report", question.At.Report), ("$ordinal", question.At.Index))!;
            var held = Hold(seq, question);
            _keys.Add(held, held.First, held.Last, 0, question.Keys);
        }

        internal void Keep(Question question)
        {
            var held = _at[question.At];
            held.Told = question;
            _moved.Add(held);
        }

        /// <summary>Forgets under which keys the questions of a report are known, and what answered them.</summary>
        internal void Forget(string report)
        {
            Flush();
            foreach (var question in Fetch(Columns + "r.id = $value", report))
            {
                if (question.Told is not { } told) continue;
                _keys.Remove(question, question.First, question.Last, 0, told.Keys);
                _held.Remove(question.Seq);
                _at.Remove(told.At);
            }
            _store.Value("UPDATE unknown SET answer = NULL WHERE answer IS NOT NULL AND report = (SELECT seq FROM report WHERE id = $report)", ("$report", report));
        }

        private List<Held> Fetch(string sql, object value) =>
            [.. _store.Rows(
                sql,
                row => (Seq: row.GetInt64(0), At: new QuestionRef(row.GetString(1), row.GetInt32(2)), Answer: row.IsNull(3) ? ((DateOnly, ClaimRef)?)null : (Day(row, 3)!.Value, new(row.GetString(4), row.GetInt32(5)))),
                ("$value", value)).Select(found => HeldOf(found.Seq, found.At, found.Answer)).OfType<Held>()];

        /// <summary>A question as the file has it, unless it is held; null for one that no claim can answer.</summary>
        private Held? HeldOf(long seq, QuestionRef at, (DateOnly, ClaimRef)? answer)
        {
            if (_at.TryGetValue(at, out var held)) return held;
            var reading = _store.ReadingOf(at.Report);
            return AskedWords.Of(reading, reading.Unknowns[at.Index]) is { } asked ? Hold(seq, new(at, asked, answer)) : null;
        }

        private Held Hold(long seq, Question question)
        {
            var (first, last) = question.Asked.Days;
            if (!_held.TryGetValue(seq, out var held)) _held.Add(seq, held = new(seq, first.DayNumber, last.DayNumber));
            held.Told = question;
            return _at[question.At] = held;
        }

        /// <summary>A question; it is null while it is known by its keys alone.</summary>
        private sealed class Held(long seq, int first, int last) : Keyed(seq)
        {
            internal int First => first;

            internal int Last => last;

            internal Question? Told { get; set; }
        }
    }
}
