using Chancery.Coding.Lexicons;
using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>Tells which words of one report stand for somebody who can act: those mentioned by name, description or pronoun, and words for people and bodies.</summary>
internal sealed class ActorWords
{
    private static readonly string[] ActingClasses = ["people", "armed", "police", "officials", "org", "protesters", "workers", "troops", "refugees", "diplomat", "rebels", "civilians", "prisoner"];
    private static readonly string[] InertClasses = ["talks", "deal", "plan", "law", "resolution", "rule", "ties", "sanctions", "decision", "act", "violence", "aid", "relief", "money", "displeasure", "will"];
    private readonly FrameLexicon _lexicon;
    private readonly NounFields _fields;
    private readonly EntityMention?[] _byHead;
    private readonly EntityMention?[] _covering;
    private readonly PlaceMention?[] _placeAt;
    private readonly bool[] _isTime;
    private readonly Dictionary<int, EntityMention> _byChain = [];
    private readonly Dictionary<string, EntityMention> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<EntityMention>> _bySentence = [];
    private readonly Document _document;

    internal ActorWords(Document document, MentionSet mentions, FrameLexicon lexicon, NounFields fields)
    {
        (_lexicon, _fields) = (lexicon, fields);
        _document = document;
        _byHead = new EntityMention?[document.Count];
        _covering = new EntityMention?[document.Count];
        _placeAt = new PlaceMention?[document.Count];
        _isTime = new bool[document.Count];
        foreach (var mention in mentions.Entities)
        {
            if (mention.Head < 0 || mention.Head >= document.Count) continue;
            if (mention.Country is { } country)
            {
                if (IsState(mention) && (mention.Type != EntityType.Norp || !_states.ContainsKey(country)) && (!_states.TryGetValue(country, out var named) || named.Type == EntityType.Norp)) _states[country] = mention;
                var sentence = document[mention.Head].SentenceIndex;
                if (!_bySentence.TryGetValue(sentence, out var there)) _bySentence.Add(sentence, there = []);
                there.Add(mention);
            }
            if (_byHead[mention.Head] is not { } other || Better(mention, other)) _byHead[mention.Head] = mention;
            if (mention.Kind != MentionKind.Name) continue;
            _byChain.TryAdd(mention.Chain, mention);
            foreach (var token in document.TokensIn(mention.Span)) _covering[token.Index] ??= mention;
        }
        foreach (var place in mentions.Places) if (place.Role != PlaceRole.InName && place.Head >= 0 && place.Head < document.Count) _placeAt[place.Head] ??= place;
        foreach (var time in mentions.Times) foreach (var token in document.TokensIn(time.Span)) _isTime[token.Index] = true;
    }

    /// <summary>The mention headed by a word, else the name it is part of; null where it is in none.</summary>
    internal EntityMention? MentionAt(Token word) => _byHead[word.Index] ?? _covering[word.Index];

    /// <summary>Those meant by a group, each where the report first names it; none where it is no group or one of them has no name.</summary>
    internal List<EntityMention> Members(EntityMention group)
    {
        var members = new List<EntityMention>(group.Members.Length);
        foreach (var chain in group.Members) if (_byChain.TryGetValue(chain, out var member)) members.Add(member);
        if (members.Count != group.Members.Length) return [];
        return members.TrueForAll(IsState) && JustNamed(group) is { } just ? just : members;
    }

    /// <summary>
    /// The states of those spoken of right before a group, where they are as many as it has members: after 'a trip by Kim to Russia',
    /// 'the two countries' are theirs, whatever capital a dateline names.
    /// </summary>
    private List<EntityMention>? JustNamed(EntityMention group)
    {
        var counts = new List<(string Country, int Count)>();
        for (int sentence = _document[group.Head].SentenceIndex, last = sentence - 1; sentence >= last; sentence--)
        {
            foreach (var mention in _bySentence.GetValueOrDefault(sentence) ?? [])
            {
                if (mention.Span.End > group.Span.Start || mention.Country is not { } country || !_states.ContainsKey(country)) continue;
                var at = counts.FindIndex(other => other.Country == country);
                if (at < 0) counts.Add((country, 1));
                else counts[at] = (country, counts[at].Count + 1);
            }
            if (counts.Count >= group.Members.Length) break;
        }
        var wanted = group.Members.Length;
        if (counts.Count < wanted) return null;
        // of three countries the two that are spoken of more often
        var least = counts.Select(other => other.Count).Order().ElementAt(counts.Count - wanted);
        var most = counts.FindAll(other => other.Count >= least);
        return most.Count == wanted ? most.ConvertAll(other => _states[other.Country]) : null;
    }

    /// <summary>The two states whose people and bodies a sentence names; none where it names those of fewer or more.</summary>
    internal List<EntityMention> TwoStates(int sentence)
    {
        var found = new List<EntityMention>(2);
        foreach (var mention in _bySentence.GetValueOrDefault(sentence) ?? [])
            if (mention.Country is { Length: 3 } country && country is not ("IGO" or "NGO") && !found.Exists(other => other.Country == country)) found.Add(_states.GetValueOrDefault(country) ?? mention);
        return found.Count == 2 ? found : [];
    }

    private static bool IsState(EntityMention mention) => mention.Actor is { } actor && actor.Id.StartsWith("state/", StringComparison.Ordinal);

    internal bool IsInName(Token word) => _covering[word.Index] is not null;

    /// <summary>True for a word of a date or duration: it is nobody.</summary>
    internal bool IsTime(Token word) => _isTime[word.Index];

    /// <summary>The place a word names; null where it names none.</summary>
    internal PlaceMention? PlaceAt(Token word) => _placeAt[word.Index];

    /// <summary>True for what cannot act: events, works and products, and words for texts, talks, rules and deeds.</summary>
    internal bool IsInert(Token word)
    {
        if (MentionAt(word) is { Type: EntityType.Event or EntityType.Product or EntityType.Work }) return true;
        if (MentionAt(word) is { Kind: MentionKind.Name }) return false;
        foreach (var name in InertClasses) if (_lexicon.IsOf(name, word)) return true;
        return false;
    }

    /// <summary>True for a noun that means no one and nothing that could act: an effect, a program, a surveillance.</summary>
    internal bool IsAbstract(Token word) => word.Upos == Upos.Noun && MentionAt(word) is null && _fields.Of(word.Lemma) == NounField.Abstract;

    /// <summary>True for those who are somebody's, and no countrymen: allies, neighbors, rivals.</summary>
    internal bool IsRelational(Token word) => _lexicon.IsOf("relational", word);

    internal bool IsPlace(Token word) => _placeAt[word.Index] is not null || MentionAt(word)?.Type == EntityType.Place;

    internal bool IsPerson(Token word) =>
        MentionAt(word)?.Type is EntityType.Person or EntityType.Norp || _lexicon.IsOf("people", word) || _lexicon.IsOf("armed", word) && !_lexicon.IsOf("arms", word) && !_lexicon.IsOf("ships", word)
        || IsUnnamed(word) || word.Upos == Upos.Pron && word.Lemma is "he" or "she" or "they" or "we" or "I" || word.Upos == Upos.Num && MentionAt(word) is null;

    /// <summary>True for 'nobody', 'somebody' and 'who': a person who is not named.</summary>
    internal bool IsUnnamed(Token word) => _lexicon.IsOf("unnamed", word);

    /// <summary>True for somebody who speaks for a state or an organization, by name or by title.</summary>
    internal bool IsOfficial(Token word) =>
        _lexicon.IsOf("officials", word) || MentionAt(word) is { Type: EntityType.Person, Sectors: { IsEmpty: false } sectors } && sectors[0] is "GOV" or "MIL" or "LEG" or "JUD" or "SPY" or "IGO" or "PTY" or "OPP" or "REB";

    /// <summary>True for an organization of states or of people, by name.</summary>
    internal bool IsOrganization(Token word) => MentionAt(word) is { Kind: MentionKind.Name, Type: EntityType.Org, Country: "IGO" or "NGO" };

    /// <summary>True for a name or pronoun that stands for an army or an armed group: 'it' for the militia named before.</summary>
    internal bool IsArmedByName(Token word) =>
        MentionAt(word) is { Kind: not MentionKind.Nominal, Type: EntityType.Org, Sectors: { IsEmpty: false } sectors } && sectors[0] is "MIL" or "REB" or "PRM";

    internal bool IsActor(Token word)
    {
        if (_isTime[word.Index]) return false;
        // 'pulled back from the border': nobody lives there
        if (_lexicon.IsOf("edges", word) && MentionAt(word) is not { Kind: MentionKind.Name }) return false;
        if (MentionAt(word) is { Type: EntityType.Person or EntityType.Org or EntityType.Place or EntityType.Norp }) return true;
        if (word.Upos == Upos.Propn || IsPerson(word) || word.Upos == Upos.Pron && word.Lemma == "it") return true;
        foreach (var name in ActingClasses) if (_lexicon.IsOf(name, word)) return true;
        return false;
    }

    /// <summary>True for whoever may act: an actor, or somebody by the dictionary ('the fiancée').</summary>
    internal bool IsBeing(Token word) => IsActor(word) || word.Upos == Upos.Noun && _fields.Of(word.Lemma) == NounField.Agent;

    /// <summary>True for a noun that means something made, a place or a body.</summary>
    internal bool IsThing(Token word) => word.Upos == Upos.Noun && _fields.Of(word.Lemma) == NounField.Thing;

    private static bool Better(EntityMention one, EntityMention other) =>
        (one.Country is not null) != (other.Country is not null) ? one.Country is not null : one.Span.Length > other.Span.Length;
}
