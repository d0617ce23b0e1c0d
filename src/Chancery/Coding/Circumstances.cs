using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>When and where an action took place and how many it concerned, as far as its own clause says.</summary>
internal sealed class Circumstances
{
    private readonly Dictionary<Hit, TimeMention> _times = [];
    private readonly Dictionary<Hit, PlaceMention> _places = [];
    private readonly Dictionary<Hit, ImmutableArray<QuantityMention>.Builder> _figures = [];
    private readonly DateOnly? _published;

    internal Circumstances(Report report, Document document, MentionSet mentions, IReadOnlyList<ClauseMap?> maps)
    {
        _published = report.Published;
        foreach (var time in mentions.Times)
            if (time.Timex.Type is TimexType.Date or TimexType.Time && (time.Timex.From ?? time.Timex.To) is not null && OwnerOf(time) is { } hit) _times.TryAdd(hit, time);
        foreach (var place in mentions.Places)
            if (place.Role == PlaceRole.Literal && place.Place is not null && OwnerOf(place) is { } hit) _places.TryAdd(hit, place);
        foreach (var quantity in mentions.Quantities)
        {
            if (OwnerOf(quantity) is not { } hit) continue;
            if (!_figures.TryGetValue(hit, out var list)) _figures.Add(hit, list = ImmutableArray.CreateBuilder<QuantityMention>());
            list.Add(quantity);
        }

        Hit? OwnerOf(Mention mention)
        {
            if (mention.Head < 0 || mention.Head >= document.Count) return null;
            var word = document[mention.Head];
            return maps[word.SentenceIndex]?.OwnerOf(word);
        }
    }

    internal ImmutableArray<QuantityMention> Figures(Hit hit) => _figures.TryGetValue(hit, out var list) ? list.ToImmutable() : [];

    internal PlaceMention? Place(Hit hit) => _places.GetValueOrDefault(hit);

    /// <summary>From the clause's own words, else as far as the report's date bounds it.</summary>
    internal ClaimTime? Time(Hit hit, ClaimStatus status)
    {
        if (_times.TryGetValue(hit, out var time)) return new(time.Timex.From, time.Timex.To, TimeBasis.Explicit);
        if (_published is not { } day) return null;
        return status switch
        {
            ClaimStatus.Planned => new(day, null, TimeBasis.Document),
            ClaimStatus.Ongoing => new(day, day, TimeBasis.Document),
            ClaimStatus.Occurred or ClaimStatus.Denied or ClaimStatus.NotOccurred => new(null, day, TimeBasis.Document),
            _ => null,
        };
    }
}
