using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Reads country and sectors off the words around a mention: 'North Korean soldiers', 'the ministry of Russia', 'Foreign Minister Lavrov'.</summary>
internal sealed class Describer(AgentWords agents)
{
    private const int Reach = 8;

    /// <param name="draft">The mention.</param>
    /// <param name="covered">For every word the name it belongs to.</param>
    /// <param name="known">For every word the registry's match.</param>
    /// <param name="day">Day of the report: offices are read on it.</param>
    internal void Describe(EntityDraft draft, EntityDraft?[] covered, ActorMatch?[] known, DateOnly? day)
    {
        if (draft.Actor is { Type: EntityType.Org } body && Namesake(draft, body, covered) is { } country) (draft.Actor, draft.Use, draft.Country) = (null, null, country);
        if (draft.Actor is { } actor) FromActor(draft, actor, day);
        if (draft.Kind == MentionKind.Pronoun || draft.Type is EntityType.Norp or EntityType.Place && draft.Kind == MentionKind.Name) return;
        var document = draft.Document;
        if (draft is { Kind: MentionKind.Name, Actor: null } && known[draft.First] is { Best.Use: NameUse.Adjective } adjective && adjective.End < draft.End) draft.Country ??= CountryOf(adjective);
        draft.Country ??= CountryBefore(document, PhraseStart(draft), draft.Kind == MentionKind.Name ? draft.End : draft.Head, draft, covered, known)
            ?? CountryBehind(draft, covered, known);
        if (draft.Sectors.IsEmpty) draft.Sectors = draft.Kind == MentionKind.Name && draft.Type == EntityType.Org ? SectorsOfName(draft) : SectorsBefore(draft);
        if (draft.Kind == MentionKind.Nominal) draft.Sectors = WithModifiers(draft);
    }

    private static void FromActor(EntityDraft draft, Actor actor, DateOnly? day)
    {
        draft.Country = actor.Country;
        if (draft.Use is NameUse.Adjective or NameUse.People) return;
        if (actor.Type == EntityType.Person) draft.Sectors = SectorsOn(actor, day);
        else draft.Sectors = !actor.Sectors.IsEmpty ? actor.Sectors : actor.Type == EntityType.Place && actor.Country is not null ? ["GOV"] : [];
    }

    private static ImmutableArray<string> SectorsOn(Actor person, DateOnly? day)
    {
        ImmutableArray<string> held = [.. person.Offices.Where(o => day is null ? o.To is null : o.HeldOn(day.Value)).Select(o => o.Sector).Where(s => s.Length > 0).Distinct()];
        if (!held.IsEmpty) return held;
        if (!person.Sectors.IsEmpty) return person.Sectors;
        return person.Offices.IsEmpty ? [] : [person.Offices[^1].Sector];
    }

    /// <summary>'the Egyptian Islamic Jihad': of another country than the body the registry knows by the words alone, and so another body; its country.</summary>
    private static string? Namesake(EntityDraft name, Actor body, EntityDraft?[] covered)
    {
        if (name.First == 0 || body.Country is not { Length: 3 } known || known is "IGO" or "NGO" || covered[name.First - 1] is not { Type: EntityType.Norp, Actor.Country: { } country } || country == known) return null;
        var document = name.Document;
        // 'Egyptian Hamas envoys': the adjective is theirs
        return name.End < document[name.Head].Sentence.End && document[name.End] is { Upos: Upos.Noun or Upos.Propn, Lemma: not ("group" or "organization" or "movement" or "branch" or "faction" or "cell") } ? null : country;
    }

    /// <summary>The first word of the run of titles and adjectives in front of a mention.</summary>
    private static int PhraseStart(EntityDraft draft)
    {
        var document = draft.Document;
        var first = draft.First;
        var sentence = document[draft.Head].Sentence.First;
        for (var step = 0; step < Reach && first > sentence; step++, first--)
        {
            var before = document[first - 1];
            var joins = before.Upos is Upos.Adj or Upos.Noun or Upos.Propn || before.Chars is "'s" or "’s" or "'" or "’" or "-";
            if (!joins) break;
        }
        return first;
    }

    /// <summary>The country named nearest before the head: by adjective, name or owner.</summary>
    private static string? CountryBefore(Document document, int first, int end, EntityDraft self, EntityDraft?[] covered, ActorMatch?[] known)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (i + 1 < document.Count && document[i + 1].Chars is "-" && i + 1 < end) continue;
            if (covered[i] is { } name && !ReferenceEquals(name, self) && (name.Type != EntityType.Person || IsOwner(document, name.End)) && name.Country is { } country) return country;
            if (known[i] is { } match && !IsOfPerson(self, match) && CountryOf(match) is { } code) return code;
        }
        return null;
    }

    /// <summary>'Roy Trinidad', 'Israel Katz': the name of a person is not of the state that it sounds like; 'Hussein of Jordan' is.</summary>
    private static bool IsOfPerson(EntityDraft self, ActorMatch match) =>
        self is { Kind: MentionKind.Name, Type: EntityType.Person } && match.First >= self.First && (match.End == self.End || match.Best.Use == NameUse.Name)
        && !(match.First > self.First && self.Document[match.First - 1].Lemma == "of");

    private static bool IsOwner(Document document, int end) => end < document.Count && document[end].Chars is "'s" or "’s" or "'" or "’";

    /// <summary>'of Russia', 'from the Russian Federation', and for people also 'in Georgia'.</summary>
    private static string? CountryBehind(EntityDraft draft, EntityDraft?[] covered, ActorMatch?[] known)
    {
        var document = draft.Document;
        var end = Math.Min(document[draft.Head].Sentence.End, draft.End + Reach);
        for (var i = draft.End; i < end; i++)
        {
            var token = document[i];
            var opens = token.Chars is "of" or "from" || (token.Chars is "in" or "for" && draft.Kind == MentionKind.Nominal);
            if (!opens) return null;
            for (i++; i < end && document[i].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn; i++)
            {
                if (covered[i] is { Country: { } country, Type: not EntityType.Person }) return country;
                if (known[i] is { } match && CountryOf(match) is { } code) return code;
            }
            i--;
        }
        return null;
    }

    private static string? CountryOf(ActorMatch match)
    {
        var best = match.Best;
        if (best.Use is NameUse.Surname || best.Actor.Type == EntityType.Person) return null;
        return best.Actor.Country;
    }

    /// <summary>The title before a person's name, or the noun itself: the longest phrase of agents that ends right there.</summary>
    private ImmutableArray<string> SectorsBefore(EntityDraft draft)
    {
        var document = draft.Document;
        if (draft.Kind == MentionKind.Nominal) return draft.Sectors;
        var at = draft.First - 1;
        if (at < document[draft.Head].Sentence.First) return [];
        if (agents.Nouns.EndingAt(document, at) is { } noun) return noun.Value;
        return agents.Titles.EndingAt(document, at) is { } title ? title.Value : [];
    }

    /// <summary>An organization's sector shows in its head: the word before 'of', else its last.</summary>
    private ImmutableArray<string> SectorsOfName(EntityDraft draft)
    {
        var document = draft.Document;
        return agents.Nouns.EndingAt(document, OrgHeads.HeadOf(draft)) is { } noun ? noun.Value : [];
    }

    private ImmutableArray<string> WithModifiers(EntityDraft draft)
    {
        var document = draft.Document;
        for (var i = draft.Head - 1; i >= draft.First; i--)
        {
            if (agents.Modifiers.EndingAt(document, i) is { Value: { IsEmpty: false } sectors })
                return [.. sectors, .. draft.Sectors.Except(sectors, StringComparer.Ordinal)];
        }
        return draft.Sectors;
    }
}
