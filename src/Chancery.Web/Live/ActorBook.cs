using System.Collections.Immutable;

namespace Chancery.Web.Live;

/// <summary>Everybody who takes part in a claim of the record, with what they did and had done to them, and the ties between them.</summary>
/// <remarks>Immutable once made.</remarks>
internal sealed class ActorBook
{
    private readonly Dictionary<string, ActorEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), Tie> _ties = [];

    /// <summary>The busiest first.</summary>
    internal ImmutableArray<ActorEntry> All { get; private set; } = [];

    /// <summary>The ties that most events make first.</summary>
    internal ImmutableArray<Tie> Ties { get; private set; } = [];

    internal ActorEntry? Find(string key) => _entries.GetValueOrDefault(key);

    internal static ActorBook Of(IEnumerable<Happening> events)
    {
        var book = new ActorBook();
        foreach (var happening in events) book.Add(happening);
        book.All = [.. book._entries.Values.OrderByDescending(a => a.Did.Count + a.Received.Count).ThenBy(a => a.Name, StringComparer.Ordinal)];
        book.Ties = [.. book._ties.Values.OrderByDescending(t => t.Events.Count).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal)];
        return book;
    }

    private void Add(Happening happening)
    {
        var (actors, recipients) = (happening.Actors, happening.Recipients);
        foreach (var actor in actors) Entry(actor).Did.Add(happening);
        foreach (var recipient in recipients) Entry(recipient).Received.Add(happening);
        foreach (var actor in actors)
            foreach (var recipient in recipients) Join(actor.Key, recipient.Key, happening, mutual: false);
        if (!happening.IsMutual || recipients.Length > 0) return;
        for (var i = 0; i < actors.Length; i++)
            for (var j = i + 1; j < actors.Length; j++) Join(actors[i].Key, actors[j].Key, happening, mutual: true);
    }

    private ActorEntry Entry(ActorName actor)
    {
        if (!_entries.TryGetValue(actor.Key, out var entry)) _entries.Add(actor.Key, entry = new(actor.Key, actor.Id));
        entry.Name = entry.Name.Length > 0 && entry.Name.Length <= actor.Name.Length ? entry.Name : actor.Name;
        entry.Country ??= actor.Country;
        foreach (var sector in actor.Sectors) entry.Sectors.Add(sector);
        return entry;
    }

    private void Join(string from, string to, Happening happening, bool mutual)
    {
        if (from == to) return;
        if (mutual && string.CompareOrdinal(from, to) > 0) (from, to) = (to, from);
        if (!_ties.TryGetValue((from, to), out var tie)) _ties.Add((from, to), tie = new(from, to));
        tie.Events.Add(happening);
    }
}

/// <summary>Somebody who takes part, with the events.</summary>
internal sealed class ActorEntry(string key, string? id)
{
    internal string Key => key;

    /// <summary>Id in the registry; null for those it does not know.</summary>
    internal string? Id => id;

    /// <summary>The shortest name the reports give it.</summary>
    internal string Name { get; set; } = "";

    internal string? Country { get; set; }

    internal SortedSet<string> Sectors { get; } = new(StringComparer.Ordinal);

    internal List<Happening> Did { get; } = [];

    internal List<Happening> Received { get; } = [];
}

/// <summary>What one did to another.</summary>
internal sealed class Tie(string from, string to)
{
    internal string From => from;

    internal string To => to;

    internal List<Happening> Events { get; } = [];
}
