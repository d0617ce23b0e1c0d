using System.Collections.Immutable;

namespace Chancery.Web.Live;

/// <summary>Everybody who takes part in an event of the record, with what they did and had done to them, and the ties between them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ActorBook
{
    private readonly Shelves<(string From, string To)> _ties;
    private readonly Dictionary<string, ActorEntry> _entries = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<ActorEntry>> _all;
    private readonly Lazy<ImmutableArray<Tie>> _allTies;

    /// <param name="did">Events by who did them.</param>
    /// <param name="received">Events by whom they were done to.</param>
    /// <param name="ties">Events by <see cref="Pairs"/>.</param>
    /// <param name="last">The book before: where nothing has changed of an actor, its entry stands.</param>
    internal ActorBook(Shelves<string> did, Shelves<string> received, Shelves<(string From, string To)> ties, ActorBook? last)
    {
        _ties = ties;
        foreach (var key in did.Piles.Keys.Concat(received.Piles.Keys))
        {
            if (_entries.ContainsKey(key)) continue;
            var (one, other) = (did[key], received[key]);
            _entries.Add(key, last?.Find(key) is { } known && known.Did == one && known.Received == other ? known : ActorEntry.Of(key, one, other));
        }
        _all = new(() => [.. _entries.Values.OrderByDescending(a => a.Did.Length + a.Received.Length).ThenBy(a => a.Name, StringComparer.Ordinal)]);
        _allTies = new(() =>
        [
            .. ties.Piles.Select(t => new Tie(t.Key.From, t.Key.To, t.Value))
                .OrderByDescending(t => t.Events.Length).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal),
        ]);
    }

    internal int Count => _entries.Count;

    /// <summary>The busiest first.</summary>
    internal ImmutableArray<ActorEntry> All => _all.Value;

    /// <summary>The ties that most events make first.</summary>
    internal ImmutableArray<Tie> Ties => _allTies.Value;

    internal ActorEntry? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>What happened between two, whichever of them did it, by day.</summary>
    internal IEnumerable<Happening> Between(string a, string b) => _ties[(a, b)].Concat(_ties[(b, a)]).Distinct().Order(Happening.Order);

    /// <summary>Who did it to whom; where everybody does it to everybody, each two once.</summary>
    internal static IEnumerable<(string From, string To)> Pairs(Happening happening)
    {
        var pairs = happening.IsMutual && happening.Recipients.IsEmpty
            ? from a in happening.Actors from b in happening.Actors where string.CompareOrdinal(a.Key, b.Key) < 0 select (a.Key, b.Key)
            : from a in happening.Actors from b in happening.Recipients where a.Key != b.Key select (a.Key, b.Key);
        return pairs.Distinct();
    }
}

/// <summary>Somebody who takes part, with the events.</summary>
/// <param name="Key">The name it is kept under.</param>
/// <param name="Id">Id in the registry; null for those it does not know.</param>
/// <param name="Name">The shortest name the reports give it.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where none is known.</param>
/// <param name="Sectors">In order.</param>
/// <param name="Did">By day.</param>
/// <param name="Received">By day.</param>
internal sealed record ActorEntry(string Key, string? Id, string Name, string? Country, ImmutableArray<string> Sectors, ImmutableArray<Happening> Did, ImmutableArray<Happening> Received)
{
    internal static ActorEntry Of(string key, ImmutableArray<Happening> did, ImmutableArray<Happening> received)
    {
        // one object stands for all events that name it alike, so that few are left to look at
        var names = did.SelectMany(h => h.Actors).Concat(received.SelectMany(h => h.Recipients)).Where(n => n.Key == key).Distinct(ReferenceEqualityComparer.Instance).Cast<ActorName>().ToArray();
        return new(
            key, names[0].Id, names.MinBy(n => (n.Name.Length, n.Name))!.Name, names.Select(n => n.Country).FirstOrDefault(c => c is not null),
            [.. names.SelectMany(n => n.Sectors).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], did, received);
    }
}

/// <summary>What one did to another.</summary>
internal sealed record Tie(string From, string To, ImmutableArray<Happening> Events);
