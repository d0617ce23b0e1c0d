using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Mentions.Turns;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Finds entities by name, description and pronoun, resolves them to the registry and joins what is one in the report.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class EntityFinder
{
    private readonly NameFinder _names;
    private readonly Namesakes _namesakes;
    private readonly NominalFinder _nominals;
    private readonly PronounFinder _pronouns;
    private readonly Describer _describer;
    private readonly StateAgents _agents;
    private readonly TitleWords _titles;
    private readonly OrgHeads _heads;
    private readonly Allegiance _allegiance;
    private readonly ChainBuilder _chains;
    private readonly NameTagger _tagger;

    internal EntityFinder(LanguagePack pack, ActorRegistry registry)
    {
        var agents = new AgentWords(pack);
        var nouns = new EntityNouns(pack);
        _tagger = new(pack);
        _names = new(registry, _tagger, agents);
        _namesakes = new(nouns, _tagger);
        _nominals = new(agents, nouns);
        _pronouns = new(pack);
        _describer = new(agents);
        _agents = new(pack, registry);
        _titles = new(pack, agents);
        _heads = new(pack);
        _allegiance = new(pack);
        _chains = new(new(nouns, _titles), new(_pronouns, pack.Read("languages/en/entities/answers.tsv", "lemma", "example").Rows.Select(row => row["lemma"]).ToHashSet(StringComparer.Ordinal)), new(nouns, _titles));
    }

    internal ImmutableArray<EntityMention> Find(Report report, Document document, IReadOnlyList<NameSpan> names, ImmutableArray<PlaceMention> places, ImmutableArray<Turn> turns)
    {
        if (document.Count == 0) return [];
        var known = new ActorMatch?[document.Count];
        var covered = new EntityDraft?[document.Count];
        var drafts = _names.Find(document, names, known);
        DropDatelines(document, drafts, known);
        _namesakes.Resolve(document, drafts, known);
        Locate(drafts, places);
        foreach (var name in drafts)
        {
            Cover(covered, name);
            SetGender(name);
        }
        var described = drafts.Count;
        _nominals.Find(document, covered, drafts);
        _pronouns.Find(document, covered, drafts);
        for (var i = described; i < drafts.Count; i++) Cover(covered, drafts[i]);
        Describe(drafts, covered, known, report.Published);
        drafts.Sort(InOrder);
        StandAt(drafts, document, places);
        var chains = _chains.Build(drafts, covered, turns);
        drafts.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return Assemble(drafts, chains);
    }

    /// <summary>The chains of mentions that are given, as words <c>[First, End)</c>: for measuring the chains apart from the finding.</summary>
    internal Dictionary<(int First, int End), int> Link(Report report, Document document, IReadOnlyList<NameSpan> names, IEnumerable<(int First, int End)> spans)
    {
        var known = new ActorMatch?[document.Count];
        var covered = new EntityDraft?[document.Count];
        var found = _names.Find(document, names, known);
        _namesakes.Resolve(document, found, known);
        foreach (var name in found)
        {
            Cover(covered, name);
            SetGender(name);
        }
        var drafts = new List<EntityDraft>();
        foreach (var (first, end) in spans) drafts.Add(Given(document, first, end, found));
        Array.Clear(covered);
        foreach (var draft in drafts) if (draft.Kind == MentionKind.Name) Cover(covered, draft);
        foreach (var draft in drafts) if (draft.Kind != MentionKind.Name) covered[draft.Head] ??= draft;
        Describe(drafts, covered, known, report.Published);
        drafts.Sort(InOrder);
        var chains = _chains.Build(drafts, covered, []);
        return drafts.ToDictionary(d => d.Given ?? (d.First, d.End), d => chains.IndexOf(d.Chain));
    }

    private EntityDraft Given(Document document, int first, int end, List<EntityDraft> names)
    {
        var draft = new EntityDraft(document, first, end, MentionKind.Name, EntityType.Org);
        var head = document[draft.Head];
        var name = names.Find(n => n.First <= draft.Head && draft.Head < n.End);
        if (end == first + 1 && _pronouns.Of(head) is { } pronoun)
            return new(document, first, end, MentionKind.Pronoun, EntityType.Person) { Head = first, Gender = pronoun.Gender, Number = pronoun.Number };
        if (name is not null || head.Upos == Upos.Propn)
        {
            return new(document, Math.Max(first, name?.First ?? first), Math.Min(end, name?.End ?? end), MentionKind.Name, name?.Type ?? EntityType.Org)
            {
                Actor = name?.Actor,
                Use = name?.Use,
                Gender = name?.Gender ?? Genders.Unknown,
                Number = name?.Number ?? Numbers.Unknown,
                Given = (first, end),
            };
        }
        return _nominals.Describe(document, first, end, draft.Head);
    }

    private void Describe(List<EntityDraft> drafts, EntityDraft?[] covered, ActorMatch?[] known, DateOnly? day)
    {
        foreach (var draft in drafts)
        {
            if (NominalLinks.IsLiteralCapital(draft)) (draft.Actor, draft.Country) = (null, draft.Actor?.Country);
            if (draft.Kind == MentionKind.Nominal) draft.Actor ??= (day is { } on ? _agents.Holder(draft, covered, on) : null) ?? _agents.Body(draft, covered);
            _describer.Describe(draft, covered, known, day);
            if (draft.Kind == MentionKind.Nominal && draft.Type == EntityType.Person) draft.Bearer = _titles.BearerOf(draft, covered);
            if (draft.Type == EntityType.Person) draft.Titles = TitlesOf(draft, day);
        }
        _allegiance.Give(drafts, covered);
        _heads.Give(drafts);
        HomeCountry.Give(drafts);
    }

    /// <summary>From left to right, the longer first; yet 'its' before 'its troops', as whose they are tells who they are, and a name before its title.</summary>
    private static int InOrder(EntityDraft a, EntityDraft b) =>
        a.Bearer == b ? 1 : b.Bearer == a ? -1 :
        Place(a) != Place(b) ? Place(a).CompareTo(Place(b)) :
        a.First != b.First ? a.First.CompareTo(b.First) : a.Kind == MentionKind.Pronoun != (b.Kind == MentionKind.Pronoun) ? (a.Kind == MentionKind.Pronoun ? -1 : 1) : b.End.CompareTo(a.End);

    private static int Place(EntityDraft draft) => draft.Bearer?.First ?? draft.First;

    /// <summary>A dateline names where a dispatch was written, nobody it speaks of.</summary>
    private static void DropDatelines(Document document, List<EntityDraft> names, ActorMatch?[] known)
    {
        foreach (var sentence in document.Sentences)
        {
            var end = sentence.BodyStart;
            if (end == sentence.First) continue;
            names.RemoveAll(name => name.First >= sentence.First && name.First < end);
            known.AsSpan(sentence.First, end - sentence.First).Clear();
        }
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

    private ImmutableArray<string> TitlesOf(EntityDraft draft, DateOnly? day) => draft.Kind switch
    {
        MentionKind.Name => [.. _titles.Of(draft), .. draft.Actor is { } person ? _agents.OfficesOf(person, day) : []],
        MentionKind.Nominal => _titles.Is(draft) is { } title ? [title] : [],
        _ => [],
    };

    /// <summary>Tells on whose ground the police, officials and courts of a sentence stand.</summary>
    private static void StandAt(List<EntityDraft> drafts, Document document, ImmutableArray<PlaceMention> places)
    {
        var grounds = new Dictionary<int, string?>();
        foreach (var place in places)
        {
            if (place is not { Role: PlaceRole.Literal, Place.Country: { } country, Head: >= 0 }) continue;
            var sentence = document[place.Head].SentenceIndex;
            grounds[sentence] = grounds.TryGetValue(sentence, out var other) && other != country ? null : country;
        }
        foreach (var draft in drafts)
            if (draft is { Kind: MentionKind.Nominal, Sectors: ["COP" or "GOV" or "JUD" or "LEG", ..] }) draft.Ground = grounds.GetValueOrDefault(draft.Sentence);
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
                Name = chain.Best.Kind == MentionKind.Pronoun ? draft.Text : adjective ? chain.Best.Text : chain.Name,
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
