using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>What fusion keeps, in memory; also the plainest account of what a store must answer.</summary>
internal sealed class MemoryFusionState : IFusionState
{
    /// <summary>Marks that more reports share than this tell nothing: boilerplate.</summary>
    private const int TooCommon = 64;

    private readonly Dictionary<string, FiledReading> _readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClaimRef> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sketch> _sketches = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, List<string>> _marks = [];
    private readonly Dictionary<string, Lineage> _lineages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _dispatches = new(StringComparer.Ordinal);

    /// <summary>Reports by the pairs that their claims and their figures are looked up by.</summary>
    private readonly Dictionary<long, HashSet<string>> _claimed = [], _counted = [];

    private readonly Dictionary<long, HashSet<ClaimRef>> _bearing = [];
    private readonly Dictionary<ClaimRef, string> _eventOf = [];
    private readonly Dictionary<ClaimRef, Bond> _bonds = [];

    /// <summary>Claims as fusion sees them, until something of theirs changes.</summary>
    private readonly Dictionary<ClaimRef, Testimony> _testimonies = [];

    private readonly Dictionary<string, HashSet<ClaimRef>> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventRow> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, FigureRow>> _series = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _seriesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _figures = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<string>> _counting = [];

    private readonly Dictionary<QuestionRef, Question> _questions = [];
    private readonly Dictionary<long, HashSet<QuestionRef>> _asked = [];

    private readonly Dictionary<(string Kind, string Id), long> _changed = [];

    /// <summary>Grows with every change of the record.</summary>
    internal long Sequence { get; set; }

    public Rulings Rulings
    {
        get;
        set
        {
            field = value;
            _testimonies.Clear();
        }
    } = Rulings.None;

    internal IReadOnlyDictionary<string, FiledReading> Readings => _readings;

    internal IEnumerable<EventRow> Events => _events.Values;

    internal IEnumerable<FigureRow> AllFigures => _series.Values.SelectMany(s => s.Values);

    internal bool HasClaim(string id) => _claims.ContainsKey(id);

    public Testimony? Find(string claim) => _claims.TryGetValue(claim, out var at) ? Claim(at) : null;

    /// <summary>Makes a reading known, before it is fused.</summary>
    internal void File(FiledReading reading)
    {
        _readings[reading.Report.Id] = reading;
        for (var i = 0; i < reading.Claims.Length; i++) _claims[reading.Claims[i].Id] = new(reading.Report.Id, i);
        Unsay(reading.Report.Id);
    }

    /// <summary>When an event (e), a figure (f) or a report (r) last changed, as a sequence number.</summary>
    internal long ChangedAt(string kind, string id) => _changed.GetValueOrDefault((kind, id));

    internal void Touch(string kind, string id) => _changed[(kind, id)] = Sequence;

    /// <summary>Makes a reading unknown, after it was taken out of what was fused.</summary>
    internal void Remove(string report)
    {
        Unsay(report);
        if (!_readings.Remove(report, out var reading)) return;
        foreach (var claim in reading.Claims) _claims.Remove(claim.Id);
    }

    /// <summary>All of it: lineages by publication, events by day, figures by series and day.</summary>
    internal FusedRecord Fused() => new(
        [.. _sketches.Values.Order(Chancery.Fusion.Sketch.Order).Select(s => _lineages[s.Report])],
        [.. _events.Values.OrderBy(e => e.Day ?? DateOnly.MaxValue).ThenBy(e => e.Id, StringComparer.Ordinal).Select(Told)],
        [.. AllFigures.OrderBy(f => f.Series, StringComparer.Ordinal).ThenBy(f => f.Day).ThenBy(f => f.Id, StringComparer.Ordinal).Select(f => f.Told(Corrected))]);

    internal Event Told(EventRow row) => row.Told(Corrected);

    /// <summary>A reading as corrected by decisions.</summary>
    internal FiledReading Corrected(string report) => Rulings.Corrected(_readings[report]);

    /// <summary>The claim that answers what a report leaves open; null while none does.</summary>
    internal FiledClaim? Answer(QuestionRef at) =>
        _questions.GetValueOrDefault(at)?.Answer?.Claim is { } claim && Corrected(claim.Report) is var reading ? new(reading, reading.Claims[claim.Index]) : null;

    public IReadOnlyDictionary<string, int> Sharing(Sketch sketch)
    {
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mark in sketch.Index)
            if (_marks.TryGetValue(mark, out var reports) && reports.Count <= TooCommon)
                foreach (var report in reports) shared[report] = shared.GetValueOrDefault(report) + 1;
        shared.Remove(sketch.Report);
        return shared;
    }

    public IReadOnlyList<string> At(string url) => [.. _sketches.Values.Where(s => s.Url == url).OrderByDescending(s => s.Revised).Take(TooCommon).Select(s => s.Report)];

    public Sketch? Sketch(string report) => _sketches.GetValueOrDefault(report);

    public Lineage? Lineage(string report) => _lineages.GetValueOrDefault(report);

    public IReadOnlyList<string> Dispatch(string dispatch) => _dispatches.TryGetValue(dispatch, out var reports) ? [.. reports] : [];

    public void Keep(Sketch sketch)
    {
        _sketches[sketch.Report] = sketch;
        foreach (var mark in sketch.Index) Of(_marks, mark).Add(sketch.Report);
    }

    public void Keep(Lineage lineage)
    {
        if (_lineages.TryGetValue(lineage.Report, out var before)) _dispatches[before.Dispatch].Remove(lineage.Report);
        _lineages[lineage.Report] = lineage;
        Unsay(lineage.Report);
        Touch("r", lineage.Report);
        if (!_dispatches.TryGetValue(lineage.Dispatch, out var reports)) _dispatches.Add(lineage.Dispatch, reports = new(StringComparer.Ordinal));
        reports.Add(lineage.Report);
    }

    public IReadOnlyList<Testimony> Bearing(IReadOnlyCollection<MeetingKeys> keys, bool real, int first, int last)
    {
        var found = new HashSet<ClaimRef>();
        foreach (var key in keys.SelectMany(each => Sought(each, _claimed)))
            if (_bearing.TryGetValue(key, out var claims)) found.UnionWith(claims);
        return [.. found.Select(Claim).Where(c => Testimony.IsReal(c.Claim.Status) == real && c.Days.First <= last && c.Days.Last >= first)];
    }

    public Testimony Claim(ClaimRef at)
    {
        if (_testimonies.TryGetValue(at, out var testimony)) return testimony;
        var reading = _readings[at.Report];
        var report = reading.Report;
        return _testimonies[at] = new(
            at, Rulings.Corrected(reading.Claims[at.Index]), report.Published, report.Text.Length, report.Publisher,
            _lineages.GetValueOrDefault(report.Id)?.Dispatch ?? report.Id, _eventOf.GetValueOrDefault(at), _bonds.TryGetValue(at, out var bond) ? bond : null);
    }

    public IReadOnlyList<Testimony> Said(string report) => [.. Enumerable.Range(0, _readings[report].Claims.Length).Select(i => Claim(new(report, i)))];

    public IReadOnlyList<Testimony> Told(string id) => _told.TryGetValue(id, out var claims) ? [.. claims.Select(Claim)] : [];

    public void Index(Testimony claim)
    {
        foreach (var key in Known(claim.Keys, claim.At.Report, _claimed)) Of(_bearing, key).Add(claim.At);
    }

    public void Hang(ClaimRef claim, Bond? bond)
    {
        if (_testimonies.TryGetValue(claim, out var told)) _testimonies[claim] = told with { Bond = bond };
        if (bond is { } held) _bonds[claim] = held;
        else _bonds.Remove(claim);
    }

    public void Assign(ClaimRef claim, string? id)
    {
        if (_testimonies.TryGetValue(claim, out var told)) _testimonies[claim] = told with { Event = id };
        if (_eventOf.Remove(claim, out var before)) _told[before].Remove(claim);
        if (id is null) return;
        _eventOf[claim] = id;
        Of(_told, id).Add(claim);
    }

    public string? EventOf(string claim) => _claims.TryGetValue(claim, out var at) ? _eventOf.GetValueOrDefault(at) : null;

    public EventRow? Event(string id) => _events.GetValueOrDefault(id);

    public void Keep(EventRow row)
    {
        _events[row.Id] = row;
        Touch("e", row.Id);
    }

    public void Drop(string id)
    {
        _events.Remove(id);
        _told.Remove(id);
    }

    public IReadOnlyList<FigureRow> Figures(string report) => _figures.TryGetValue(report, out var ids) ? [.. ids.Select(Figure)] : [];

    public IReadOnlyList<FigureRow> Counting(MeetingKeys keys, int first, int last)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var key in Sought(keys, _counted))
            if (_counting.TryGetValue(key, out var ids)) found.UnionWith(ids);
        return [.. found.Select(Figure).Where(f => f.Day >= first && f.Day <= last)];
    }

    public void Index(FigureRow row, MeetingKeys keys)
    {
        foreach (var key in Known(keys, row.Report, _counted)) Of(_counting, key).Add(row.Id);
    }

    public IReadOnlyList<FigureRow> Series(string series, int first, int last) =>
        _series.TryGetValue(series, out var rows) ? [.. rows.Values.Where(r => r.Day >= first && r.Day <= last).OrderBy(r => r.Day).ThenBy(r => r.Id, StringComparer.Ordinal)] : [];

    public FigureRow? Before(string series, string source, int day) =>
        _series.TryGetValue(series, out var rows) ? rows.Values.Where(r => r.Source == source && r.Day < day).OrderBy(r => r.Day).ThenBy(r => r.Id, StringComparer.Ordinal).LastOrDefault() : null;

    public void Keep(FigureRow row)
    {
        if (_seriesOf.TryGetValue(row.Id, out var before) && before != row.Series) _series[before].Remove(row.Id);
        if (!_series.TryGetValue(row.Series, out var rows)) _series.Add(row.Series, rows = new(StringComparer.Ordinal));
        if (!_figures.TryGetValue(row.Report, out var ids)) _figures.Add(row.Report, ids = new(StringComparer.Ordinal));
        (rows[row.Id], _seriesOf[row.Id]) = (row, row.Series);
        ids.Add(row.Id);
        Touch("f", row.Id);
    }

    public IReadOnlyList<Question> Asked(IReadOnlyCollection<long> keys, int day)
    {
        var found = new HashSet<QuestionRef>();
        foreach (var key in keys)
            if (_asked.TryGetValue(key, out var questions)) found.UnionWith(questions);
        return [.. found.Select(at => _questions[at]).Where(q => q.Asked.Days.First.DayNumber <= day && q.Asked.Days.Last.DayNumber >= day)];
    }

    public IReadOnlyList<Question> AnsweredBy(string report) => [.. _questions.Values.Where(q => q.Answer?.Claim.Report == report)];

    public IEnumerable<FiledReading> Telling(AskedWords asked) => _readings.Values
        .Where(r => r.Report.Published is { } day && day >= asked.Days.First && day <= asked.Days.Last)
        .OrderBy(r => r.Report.Published).ThenBy(r => r.Report.Id, StringComparer.Ordinal)
        .Select(Rulings.Corrected);

    public void Index(Question question)
    {
        _questions[question.At] = question;
        foreach (var key in question.Keys) Of(_asked, key).Add(question.At);
    }

    public void Keep(Question question) => _questions[question.At] = question;

    public void Forget(string report)
    {
        foreach (var question in _questions.Values.Where(q => q.At.Report == report).ToArray())
        {
            foreach (var key in question.Keys) _asked[key].Remove(question.At);
            _questions.Remove(question.At);
        }
        if (_sketches.Remove(report, out var sketch))
            foreach (var mark in sketch.Index) _marks[mark].Remove(report);
        if (_lineages.Remove(report, out var lineage)) _dispatches[lineage.Dispatch].Remove(report);
        foreach (var reports in _claimed.Values.Concat(_counted.Values)) reports.Remove(report);
        foreach (var claims in _bearing.Values) claims.RemoveWhere(c => c.Report == report);
        if (!_figures.Remove(report, out var figures)) return;
        foreach (var ids in _counting.Values) ids.ExceptWith(figures);
        foreach (var id in figures)
            if (_seriesOf.Remove(id, out var series)) _series[series].Remove(id);
    }

    /// <summary>Keys of what may meet something.</summary>
    private static IEnumerable<long> Sought(MeetingKeys keys, Dictionary<long, HashSet<string>> turning) =>
        keys.Own.Concat(keys.Pairs.SelectMany(pair => turning.TryGetValue(pair, out var reports) ? reports : []).Distinct(StringComparer.Ordinal).SelectMany(report => In(report, keys.Kinds)));

    /// <summary>Makes a report known under its pairs; the keys of something that it tells.</summary>
    private static IEnumerable<long> Known(MeetingKeys keys, string report, Dictionary<long, HashSet<string>> turning)
    {
        foreach (var pair in keys.Pairs) Of(turning, pair).Add(report);
        return keys.Own.Concat(In(report, keys.Kinds));
    }

    private static IEnumerable<long> In(string report, IEnumerable<long> kinds) => kinds.Select(kind => MeetingKeys.In(KeyHash.Of(report), kind));

    private FigureRow Figure(string id) => _series[_seriesOf[id]][id];

    /// <summary>Something of a report's claims has changed.</summary>
    private void Unsay(string report)
    {
        if (!_readings.TryGetValue(report, out var reading)) return;
        for (var i = 0; i < reading.Claims.Length; i++) _testimonies.Remove(new(report, i));
    }

    private static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> index, TKey key) where TKey : notnull where TValue : new()
    {
        if (!index.TryGetValue(key, out var value)) index.Add(key, value = new());
        return value;
    }
}
