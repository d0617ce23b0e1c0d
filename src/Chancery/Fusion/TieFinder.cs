using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Chancery.Fusion;

/// <summary>Reads off a record's events what went between countries, and when that was unlike the pair's own past.</summary>
public static class TieFinder
{
    /// <summary>Chance at or under which so many events in a week count as unusual.</summary>
    private const double Rare = 0.05;

    /// <summary>Points of PLOVER's scale by which the mean must move to count as unusual.</summary>
    private const double Turn = 3;

    /// <summary>Standard errors by which it must move: a pair whose acts vary much needs more of them.</summary>
    private const double Sure = 2;

    /// <summary>Spread of the scores of a pair of which little is known, in points, and for how many events that counts.</summary>
    private const double Spread = 4;
    private const double Doubt = 6;

    /// <summary>Events before a week by which it can be judged.</summary>
    private const int Past = 3;

    /// <summary>The ties, those that most events make first. Plans, possibilities, denials and what has no code make none.</summary>
    /// <param name="events">The events of a record.</param>
    /// <param name="code">PLOVER code of a claim; null where it has none.</param>
    public static IReadOnlyList<CountryTie> Find(IEnumerable<Event> events, Func<EventClaim, EventCode?> code)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(code);
        var deeds = new Dictionary<(string From, string To), List<Deed>>();
        foreach (var happening in events)
        {
            var claim = happening.Best.Claim;
            if (!Makes(happening.Status) || (happening.Time?.From ?? happening.Time?.To ?? happening.Best.Reading.Report.Published) is not { } day) continue;
            // what no ontology codes is neither conflict nor cooperation
            if (code(claim) is not { } worth) continue;
            var deed = new Deed(happening.Id, day, worth);
            foreach (var pair in Pairs(claim.Actors.Select(a => a.Country), claim.Recipients.Select(r => r.Country), claim.Frame.Reciprocal))
            {
                if (!deeds.TryGetValue(pair, out var list)) deeds.Add(pair, list = []);
                list.Add(deed);
            }
        }
        return [.. deeds.Select(d => Of(d.Key.From, d.Key.To, d.Value)).OrderByDescending(t => t.Events).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal)];
    }

    /// <summary>True for what has happened or is happening: plans, possibilities and denials make no tie.</summary>
    internal static bool Makes(ClaimStatus status) => status is ClaimStatus.Occurred or ClaimStatus.Ongoing;

    /// <summary>Between which countries something goes: from those who do it to those it is done to; where everybody does it to everybody, or nobody is named to whom, each two once, by the alphabet.</summary>
    internal static IEnumerable<(string From, string To)> Pairs(IEnumerable<string?> actors, IEnumerable<string?> recipients, bool isMutual)
    {
        string[] senders = [.. actors.OfType<string>().Distinct(StringComparer.Ordinal)], to = [.. recipients.OfType<string>().Distinct(StringComparer.Ordinal)];
        if (!isMutual && to.Length > 0) return from a in senders from b in to where a != b select (a, b);
        string[] all = [.. senders.Union(to, StringComparer.Ordinal)];
        return from a in all from b in all where string.CompareOrdinal(a, b) < 0 select (a, b);
    }

    /// <summary>The tie that deeds make.</summary>
    /// <param name="from">Who does them.</param>
    /// <param name="to">To whom.</param>
    /// <param name="deeds">One at least, in any order.</param>
    internal static CountryTie Of(string from, string to, IEnumerable<Deed> deeds)
    {
        var weeks = ImmutableArray.CreateBuilder<TieWeek>();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var (events, scored, sum, squares, first) = (0, 0, 0.0, 0.0, (DateOnly?)null);
        foreach (var week in deeds.GroupBy(d => d.Day.AddDays(-(((int)d.Day.DayOfWeek + 6) % 7))).OrderBy(w => w.Key))
        {
            first ??= week.Key;
            Deed[] now = [.. week];
            var passed = Math.Max((week.Key.DayNumber - first.Value.DayNumber) / 7, 1);
            double? score = now.Average(d => d.Code?.Score), past = scored > 0 ? sum / scored : null;
            var usual = (double)events / passed;
            var isKnown = events >= Past;
            weeks.Add(new(
                week.Key, [.. now.Select(d => d.Event)], score, usual, past,
                IsMore: isKnown && now.Length > 1 && AtLeast(now.Length, usual) <= Rare, IsTurn: isKnown && score is { } one && past is { } other && Math.Abs(one - other) >= Math.Max(Turn, Sure * Error(scored, squares - scored * other * other, now.Length))));
            events += now.Length;
            foreach (var code in now.Select(d => d.Code).OfType<EventCode>())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(kinds, code.Type, out _)++;
                if (code.Score is not { } points) continue;
                scored++;
                sum += points;
                squares += points * points;
            }
        }
        return new(
            from, to, events, scored > 0 ? sum / scored : null,
            [.. kinds.OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => (k.Key, k.Value))],
            weeks.ToImmutable());
    }

    /// <summary>Standard error of the difference between the mean of a week and that of the events before it, whose own spread counts the more the more there are.</summary>
    /// <param name="before">Events before that have a score.</param>
    /// <param name="deviation">Sum of the squares by which they deviate from their mean.</param>
    /// <param name="now">Events of the week.</param>
    private static double Error(int before, double deviation, int now)
    {
        var variance = (Spread * Spread * Doubt + Math.Max(deviation, 0)) / (Doubt + before);
        return Math.Sqrt(variance * (1.0 / now + 1.0 / before));
    }

    /// <summary>Chance of so many or more in a week at this mean (Poisson).</summary>
    private static double AtLeast(int count, double mean)
    {
        var (term, below) = (Math.Exp(-mean), 0.0);
        for (var k = 0; k < count; k++)
        {
            below += term;
            term *= mean / (k + 1);
        }
        return 1 - below;
    }

}

/// <summary>An event as a tie counts it.</summary>
internal readonly record struct Deed(string Event, DateOnly Day, EventCode? Code);
