using System.Collections.Immutable;

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

    /// <summary>The ties, those that most events make first. Plans, possibilities and denials make none.</summary>
    /// <param name="events">The events of a record.</param>
    /// <param name="code">PLOVER code of a claim; null where it has none.</param>
    public static IReadOnlyList<CountryTie> Find(IEnumerable<Event> events, Func<EventClaim, EventCode?> code)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(code);
        var deeds = new Dictionary<(string From, string To), List<Deed>>();
        foreach (var happening in events)
        {
            if (happening.Status is not (ClaimStatus.Occurred or ClaimStatus.Ongoing)) continue;
            var claim = happening.Best.Claim;
            if ((happening.Time?.From ?? happening.Time?.To ?? happening.Best.Reading.Report.Published) is not { } day) continue;
            var deed = new Deed(happening.Id, day, code(claim));
            foreach (var pair in Pairs(claim))
            {
                if (!deeds.TryGetValue(pair, out var list)) deeds.Add(pair, list = []);
                list.Add(deed);
            }
        }
        return [.. deeds.Select(d => Of(d.Key, d.Value)).OrderByDescending(t => t.Events).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string, string)> Pairs(EventClaim claim)
    {
        string[] actors = [.. claim.Actors.Select(a => a.Country).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] recipients = [.. claim.Recipients.Select(a => a.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (claim.Frame.Reciprocal || recipients.Length == 0)
        {
            for (var i = 0; i < actors.Length; i++)
                for (var j = 0; j < i; j++) yield return (actors[j], actors[i]);
            yield break;
        }
        foreach (var actor in actors)
            foreach (var recipient in recipients)
                if (actor != recipient) yield return (actor, recipient);
    }

    private static CountryTie Of((string From, string To) pair, List<Deed> deeds)
    {
        var weeks = ImmutableArray.CreateBuilder<TieWeek>();
        DateOnly? first = null;
        var before = new List<Deed>();
        foreach (var week in deeds.GroupBy(d => d.Day.AddDays(-(((int)d.Day.DayOfWeek + 6) % 7))).OrderBy(w => w.Key))
        {
            first ??= week.Key;
            Deed[] now = [.. week];
            var passed = Math.Max((week.Key.DayNumber - first.Value.DayNumber) / 7, 1);
            var (usual, score, past) = ((double)before.Count / passed, Mean(now), Mean(before));
            var isMore = now.Length > 1 && AtLeast(now.Length, usual) <= Rare;
            var isTurn = score is { } one && past is { } other && Math.Abs(one - other) >= Math.Max(Turn, Sure * Error(before, other, now.Length));
            weeks.Add(new(week.Key, [.. now.Select(d => d.Event)], score, usual, past, before.Count >= Past && (isMore || isTurn)));
            before.AddRange(now);
        }
        return new(
            pair.From, pair.To, deeds.Count, Mean(deeds),
            [.. deeds.Where(d => d.Code is not null).GroupBy(d => d.Code!.Type, StringComparer.Ordinal).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)],
            weeks.ToImmutable());
    }

    private static double? Mean(IEnumerable<Deed> deeds) => deeds.Select(d => d.Code?.Score).Average();

    /// <summary>Standard error of the difference between the mean of a week and that of the events before it, whose own spread counts the more the more there are.</summary>
    private static double Error(List<Deed> before, double mean, int now)
    {
        double[] scores = [.. before.Select(d => d.Code?.Score).OfType<double>()];
        var variance = (Spread * Spread * Doubt + scores.Sum(s => (s - mean) * (s - mean))) / (Doubt + scores.Length);
        return Math.Sqrt(variance * (1.0 / now + 1.0 / scores.Length));
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

    private sealed record Deed(string Event, DateOnly Day, EventCode? Code);
}
