using Chancery.Fusion;

namespace Chancery.Records;

/// <summary>A record that lasts as long as the process; also the plainest account of what a store does.</summary>
/// <remarks>Thread-safe. Lists are walked from their beginning: made for thousands of reports.</remarks>
public sealed partial class MemoryRecordStore : IRecordStore, IMemoStore
{
    private readonly Lock _lock = new();
    private readonly MemoryFusionState _state = new();
    private readonly RecordFuser _fuser;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Retraction> _retracted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadWith> _readWith = new(StringComparer.Ordinal);
    private readonly List<Decision> _decisions = [];

    /// <summary>An empty record.</summary>
    public MemoryRecordStore() => _fuser = new(_state);

    /// <inheritdoc/>
    public ReadWith Versions { get; init; } = new("0", "0");

    /// <inheritdoc/>
    public Task<Filing> FileAsync(FiledReading reading, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Locked(() => Keep([reading])[0]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Filing>> FileAsync(IReadOnlyCollection<FiledReading> readings, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return Locked<IReadOnlyList<Filing>>(() => Keep(readings));
    }

    private Filing[] Keep(IReadOnlyCollection<FiledReading> readings)
    {
        var filed = new List<FiledReading>();
        Filing[] filings = [.. readings.Select(Keep)];
        _fuser.Add(filed);
        return filings;

        Filing Keep(FiledReading reading)
        {
            var identity = Convert.ToHexString(reading.Report.Identity());
            if (_names.TryGetValue(identity, out var known)) return new Filing(known, false);
            var name = FiledReadings.FreeName(reading.Report.Id, _state.Readings.ContainsKey);
            _names.Add(identity, name);
            filed.Add(Put(reading, name));
            return new Filing(name, true);
        }
    }

    /// <inheritdoc/>
    public Task<string?> FindAsync(Report report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var identity = Convert.ToHexString(report.Identity());
        return Locked(() => _names.GetValueOrDefault(identity));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OutdatedAsync(CancellationToken cancel = default) =>
        Locked<IReadOnlyList<string>>(() => [.. _readWith.Where(r => r.Value != Versions).Select(r => r.Key).Order(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task<bool> RereadAsync(FiledReading reading, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Locked(() =>
        {
            var name = reading.Report.Id;
            if (!_state.Readings.TryGetValue(name, out var before)) throw new RecordException($"there is no report '{name}' in the record");
            _readWith[name] = Versions;
            var named = Rereading.Named(reading, before, _state.HasClaim);
            if (Rereading.IsSame(before, named)) return false;
            _state.Sequence++;
            if (!_retracted.ContainsKey(name)) _fuser.Remove(name);
            _state.Remove(name);
            var successors = Rereading.Successors(before, named);
            for (var i = 0; i < _decisions.Count; i++) _decisions[i] = Rereading.Moved(_decisions[i], successors) ?? _decisions[i];
            _state.Rulings = new(_decisions);
            named = Put(named, name);
            if (!_retracted.ContainsKey(name)) _fuser.Add([named]);
            return true;
        });
    }

    /// <inheritdoc/>
    public Task<bool> RetractAsync(string report, Retraction? retraction, CancellationToken cancel = default) => Locked(() =>
    {
        if (!_state.Readings.TryGetValue(report, out var reading)) return false;
        _state.Sequence++;
        var counted = !_retracted.Remove(report);
        if (retraction is not null) _retracted[report] = retraction;
        if (counted && retraction is not null) _fuser.Remove(report);
        if (!counted && retraction is null) _fuser.Add([reading]);
        _state.Touch("r", report);
        return true;
    });

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(IReadOnlyCollection<string> reports, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return Locked(() => new Erasure([.. reports.Distinct(StringComparer.Ordinal).Where(Erase)], IsTraceless: true));
    }

    private bool Erase(string report)
    {
        if (!_state.Readings.TryGetValue(report, out var reading)) return false;
        _state.Sequence++;
        if (!_retracted.Remove(report)) _fuser.Remove(report);
        _state.Remove(report);
        _readWith.Remove(report);
        var gone = reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Decision[] left = [.. _decisions.Select(d => Rereading.Without(d, gone)).OfType<Decision>()];
        _decisions.Clear();
        _decisions.AddRange(left);
        _state.Rulings = new(_decisions);
        foreach (var identity in _names.Where(n => n.Value == report).Select(n => n.Key).ToArray()) _names.Remove(identity);
        return true;
    }

    /// <inheritdoc/>
    public Task<Decision> DecideAsync(Decision decision, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (Decisions.Fault(decision) is { } fault) throw new RecordException(fault);
        return Locked(() =>
        {
            foreach (var claim in decision.Claims.Concat(decision.From))
                if (!_state.HasClaim(claim)) throw new RecordException($"there is no claim '{claim}' in the record");
            var kept = decision with { Number = _decisions.Count == 0 ? 1 : _decisions.Max(d => d.Number) + 1 };
            _decisions.Add(kept);
            Reconsider(kept);
            return kept;
        });
    }

    /// <inheritdoc/>
    public Task<bool> WithdrawAsync(long decision, CancellationToken cancel = default) => Locked(() =>
    {
        var at = _decisions.FindIndex(d => d.Number == decision && !d.IsWithdrawn);
        if (at < 0) return false;
        _decisions[at] = _decisions[at] with { IsWithdrawn = true };
        Reconsider(_decisions[at]);
        return true;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Decision>> DecisionsAsync(CancellationToken cancel = default) => Locked<IReadOnlyList<Decision>>(() => [.. _decisions]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private FiledReading Put(FiledReading reading, string name)
    {
        var named = ClaimNames.Free(name == reading.Report.Id ? reading : reading with { Report = reading.Report with { Id = name } }, _state.HasClaim);
        _state.Sequence++;
        _readWith[name] = Versions;
        _state.File(named);
        _state.Touch("r", name);
        return named;
    }

    private void Reconsider(Decision decision)
    {
        _state.Sequence++;
        string[] ids = [.. decision.Claims.Concat(decision.From).Distinct(StringComparer.Ordinal)];
        if (decision.Kind is DecisionKind.Split or DecisionKind.Join)
        {
            _state.Rulings = new(_decisions);
            _fuser.Reconsider(ids.Select(_state.Find).OfType<Testimony>());
            return;
        }
        // what a claim counts for changes: its events, and the series its figures belong to
        string[] reports = [.. ids.Select(_state.Find).OfType<Testimony>().Select(c => c.At.Report).Where(r => !_retracted.ContainsKey(r)).Distinct(StringComparer.Ordinal)];
        foreach (var report in reports) _fuser.Remove(report);
        _state.Rulings = new(_decisions);
        _fuser.Add([.. reports.Select(r => _state.Readings[r])]);
    }
}
