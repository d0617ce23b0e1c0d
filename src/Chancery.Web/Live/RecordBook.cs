using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Records;

namespace Chancery.Web.Live;

/// <summary>The events of a record counted: by day, by who takes part, by pair and by place.</summary>
/// <remarks>Immutable and thread-safe; what is not asked for is not counted.</remarks>
internal sealed class RecordBook
{
    private readonly Lazy<FrozenDictionary<string, Happening>> _byId;
    private readonly Lazy<ActorBook> _actors;
    private readonly Lazy<DyadBook> _dyads;

    /// <param name="tag">Names the state of the record it was made from.</param>
    /// <param name="head">Which record, and how far.</param>
    /// <param name="stamp">How much it held.</param>
    /// <param name="events">By day, then id; undated ones last.</param>
    /// <param name="series">Series of figures.</param>
    internal RecordBook(string tag, RecordHead head, RecordStamp stamp, ImmutableArray<Happening> events, IReadOnlyList<FigureSeries> series)
    {
        (Tag, Head, Stamp, Events, Series) = (tag, head, stamp, events, series);
        _byId = new(() => events.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal));
        _actors = new(() => ActorBook.Of(events));
        _dyads = new(() => DyadBook.Of(events));
    }

    internal string Tag { get; }

    internal RecordHead Head { get; }

    internal RecordStamp Stamp { get; }

    internal IReadOnlyList<Happening> Events { get; }

    internal IReadOnlyList<FigureSeries> Series { get; }

    internal ActorBook Actors => _actors.Value;

    internal DyadBook Dyads => _dyads.Value;

    internal Happening? Find(string id) => _byId.Value.GetValueOrDefault(id);
}
