using System.Collections.Immutable;
using Chancery.Records;

namespace Chancery.Web.Live;

/// <summary>The events of a record counted: by who takes part, by pair and by place.</summary>
/// <remarks>Immutable and thread-safe; what nobody has asked for is not counted, and what is at hand is carried on to the next book.</remarks>
internal sealed class RecordBook
{
    private readonly Lazy<Shelves<string>> _did;
    private readonly Lazy<Shelves<string>> _received;
    private readonly Lazy<Shelves<(string From, string To)>> _ties;
    private readonly Lazy<Shelves<(string From, string To)>> _countries;
    private readonly Lazy<Shelves<Place>> _places;
    private readonly Lazy<ActorBook> _actors;
    private readonly Lazy<CountryBook> _dyads;
    private readonly IReadOnlyDictionary<string, Happening> _byId;

    /// <param name="view">The state of the record it is made from.</param>
    /// <param name="stamp">How much that held.</param>
    /// <param name="events">By day, then id; undated ones last.</param>
    /// <param name="byId">The same by their ids; may grow older or newer than this book.</param>
    /// <param name="series">Series of figures.</param>
    /// <param name="last">The book before, with what has changed since; null to count anew.</param>
    internal RecordBook(View view, RecordStamp stamp, ImmutableArray<Happening> events, IReadOnlyDictionary<string, Happening> byId, IReadOnlyList<FigureSeries> series, (RecordBook Book, Alteration Since)? last)
    {
        (Tag, Head, Stamp, Events, Series, _byId) = (view.Tag, view.Head, stamp, events, series, byId);
        _did = Carried(b => b._did, h => h.Actors.Select(a => a.Key));
        _received = Carried(b => b._received, h => h.Recipients.Select(a => a.Key));
        _ties = Carried(b => b._ties, ActorBook.Pairs);
        _countries = Carried(b => b._countries, CountryBook.Pairs);
        _places = Carried(b => b._places, h => h.Place is { } place ? [place] : []);
        var (actors, dyads) = (Made(last?.Book._actors), Made(last?.Book._dyads));
        _actors = new(() => new(_did.Value, _received.Value, _ties.Value, actors));
        _dyads = new(() => new(_countries.Value, dyads));

        Lazy<Shelves<TKey>> Carried<TKey>(Func<RecordBook, Lazy<Shelves<TKey>>> of, Func<Happening, IEnumerable<TKey>> keys) where TKey : notnull =>
            last is var (book, since) && Made(of(book)) is { } shelves ? new(shelves.With(since)) : new(() => Shelves<TKey>.Of(events, keys));
    }

    internal string Tag { get; }

    internal RecordHead Head { get; }

    internal RecordStamp Stamp { get; }

    internal ImmutableArray<Happening> Events { get; }

    internal IReadOnlyList<FigureSeries> Series { get; }

    internal ActorBook Actors => _actors.Value;

    /// <summary>What went between countries.</summary>
    internal CountryBook Countries => _dyads.Value;

    internal IReadOnlyDictionary<Place, ImmutableArray<Happening>> Places => _places.Value.Piles;

    internal Happening? Find(string id) => _byId.GetValueOrDefault(id);

    private static T? Made<T>(Lazy<T>? lazy) where T : class => lazy is { IsValueCreated: true } ? lazy.Value : null;
}
