using Chancery.Linguistics;

namespace Chancery.Mentions.Places;

/// <summary>Chooses among places of one name: by how well known they are, what the name stands beside, and the other places of the report.</summary>
/// <remarks>Immutable and thread-safe. Scores are in eighths of a doubling of population (<see cref="GazetteerFormat.Weight"/>).</remarks>
internal sealed class PlaceResolver(Gazetteer gazetteer)
{
    private const int Country = 60;
    private const int Capital = 25;
    private const int RegionPenalty = -12;
    private const int AliasPenalty = -56;
    private const int WithinRegion = 150;
    private const int WithinCountry = 120;
    private const int SharedCountry = 70;
    private const int SharedRegion = 50;

    internal void Resolve(Document document, List<Toponym> toponyms)
    {
        LinkNeighbours(document, toponyms);
        var votes = new Votes();
        foreach (var toponym in toponyms)
        {
            toponym.Chosen = Best(toponym, null);
            if (toponym.Chosen >= 0) votes.Add(gazetteer, toponym.Chosen);
        }
        var settled = Settled(document, toponyms);
        foreach (var toponym in toponyms)
        {
            if (toponym.Candidates.Count == 0) continue;
            toponym.Chosen = toponym.Within is null && toponym.Kind == ToponymKind.Whole && settled.TryGetValue(Name(document, toponym), out var place) ? place : Best(toponym, votes);
        }
    }

    /// <summary>'Paris, Texas', 'Paris (France)': the second place says where the first lies.</summary>
    private static void LinkNeighbours(Document document, List<Toponym> toponyms)
    {
        for (var i = 0; i + 1 < toponyms.Count; i++)
        {
            var (here, next) = (toponyms[i], toponyms[i + 1]);
            if (document[here.First].SentenceIndex != document[next.First].SentenceIndex || next.Form == PlaceRole.Adjective) continue;
            var gap = next.First - here.End;
            if (gap == 0 || gap == 1 && document[here.End].Chars is "," or "(" or "in" or "/") here.Within = next;
        }
    }

    /// <summary>Names that the report itself places once ('Springfield, Ill.') mean that place wherever they stand.</summary>
    private Dictionary<string, int> Settled(Document document, List<Toponym> toponyms)
    {
        var settled = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var toponym in toponyms)
            if (toponym is { Within: not null, Chosen: >= 0, Kind: ToponymKind.Whole } && Containment(toponym.Chosen, toponym.Within) > 0)
                settled.TryAdd(Name(document, toponym), toponym.Chosen);
        return settled;
    }

    private static string Name(Document document, Toponym toponym) => toponym.SpanIn(document).In(document.Text);

    private int Best(Toponym toponym, Votes? votes)
    {
        int best = -1, score = int.MinValue;
        foreach (var candidate in toponym.Candidates)
        {
            var own = Score(candidate) + Containment(candidate.Number, toponym.Within) + (votes?.For(gazetteer, candidate.Number, toponym.Chosen) ?? 0);
            if (own > score) (best, score) = (candidate.Number, own);
        }
        return best;
    }

    private int Score(PlaceCandidate candidate)
    {
        var place = candidate.Number;
        var score = gazetteer.Weight(place) + (candidate.Is(NameForm.Alias) ? AliasPenalty : 0);
        if (gazetteer.IsCountry(place)) return score + Country;
        return gazetteer.Feature(place) switch
        {
            "P.PPLC" => score + Capital,
            "A.ADM1" => score + RegionPenalty,
            _ => score,
        };
    }

    /// <summary>How much the neighbour speaks for a place: it lies in one of the neighbour's regions or states.</summary>
    private int Containment(int place, Toponym? within)
    {
        if (within is null) return 0;
        var best = 0;
        foreach (var outer in within.Candidates)
        {
            if (outer.Number == place || gazetteer.Country(outer.Number) != gazetteer.Country(place)) continue;
            if (gazetteer.IsCountry(outer.Number)) best = Math.Max(best, WithinCountry);
            else if (gazetteer.FeatureClass(outer.Number) == 'A' && gazetteer.Region(outer.Number) == gazetteer.Region(place)) best = Math.Max(best, WithinRegion);
        }
        return best;
    }

    /// <summary>How often the report's places lie in each state and region.</summary>
    private sealed class Votes
    {
        private readonly Dictionary<int, int> _countries = [];
        private readonly Dictionary<int, int> _regions = [];
        private int _total;

        internal void Add(Gazetteer gazetteer, int place)
        {
            if (gazetteer.Country(place) == GazetteerFormat.NoCountry) return;
            _total++;
            _countries[gazetteer.Country(place)] = _countries.GetValueOrDefault(gazetteer.Country(place)) + 1;
            if (gazetteer.Region(place) is > 0 and var region) _regions[region] = _regions.GetValueOrDefault(region) + 1;
        }

        /// <summary>The share of the other places, its own first choice left out.</summary>
        internal int For(Gazetteer gazetteer, int place, int chosen)
        {
            if (_total < 2 || gazetteer.Country(place) == GazetteerFormat.NoCountry) return 0;
            var countries = _countries.GetValueOrDefault(gazetteer.Country(place)) - (chosen >= 0 && gazetteer.Country(chosen) == gazetteer.Country(place) ? 1 : 0);
            var region = gazetteer.Region(place);
            var regions = region == 0 ? 0 : _regions.GetValueOrDefault(region) - (chosen >= 0 && gazetteer.Region(chosen) == region ? 1 : 0);
            return (SharedCountry * countries + SharedRegion * regions) / (_total - 1);
        }
    }
}
