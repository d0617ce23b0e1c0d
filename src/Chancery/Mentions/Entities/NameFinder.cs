using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Joins the names a statistical tagger found with those the registry knows; where they cross, the longer one stands.</summary>
internal sealed class NameFinder(ActorRegistry registry, NameTagger tagger, AgentWords agents)
{
    private readonly record struct Span(int First, int End, NameSpan? Tagged, ActorMatch? Known)
    {
        internal int Length => End - First;
    }

    /// <summary>All names in text order; <paramref name="known"/> takes, for every word, the registry's match that covers it.</summary>
    internal List<EntityDraft> Find(Document document, IReadOnlyList<NameSpan> names, ActorMatch?[] known)
    {
        var spans = new List<Span>(names.Count);
        foreach (var found in names)
        {
            var name = BehindOpening(document, found);
            if (SubjectWithin(document, name) is not { } subject)
            {
                Add(name);
                continue;
            }
            Add(name with { End = subject, Type = NameType.Place });
            Add(new(subject, name.End, name.Type == NameType.Place ? NameType.Person : name.Type));
        }
        AddTitled(document, names, spans);
        for (var i = 0; i < document.Count;)
        {
            var first = document[i].Chars;
            if (first.IsEmpty || !(char.IsUpper(first[0]) || char.IsDigit(first[0]) || first.ContainsAnyInRange('A', 'Z')) || registry.Match(document, i) is not { } match)
            {
                i++;
                continue;
            }
            spans.Add(new(match.First, match.End, null, match));
            for (var k = match.First; k < match.End; k++) known[k] = match;
            i = Math.Max(i + 1, match.End);
        }
        spans.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Length.CompareTo(a.Length));
        return Merge(document, spans);

        void Add(NameSpan name)
        {
            if (!IsPair(document, name)) spans.Add(Flight(document, name) ?? new(name.First, name.End, name, null));
        }
    }

    /// <summary>'Accusing Chad of …', 'Whether Iran …': a word that opens a sentence is capitalized for that, and is no part of the name behind it where that is its object or its clause's subject.</summary>
    private static NameSpan BehindOpening(Document document, NameSpan name) =>
        name.End - name.First > 1 && document[name.First] is { Upos: Upos.Verb or Upos.Sconj or Upos.Aux } first && first.Index == first.Sentence.First && (first.HeadIndex < name.First || first.HeadIndex >= name.End) && document[name.First + 1].Upos == Upos.Propn
            ? name with { First = name.First + 1 } : name;

    /// <summary>Where who did it begins in 'In Kyiv Zelensky met the envoy', taken for one name: behind the phrase that tells where it was; null for a name that is one.</summary>
    private static int? SubjectWithin(Document document, NameSpan name)
    {
        for (var i = name.First + 1; i < name.End; i++)
            if (document[i - 1] is { Relation: Deprel.Obl, Upos: Upos.Propn, Head: { } verb } place && place.Has(Deprel.Case) && (verb.Child(Deprel.Nsubj) ?? verb.Child(Deprel.NsubjPass)) is { } subject && document[i].IsWithin(subject)) return i;
        return null;
    }

    /// <summary>'U.S.-South Korea' taken for one name: both halves are known, each stands for itself.</summary>
    private bool IsPair(Document document, NameSpan name)
    {
        for (var i = name.First + 1; i < name.End - 1; i++)
            if (document[i].Chars is "-" or "–" or "/") return registry.Match(document, name.First) is { } left && left.End == i && registry.Match(document, i + 1) is { } right && right.End >= name.End;
        return false;
    }

    /// <summary>'Malaysia Airlines Flight 17': the number is part of the name, and what is named is that one flight, no company.</summary>
    private static Span? Flight(Document document, NameSpan name)
    {
        for (var i = name.First + 1; i < name.End; i++)
            if (document[i].Chars is "Flight" && i + 1 < document.Count && document[i + 1].Upos == Upos.Num) return new(name.First, i + 2, new(name.First, i + 2, NameType.Event), null);
        return null;
    }

    /// <summary>'Mr Key', 'Health Minister Firass Abiad': whoever is called so is a person, though the tagger saw no name.</summary>
    private void AddTitled(Document document, IReadOnlyList<NameSpan> names, List<Span> spans)
    {
        var at = 0;
        for (var i = 0; i + 1 < document.Count; i++)
        {
            var (title, first) = (document[i], document[i + 1]);
            if (first.Upos != Upos.Propn || first.SentenceIndex != title.SentenceIndex || title.Chars is not [>= 'A' and <= 'Z', ..]) continue;
            while (at < names.Count && names[at].End <= i + 1) at++;
            if (at < names.Count && names[at].First <= i + 1) continue;
            var isAddress = title.Chars is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss";
            if (!isAddress && !(agents.Titles.EndingAt(document, i) is not null && IsUnheard(document, i + 1))) continue;
            var end = i + 2;
            while (end < document.Count && (at >= names.Count || end < names[at].First) && document[end] is { Upos: Upos.Propn } more && more.SentenceIndex == title.SentenceIndex && (more.Relation == Deprel.Flat || !isAddress && IsUnheard(document, end))) end++;
            spans.Add(new(i + 1, end, new(i + 1, end, NameType.Person), null));
        }
    }

    /// <summary>True for a capitalized word that is no word of the language and nothing the registry knows: 'General Assembly' names nobody.</summary>
    private bool IsUnheard(Document document, int word) =>
        document[word].Chars is { Length: > 2 } and [>= 'A' and <= 'Z', ..] and [.., >= 'a' and <= 'z'] && !tagger.IsOrdinary(document[word].Chars) && registry.Match(document, word) is null;

    private List<EntityDraft> Merge(Document document, List<Span> spans)
    {
        var kept = new List<Span>(spans.Count);
        foreach (var span in spans)
        {
            if (kept.Count == 0 || kept[^1].End <= span.First) kept.Add(span);
            else if (kept[^1].First == span.First && kept[^1].End == span.End) kept[^1] = new(span.First, span.End, kept[^1].Tagged ?? span.Tagged, kept[^1].Known ?? span.Known);
            else if (IsPersonAtEnd(kept[^1], span)) kept[^1] = kept[^1] with { Known = span.Known };
            else if (span.Length > kept[^1].Length && !(kept.Count > 1 && kept[^2].End > span.First)) kept[^1] = span;
        }
        var drafts = new List<EntityDraft>(kept.Count);
        foreach (var span in kept)
            if (Draft(document, span) is { } draft) drafts.Add(draft);
        return drafts;
    }

    /// <summary>'Ousted President Askar Akayev': the person named at the end is the one the whole names.</summary>
    private static bool IsPersonAtEnd(Span whole, Span part) =>
        whole.Known is null && part.End == whole.End && part.Known is { Best: { Actor.Type: EntityType.Person, Use: NameUse.Name } };

    private EntityDraft? Draft(Document document, Span span)
    {
        if (span.Known is not { } known) return new(document, span.First, span.End, MentionKind.Name, (EntityType)span.Tagged!.Value.Type);
        if (span.Tagged is null && !StandsAlone(document, span, known)) return null;
        var named = Choose(known, span.Tagged);
        if (named is not { } chosen) return new(document, span.First, span.End, MentionKind.Name, (EntityType)span.Tagged!.Value.Type);
        var type = chosen.Use is NameUse.Adjective or NameUse.People ? EntityType.Norp : chosen.Use == NameUse.Body ? EntityType.Org : chosen.Actor.Type;
        return new(document, span.First, span.End, MentionKind.Name, type) { Actor = chosen.Actor, Use = chosen.Use, Number = chosen.Use == NameUse.People ? Numbers.Unknown : Numbers.One };
    }

    /// <summary>What the tagger did not see as a name is one if the registry's form is not a plain word that happens to open a sentence.</summary>
    private bool StandsAlone(Document document, Span span, ActorMatch known)
    {
        if (span.Length > 1) return true;
        var token = document[span.First];
        return known.Best.Use switch
        {
            NameUse.Surname => token.Upos == Upos.Propn && (span.First > token.Sentence.First || !tagger.IsOrdinary(token.Chars)),
            NameUse.Body => span.First > token.Sentence.First,
            _ => token.Upos is Upos.Propn or Upos.Adj or Upos.Noun || span.First > token.Sentence.First,
        };
    }

    /// <summary>The likeliest actor of the tagger's type; null where the tagger saw a person and the registry knows none of the name.</summary>
    private static NamedActor? Choose(ActorMatch known, NameSpan? tagged)
    {
        if (tagged is not { } name) return known.Best;
        foreach (var candidate in known.Candidates)
            if (candidate.Actor.Type == (EntityType)name.Type) return candidate;
        return name.Type == NameType.Person && known.Best.Use is not NameUse.Surname && known.End - known.First > 1 ? null : known.Best;
    }
}
