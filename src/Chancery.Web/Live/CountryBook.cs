using System.Collections.Immutable;
using Chancery.Fusion;

namespace Chancery.Web.Live;

/// <summary>What went between countries, as <see cref="TieFinder"/> reads it off events.</summary>
/// <remarks>Immutable and thread-safe; where nothing has changed between two, their tie is carried on.</remarks>
internal sealed class CountryBook
{
    /// <summary>A week counts as recent for so many days.</summary>
    internal const int Recent = 28;

    private readonly Shelves<(string From, string To)> _piles;
    private readonly Dictionary<(string From, string To), CountryTie> _ties = [];
    private readonly Lazy<ImmutableArray<Dyad>> _dyads;

    /// <param name="piles">Events by <see cref="Pairs"/>.</param>
    /// <param name="last">The book before.</param>
    internal CountryBook(Shelves<(string From, string To)> piles, CountryBook? last)
    {
        _piles = piles;
        foreach (var (pair, pile) in piles.Piles)
            _ties.Add(pair, last is not null && last._piles[pair] == pile ? last._ties[pair] : TieFinder.Of(pair.From, pair.To, pile.Select(h => new Deed(h.Id, h.Day!.Value, h.Code))));
        _dyads = new(() =>
        [
            .. _ties.GroupBy(t => Ordered(t.Key.From, t.Key.To), t => t.Value).Select(d => new Dyad(d.Key.A, d.Key.B, d.Sum(t => t.Events), d.Max(t => piles[(t.From, t.To)][^1].Day)))
                .OrderByDescending(d => d.Events).ThenBy(d => d.A, StringComparer.Ordinal).ThenBy(d => d.B, StringComparer.Ordinal),
        ]);
    }

    /// <summary>Those that most events make first.</summary>
    internal ImmutableArray<Dyad> Dyads => _dyads.Value;

    /// <summary>Weeks before a day that were unlike the weeks before them, what departs most first: a surge by how far it exceeds what is usual, a turn by its points.</summary>
    internal IEnumerable<(CountryTie Tie, TieWeek Week)> Unusual(DateOnly last) =>
        from tie in _ties.Values
        let week = tie.Weeks.LastOrDefault(w => w.IsUnusual && w.Monday <= last)
        where week is not null && week.Monday > last.AddDays(-Recent)
        orderby week.Events.Length / Math.Max(week.Usual, 0.5) descending, week.Events.Length descending, tie.From, tie.To
        select (tie, week);

    /// <summary>What happened between two countries, whichever of them did it, by day.</summary>
    internal IEnumerable<Happening> Between(string a, string b) => _piles[(a, b)].Concat(_piles[(b, a)]).Distinct().Order(Happening.Order);

    internal static IEnumerable<(string From, string To)> Pairs(Happening happening) =>
        happening.Day is null || happening.Code is null || !TieFinder.Makes(happening.Status) ? []
            : TieFinder.Pairs(happening.Actors.Select(a => a.Country), happening.Recipients.Select(a => a.Country), happening.IsMutual).Distinct();

    private static (string A, string B) Ordered(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}

/// <summary>Two countries, how much went between them either way, and when last.</summary>
internal sealed record Dyad(string A, string B, int Events, DateOnly? Last);
