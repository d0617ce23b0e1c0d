using System.Collections.Concurrent;
using System.Collections.Immutable;
using Chancery.Records;

namespace Chancery.Web.Live;

/// <summary>Keeps the events of a record in few words, taking in what has changed since it last looked.</summary>
/// <remarks>For one user at a time; what it hands out is immutable.</remarks>
internal sealed class BookKeeper(Knowledge knowledge)
{
    private readonly ConcurrentDictionary<string, Happening> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, string?, string), ActorName> _names = [];
    private readonly Dictionary<Place, Place> _places = [];
    private readonly Dictionary<string, FigureSeries> _series = new(StringComparer.Ordinal);
    private RecordBook? _book;

    /// <summary>Events looked at so far while a record is counted from its beginning, and how many there are; null while it is not.</summary>
    internal CountingProgress? Progress { get; private set; }

    internal async Task<RecordBook> RenewAsync(View view, CancellationToken cancel)
    {
        var stamp = await view.Store.StampAsync(cancel);
        var last = _book;
        if (last is null || view.Head.Mark != last.Head.Mark || view.Head.Sequence < last.Head.Sequence || stamp.Reports < last.Stamp.Reports)
        {
            // nothing is known yet, or of another record, or of one from which something is gone
            last = null;
            _events.Clear();
            _names.Clear();
            _series.Clear();
        }
        // where this breaks off, all is counted anew
        _book = null;
        var since = last?.Head.Sequence ?? 0;
        var change = new Alteration();
        await foreach (var outline in view.Store.OutlinesAsync(since, cancel))
        {
            Take(Of(outline), change);
            if (last is null) Progress = new(_events.Count, stamp.Events);
            // an event that was joined to another is named after one of the claims that tell this one now
            foreach (var name in outline.Claims.Select(c => "e" + c).Where(name => last is not null && name != outline.Id && _events.ContainsKey(name)))
                if (!(await view.Store.EventIdsAsync(new() { Id = name }, cancel)).Contains(name)) Leave(name, change);
        }
        if (stamp.Events != _events.Count)
        {
            // more are gone: with their reports, or by a decision
            var there = (await view.Store.EventIdsAsync(new(), cancel)).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in _events.Keys.Where(id => !there.Contains(id)).ToArray()) Leave(gone, change);
        }
        foreach (var series in await view.Store.SeriesAsync(since, cancel)) _series[series.Name] = series;
        var events = last is null ? [.. _events.Values.Order(Happening.Order)] : change.IsEmpty ? last.Events : change.Applied(last.Events);
        Progress = null;
        return _book = new(
            view, stamp, events, _events,
            [.. _series.Values.OrderByDescending(s => s.Count).ThenBy(s => s.Name, StringComparer.Ordinal)], last is null ? null : (last, change));
    }

    private void Take(Happening happening, Alteration change)
    {
        if (_events.TryGetValue(happening.Id, out var former)) change.Gone.Add(former);
        change.Come.Add(_events[happening.Id] = happening);
    }

    private void Leave(string id, Alteration change)
    {
        if (!_events.TryRemove(id, out var gone)) return;
        // what came with this very change, and went, is in no book
        if (!change.Come.Remove(gone)) change.Gone.Add(gone);
    }

    private Happening Of(EventOutline outline)
    {
        var claim = outline.Best;
        return new()
        {
            Id = outline.Id,
            Day = outline.Day,
            Status = outline.Status,
            Standing = outline.Standing,
            IsInner = claim.Within is not null && outline.Claims.Length == 1,
            Code = knowledge.Codes.Plover.Code(claim),
            IsMutual = claim.Frame.Reciprocal,
            Actors = Names(claim, claim.Actors),
            Recipients = Names(claim, claim.Recipients),
            Place = claim.Place is { } place ? Same(_places, place, place) : null,
        };
    }

    private ImmutableArray<ActorName> Names(EventClaim claim, ImmutableArray<Participant> parties) => [.. parties.Where(claim.IsActor).Select(NameOf).DistinctBy(n => n.Key)];

    private ActorName NameOf(Participant party)
    {
        var key = ActorName.KeyOf(party);
        return Same(_names, (key, party.Name, party.Country, string.Join(' ', party.Sectors)), new(key, party.ActorId, party.Name, party.Country, party.Sectors));
    }

    /// <summary>The object that is kept for all that are the same.</summary>
    private static TValue Same<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, TValue value) where TKey : notnull
    {
        if (known.TryGetValue(key, out var same)) return same;
        known.Add(key, value);
        return value;
    }
}

/// <summary>How far counting has come.</summary>
internal sealed record CountingProgress(int Done, int All);
