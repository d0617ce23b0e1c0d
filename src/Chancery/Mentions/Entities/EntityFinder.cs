using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Finds entities by name, description and pronoun, resolves them to the registry and joins what is one in the report.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class EntityFinder
{
    private readonly NameFinder _names;
    private readonly NominalFinder _nominals;
    private readonly PronounFinder _pronouns;
    private readonly Describer _describer;
    private readonly ChainBuilder _chains;
    private readonly NameTagger _tagger;

    internal EntityFinder(LanguagePack pack, ActorRegistry registry)
    {
        var agents = new AgentWords(pack);
        var nouns = new EntityNouns(pack);
        _tagger = new(pack);
        _names = new(registry);
        _nominals = new(agents, nouns);
        _pronouns = new(pack);
        _describer = new(agents, nouns);
        _chains = new(new(nouns), new(_pronouns), new(nouns));
    }

    internal ImmutableArray<EntityMention> Find(Report report, Document document, IReadOnlyList<NameSpan> names, ImmutableArray<PlaceMention> places)
    {
        var known = new ActorMatch?[document.Count];
        var covered = new EntityDraft?[document.Count];
        var drafts = _names.Find(document, names, known);
        Locate(drafts, places);
        foreach (var name in drafts)
        {
            Cover(covered, name);
            SetGender(name);
        }
        var described = drafts.Count;
        _nominals.Find(document, covered, drafts);
        _pronouns.Find(document, covered, drafts);
        foreach (var draft in drafts)
        {
            if (NominalLinks.IsLiteralCapital(draft)) (draft.Actor, draft.Country) = (null, draft.Actor?.Country);
            _describer.Describe(draft, covered, known, report.Published);
        }
        for (var i = described; i < drafts.Count; i++) Cover(covered, drafts[i]);
        drafts.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return Assemble(drafts, _chains.Build(drafts, covered));
    }

    /// <summary>A place that is no actor of the registry belongs to the state it lies in.</summary>
    private static void Locate(List<EntityDraft> names, ImmutableArray<PlaceMention> places)
    {
        var at = 0;
        foreach (var name in names)
        {
            while (at < places.Length && places[at].Span.End <= name.Span.Start) at++;
            if (name.Actor is not null || name.Type is not (EntityType.Place or EntityType.Norp)) continue;
            if (at < places.Length && places[at].Span.Overlaps(name.Span) && places[at] is { Place.Country: { } country, Role: not PlaceRole.InName }) name.Country = country;
        }
    }

    /// <summary>A description covers its head alone: the names inside it keep their words.</summary>
    private static void Cover(EntityDraft?[] covered, EntityDraft draft)
    {
        if (draft.Kind != MentionKind.Name) covered[draft.Head] ??= draft;
        else for (var i = draft.First; i < draft.End; i++) covered[i] = draft;
    }

    private void SetGender(EntityDraft name)
    {
        if (name.Type != EntityType.Person)
        {
            name.Gender = Genders.Thing;
            return;
        }
        name.Number = Numbers.One;
        var gender = name.End - name.First > 1 ? (Genders)_tagger.GenderOf(name.Document[name.First].Chars) : Genders.None;
        name.Gender = gender == Genders.None ? Genders.Anyone : gender;
        if (name.First == 0) return;
        var title = name.Document[name.First - 1].Chars;
        if (title is "Mr." or "Mr" or "Sir" or "Lord" or "King" or "Prince") name.Gender = Genders.Male;
        else if (title is "Mrs." or "Ms." or "Mrs" or "Ms" or "Miss" or "Queen" or "Princess" or "Lady") name.Gender = Genders.Female;
    }

    private static ImmutableArray<EntityMention> Assemble(List<EntityDraft> drafts, List<EntityChain> chains)
    {
        var numbers = new Dictionary<EntityChain, int>(chains.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < chains.Count; i++) numbers[chains[i]] = i;
        var mentions = ImmutableArray.CreateBuilder<EntityMention>(drafts.Count);
        foreach (var draft in drafts)
        {
            var chain = draft.Chain;
            var adjective = draft.Type == EntityType.Norp;
            mentions.Add(new(draft.Span, draft.Head, draft.Kind, draft.Kind == MentionKind.Pronoun ? chain.Type : draft.Type)
            {
                Name = chain.Actor is { Type: not EntityType.Place } actor && !adjective ? actor.Name : chain.Best.Text,
                Actor = draft.Actor ?? (adjective ? null : chain.Actor),
                Country = draft.Country ?? chain.Country,
                Sectors = draft.Sectors.IsEmpty && !adjective ? chain.Sectors : draft.Sectors,
                Chain = numbers[chain],
                Members = [.. draft.Members.Select(m => numbers[m])],
            });
        }
        return mentions.MoveToImmutable();
    }
}
