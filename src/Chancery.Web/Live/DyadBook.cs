using System.Collections.Immutable;

namespace Chancery.Web.Live;

/// <summary>Pairs of countries with what happened between them, whichever of the two did it: the dyads of conflict research.</summary>
/// <remarks>Immutable once made.</remarks>
internal sealed class DyadBook
{
    private readonly Dictionary<(string A, string B), Dyad> _dyads = [];

    private DyadBook()
    {
    }

    /// <summary>Those that most events make first.</summary>
    internal ImmutableArray<Dyad> All { get; private set; } = [];

    internal Dyad? Find(string a, string b) => _dyads.GetValueOrDefault(Ordered(a, b));

    internal static DyadBook Of(IEnumerable<Happening> events)
    {
        var book = new DyadBook();
        foreach (var happening in events) book.Add(happening);
        book.All = [.. book._dyads.Values.OrderByDescending(d => d.Events.Count).ThenBy(d => d.A, StringComparer.Ordinal).ThenBy(d => d.B, StringComparer.Ordinal)];
        return book;
    }

    private void Add(Happening happening)
    {
        string[] actors = [.. happening.Actors.Select(a => a.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] recipients = [.. happening.Recipients.Select(a => a.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (happening.IsMutual && happening.Recipients.IsEmpty) recipients = actors;
        var pairs = from a in actors from b in recipients where a != b select Ordered(a, b);
        foreach (var pair in pairs.Distinct())
        {
            if (!_dyads.TryGetValue(pair, out var dyad)) _dyads.Add(pair, dyad = new(pair.A, pair.B));
            dyad.Events.Add(happening);
        }
    }

    private static (string A, string B) Ordered(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}

/// <summary>Two countries and what happened between them.</summary>
/// <param name="A">ISO 3166-1 alpha-3, the first by the alphabet.</param>
/// <param name="B">The second.</param>
internal sealed record Dyad(string A, string B)
{
    internal List<Happening> Events { get; } = [];
}
