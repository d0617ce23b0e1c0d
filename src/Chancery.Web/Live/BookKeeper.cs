using System.Collections.Immutable;
using Chancery.Records;

namespace Chancery.Web.Live;

/// <summary>Keeps the events of a record in few words, taking in what has changed since it last looked.</summary>
/// <remarks>For one user at a time; what it hands out is immutable.</remarks>
internal sealed class BookKeeper(Knowledge knowledge)
{
    private readonly Dictionary<string, Happening> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, string?, string), ActorName> _names = [];
    private readonly Dictionary<Place, Place> _places = [];
    private readonly Dictionary<string, FigureSeries> _series = new(StringComparer.Ordinal);
    private int _reports;
    private string _mark = "";
    private long _sequence = -1;

    internal async Task<RecordBook> RenewAsync(View view, CancellationToken cancel)
    {
        var head = view.Head;
        var stamp = await view.Store.StampAsync(cancel);
        if (head.Mark != _mark || head.Sequence < _sequence || stamp.Reports < _reports)
        {
            // another record, or one from which something is gone
            _events.Clear();
            _series.Clear();
            _sequence = 0;
        }
        await foreach (var outline in view.Store.OutlinesAsync(Math.Max(_sequence, 0), cancel)) _events[outline.Id] = Of(outline);
        foreach (var series in await view.Store.SeriesAsync(Math.Max(_sequence, 0), cancel)) _series[series.Name] = series;
        if (stamp.Events != _events.Count)
        {
            // some were joined to others, or are gone with their reports
            var there = (await view.Store.EventIdsAsync(new(), cancel)).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in _events.Keys.Where(id => !there.Contains(id)).ToArray()) _events.Remove(gone);
        }
        (_mark, _sequence, _reports) = (head.Mark, head.Sequence, stamp.Reports);
        return new(
            view.Tag, head, stamp,
            [.. _events.Values.OrderBy(e => e.Day ?? DateOnly.MaxValue).ThenBy(e => e.Id, StringComparer.Ordinal)],
            [.. _series.Values.OrderByDescending(s => s.Count).ThenBy(s => s.Name, StringComparer.Ordinal)]);
    }

    private Happening Of(EventOutline outline)
    {
        var claim = outline.Best;
        var plover = knowledge.Codes.Plover.Code(claim);
        return new()
        {
            Id = outline.Id,
            Day = outline.Day,
            Status = outline.Status,
            Standing = outline.Standing,
            Independent = outline.Independent,
            IsInner = claim.Within is not null && outline.Claims == 1,
            QuadClass = plover?.QuadClass ?? 0,
            Score = knowledge.Codes.Cameo.Code(claim)?.Score,
            IsMutual = claim.Frame.Reciprocal,
            Actors = Names(claim.Actors),
            Recipients = Names(claim.Recipients),
            Place = claim.Place is { } place ? Same(_places, place, place) : null,
        };
    }

    private ImmutableArray<ActorName> Names(ImmutableArray<Participant> parties) => [.. parties.Select(NameOf).DistinctBy(n => n.Key)];

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
