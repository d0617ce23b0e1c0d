using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Registry;

namespace Chancery.Mentions.Places;

/// <summary>Toponyms that the registry knows: states by name, adjective or people, and the states inside names of their bodies.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class StateToponyms(ActorRegistry registry, Gazetteer gazetteer)
{
    private const string StateId = "state/";
    private const string BodyId = "body/";

    /// <summary>The state named at a word; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="signs">What the tagger saw.</param>
    /// <param name="first">The word.</param>
    /// <param name="taken">First word behind another name of the registry that starts here; 0 where there is none.</param>
    internal Toponym? At(Document document, NameSigns signs, int first, out int taken)
    {
        taken = 0;
        if (registry.Match(document, first) is not { } match) return null;
        var best = match.Best;
        if (best.Actor.Id.StartsWith(BodyId, StringComparison.Ordinal))
        {
            taken = match.End;
            // 'Russian Defense Ministry': the state is named inside the body's name.
            for (var end = match.End - 1; end > first; end--)
                if (Of(document, first, end, PlaceRole.InName) is { } inside) return inside;
            return null;
        }
        if (Of(document, first, match.End, IsInside(signs, match) ? PlaceRole.InName : null) is not { } state)
        {
            if (best.Use != NameUse.Capital && !best.Actor.Id.StartsWith("people/", StringComparison.Ordinal)) taken = match.End;
            return null;
        }
        // 'Jordan' is a given name too, 'Austria' is none: 'Ferdinand of Austria' names the state.
        return signs[first] is { Type: NameType.Person } person && person.End - person.First > match.End - first && signs.IsPersonName(first) ? null : state;
    }

    /// <summary>A state behind a prefix of the same word: 'anti-Russian', 'pro-Ukrainian'.</summary>
    internal Toponym? BehindPrefix(Document document, int word)
    {
        var text = document[word].Chars;
        var hyphen = text.IndexOf('-') + 1;
        if (hyphen >= text.Length || !char.IsUpper(text[hyphen])) return null;
        return State(text[hyphen..]) is var (place, _) ? new(word, word + 1) { Skip = hyphen, Candidates = [new(place, NameForm.None)], Form = PlaceRole.Adjective } : null;
    }

    private Toponym? Of(Document document, int first, int end, PlaceRole? inside)
    {
        var form = new TokenRange(document, first, end).Span.Of(document.Text);
        if (State(form) is not var (place, use)) return null;
        List<PlaceCandidate> candidates = [new(place, NameForm.None)];
        // A state's name may be that of a region too: Georgia.
        if (use == NameUse.Name) gazetteer.Find(form, candidates);
        return new(first, end) { Candidates = candidates, Form = inside ?? (use == NameUse.Name ? null : PlaceRole.Adjective) };
    }

    private (int Place, NameUse Use)? State(ReadOnlySpan<char> form)
    {
        foreach (var named in registry.Candidates(form))
        {
            if (named.Use is not (NameUse.Name or NameUse.Adjective or NameUse.People) || !named.Actor.Id.StartsWith(StateId, StringComparison.Ordinal)) continue;
            var place = gazetteer.OfCountry(named.Actor.Id[StateId.Length..]);
            if (place >= 0) return (place, named.Use);
        }
        return null;
    }

    private static bool IsInside(NameSigns signs, ActorMatch match) =>
        signs[match.First] is { Type: NameType.Org or NameType.Work or NameType.Product or NameType.Event } larger && (larger.First < match.First || larger.End > match.End);
}
