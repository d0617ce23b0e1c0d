using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>Gives a country to participants whose own words name none: the country of the place where it happens, else that of the other side at home.</summary>
internal sealed class HomeFinder(FrameTable frames, ActorWords actors, Document document)
{
    /// <summary>Acts that happen to those who are where they happen.</summary>
    private static readonly string[] OnTheSpot = ["protest", "coerce", "attack", "mobilize", "repress", "sanction", "lift-blockade", "disarm", "ease-restrictions", "rescue"];

    /// <summary>Acts between states and other parties, where an unnamed country says nothing.</summary>
    private static readonly string[] Abroad = ["consult", "cooperate", "aid", "support", "agree", "accord"];

    internal void Settle(Hit hit, PlaceMention? place)
    {
        var where = place?.Place?.Country;
        var isOnTheSpot = Is(hit, OnTheSpot);
        if (isOnTheSpot && where is not null)
        {
            hit.Recipients = hit.Recipients.IsEmpty && !hit.Frame.Reciprocal ? [new(place!.Span, place.Name, where, [], null)] : At(hit.Recipients, where);
            hit.Actors = At(hit.Actors, where);
        }
        if (Is(hit, Abroad)) return;
        if (hit.Actors is [{ Country: { } home }, ..]) hit.Recipients = At(hit.Recipients, home);
        else if (hit.Recipients is [{ Country: { } host }, ..] && isOnTheSpot) hit.Actors = At(hit.Actors, host);
    }

    /// <summary>Those described, not named, and persons the registry does not know are put at home.</summary>
    private ImmutableArray<Participant> At(ImmutableArray<Participant> participants, string country)
    {
        if (participants.All(p => p.Country is not null)) return participants;
        return [.. participants.Select(p => p.Country is null && MayBeLocal(p) ? p with { Country = country } : p)];
    }

    private bool MayBeLocal(Participant participant)
    {
        foreach (var word in document.TokensIn(participant.Span))
            if (actors.MentionAt(word) is { Kind: MentionKind.Name, Type: not (EntityType.Person or EntityType.Norp) }) return false;
        return true;
    }

    private bool Is(Hit hit, string[] roots)
    {
        foreach (var root in roots) if (frames.Is(hit.Frame.Name, root)) return true;
        return false;
    }
}
