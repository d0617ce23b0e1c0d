using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>Gives a country to participants whose own words name none: the country of the place where it happens, else that of the other side at home.</summary>
internal sealed class HomeFinder(FrameTable frames, ActorWords actors, Document document, MentionSet mentions)
{
    /// <summary>Share of a report's countries that one must have for the report to be about its home affairs.</summary>
    private const double Dominant = 0.75;

    /// <summary>Share that one must have for strangers named in a report to be its people.</summary>
    private const double Most = 0.5;

    private readonly string? _home = Home(mentions, Dominant);
    private readonly string? _main = Home(mentions, 0);
    private readonly string? _mostly = Home(mentions, Most);

    /// <summary>Acts that happen to those who are where they happen.</summary>
    private static readonly string[] OnTheSpot = ["protest", "coerce", "attack", "mobilize", "repress", "sanction", "lift-blockade", "disarm", "ease-restrictions", "rescue", "investigate", "indict", "convict"];

    /// <summary>Acts between states and other parties, where an unnamed country says nothing.</summary>
    private static readonly string[] Abroad = ["consult", "cooperate", "aid", "support", "agree", "accord"];

    internal void Settle(Hit hit, PlaceMention? place)
    {
        var where = place?.Place?.Country;
        var isOnTheSpot = Is(hit, OnTheSpot);
        if (isOnTheSpot && where is not null && !hit.Actors.Any(actor => actor.Span.Overlaps(place!.Span)))
        {
            hit.Recipients = hit.Recipients.IsEmpty && !hit.Frame.Reciprocal ? [new(place!.Span, place.Name, where, [], null)] : At(hit.Recipients, where);
            hit.Actors = At(hit.Actors, where);
        }
        // on the ground of somebody else: in neutral Geneva
        if (where is not null && hit.Frame.Name is "meet" or "talk" or "negotiate" && hit.Actors.Length > 1 && hit.Actors.All(actor => actor.Country is not null && actor.Country != where) && frames.Find("meet.third-party") is { } neutral) hit.Frame = neutral;
        if (_home is not null)
        {
            hit.Actors = At(hit.Actors, _home);
            hit.Recipients = At(hit.Recipients, _home);
        }
        if (Is(hit, Abroad)) return;
        // abroad, an army's victims are not its own people: at home only where the report is mostly of that country
        if (hit.Actors is [{ Country: { } home }, ..] && (_main is null || _main == home)) hit.Recipients = At(hit.Recipients, home, _main is null || _mostly == home);
        else if (hit.Recipients is [{ Country: { } host } there, ..] && isOnTheSpot && !IsPeople(there)) hit.Actors = At(hit.Actors, host);
    }

    /// <summary>Those described, not named, and persons the registry does not know are put at home.</summary>
    private ImmutableArray<Participant> At(ImmutableArray<Participant> participants, string country, bool andNamed = true)
    {
        if (participants.All(p => p.Country is not null)) return participants;
        return [.. participants.Select(p => p.Country is null && MayBeLocal(p, andNamed) ? p with { Country = country } : p)];
    }

    private bool MayBeLocal(Participant participant, bool andNamed)
    {
        var isPerson = false;
        if (document.TokensIn(participant.Span) is { Count: > 0 } phrase && actors.IsRelational(phrase[phrase.Count - 1])) return false;
        foreach (var word in document.TokensIn(participant.Span))
        {
            var mention = actors.MentionAt(word);
            if (mention is { Kind: MentionKind.Name, Type: not (EntityType.Person or EntityType.Norp) }) return false;
            if (!andNamed && mention is { Kind: MentionKind.Name, Type: EntityType.Person }) return false;
            isPerson |= mention?.Type is EntityType.Person or EntityType.Norp;
            // 'the governments', 'other countries': several are not one's own
            if (word.Xpos == "NNS" && word.Lemma is "government" or "country" or "nation" or "state" or "leader" or "minister") return false;
        }
        return isPerson || document.TokensIn(participant.Span) is var words && (words.Count == 0 || words[words.Count - 1].Upos != Upos.Propn);
    }

    /// <summary>The country that a report of several sentences is all about; null where there is none.</summary>
    private static string? Home(MentionSet mentions, double share)
    {
        const int Few = 4;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        foreach (var mention in mentions.Entities)
        {
            if (mention.Country is not { Length: 3 } country || country is "IGO" or "NGO") continue;
            counts[country] = counts.GetValueOrDefault(country) + 1;
            all++;
        }
        if (all < Few) return null;
        var most = counts.MaxBy(pair => pair.Value);
        return most.Value >= share * all ? most.Key : null;
    }

    /// <summary>'questioned five Iraqis': whose people they are is not where they are questioned.</summary>
    private bool IsPeople(Participant participant) =>
        document.TokensIn(participant.Span) is { Count: > 0 } phrase && actors.MentionAt(phrase[phrase.Count - 1]) is { Type: EntityType.Norp };

    private bool Is(Hit hit, string[] roots)
    {
        foreach (var root in roots) if (frames.Is(hit.Frame.Name, root)) return true;
        return false;
    }
}
