using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>When and where an action took place and how many it concerned, as far as its own clause says.</summary>
internal sealed class Circumstances
{
    private readonly Dictionary<Hit, (ClaimTime Time, int Head)> _times = [];
    private readonly Dictionary<Hit, PlaceMention> _places = [];
    private readonly Dictionary<Hit, ImmutableArray<QuantityMention>.Builder> _figures = [];
    private readonly DateOnly? _published;

    internal Circumstances(Report report, Document document, MentionSet mentions, IReadOnlyList<ClauseMap?> maps)
    {
        _published = report.Published;
        for (var i = 0; i < mentions.Times.Length; i++)
        {
            var (from, to) = (mentions.Times[i].Timex.From, mentions.Times[i].Timex.To);
            if (mentions.Times[i].Timex.Type is not (TimexType.Date or TimexType.Time) || (from ?? to) is null || OwnerOf(mentions.Times[i]) is not { } hit) continue;
            if (i + 1 < mentions.Times.Length && IsRange(document.Text, mentions.Times[i], mentions.Times[i + 1]) && mentions.Times[i + 1].Timex.To is { } end && !(end < from)) to = end;
            _times.TryAdd(hit, (new(from, to, TimeBasis.Explicit), mentions.Times[i].Head));
        }
        foreach (var place in mentions.Places)
        {
            if (place.Role != PlaceRole.Literal || place.Place is null || OwnerOf(place) is not { } hit) continue;
            // 'a jet bound for Grozny crashed near Aktau': where it happened hangs on the act itself
            if (!_places.TryGetValue(hit, out var other) || document[place.Head].HeadIndex == hit.Verb.Index && document[other.Head].HeadIndex != hit.Verb.Index) _places[hit] = place;
        }
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

    /// <summary>'from 3 to 7 March', 'between Monday and Friday', 'March 3-5': two times that are one stretch.</summary>
    private static bool IsRange(string text, TimeMention first, TimeMention second)
    {
        if (second.Span.Start < first.Span.End || second.Timex.Type != first.Timex.Type) return false;
        return text.AsSpan(first.Span.End..second.Span.Start).Trim() switch
        {
            "to" or "through" or "until" or "till" or "-" or "–" => true,
            "and" => text.AsSpan(0, first.Span.Start).TrimEnd().EndsWith("between", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    internal ImmutableArray<QuantityMention> Figures(Hit hit) => _figures.TryGetValue(hit, out var list) ? list.ToImmutable() : [];

    internal PlaceMention? Place(Hit hit) => _places.GetValueOrDefault(hit);

    /// <summary>From the clause's own words, else as far as the report's date bounds it.</summary>
    internal ClaimTime? Time(Hit hit, ClaimStatus status)
    {
        if (_times.TryGetValue(hit, out var own)) return own.Time;
        // 'called for a rally on Sunday': the day behind what is asked for is its day, whatever the tree hangs it on
        if (status is ClaimStatus.Demanded or ClaimStatus.Planned && hit is { Predication.IsVerb: false, Outer: { } asked } && _times.TryGetValue(asked, out var outer) && outer.Head > hit.Word.Index && asked.Word.Index < hit.Word.Index) return outer.Time;
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
