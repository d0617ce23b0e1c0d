using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>Folds what one report tells again: 'Shoigu's visit' in every other paragraph is the visit already told.</summary>
/// <remarks>Nouns and headlines are folded, and verbs told again in the same word of the same parties, and only into a claim of the same kind whose parties include theirs; 'a previous visit' is another.</remarks>
internal sealed class RepeatFolder(FrameTable frames, Document document)
{
    private static readonly string[] OtherOnes = ["previous", "past", "future", "potential", "possible", "another", "second", "new", "next", "earlier", "last", "former", "further", "separate", "other"];

    /// <summary>How many acts of one kind a repeat is compared with: a report tells no more, and a hostile one must not cost more.</summary>
    private const int Most = 64;

    internal List<Hit> Fold(List<Hit> hits)
    {
        var kinds = new Dictionary<string, List<(Hit Hit, int At)>>(StringComparer.Ordinal);
        for (var i = 0; i < hits.Count; i++)
        {
            var root = Root(hits[i].Frame.Name);
            if (!kinds.TryGetValue(root, out var kind)) kinds.Add(root, kind = []);
            if (kind.Count < Most) kind.Add((hits[i], i));
        }
        var foldedInto = new Dictionary<Hit, Hit>();
        for (var i = 0; i < hits.Count; i++)
        {
            if (!IsFoldable(hits[i])) continue;
            foreach (var (other, at) in kinds[Root(hits[i].Frame.Name)])
            {
                if (i == at || other.IsDropped || !IsSameAct(hits[i], other) || !IsFuller(other, hits[i], at < i)) continue;
                hits[i].IsDropped = true;
                foldedInto.Add(hits[i], other);
                break;
            }
        }
        var kept = hits.FindAll(hit => !hit.IsDropped);
        foreach (var hit in kept)
            for (var step = 0; hit.Outer is { } outer && foldedInto.TryGetValue(outer, out var full) && step < Most; step++) hit.Outer = full == hit ? null : full;
        return kept;
    }

    private bool IsFoldable(Hit hit)
    {
        if (!IsHeadline(hit) && hit.Predication.IsVerb) return !hit.Recipients.IsEmpty && !IsAnother(hit);
        foreach (var child in hit.Word.Children) if (child.Relation is Deprel.Amod or Deprel.Det && OtherOnes.Contains(child.Lemma)) return false;
        return true;
    }

    /// <summary>A first line without a full stop, before a text; a lead tells for itself.</summary>
    private bool IsHeadline(Hit hit) => hit.Word.SentenceIndex == 0 && HasHeadline;

    private bool HasHeadline => document.SentenceCount > 3 && document[document[0].Sentence.End - 1].Upos != Upos.Punct;

    /// <summary>'was also forced to work': one more act of the kind.</summary>
    private static bool IsAnother(Hit hit)
    {
        foreach (var child in hit.Verb.Children) if (child is { Relation: Deprel.Advmod, Lemma: "also" or "again" or "separately" or "too" }) return true;
        return false;
    }

    private bool IsSameAct(Hit repeat, Hit full)
    {
        if (full.Outer == repeat) return false;
        // what did not happen is not told again by what did
        if (repeat.Predication.IsVerb && new Clause(repeat.Verb).IsNegated != new Clause(full.Verb).IsNegated) return false;
        if (repeat.Predication.IsVerb && !IsHeadline(repeat) && (repeat.Entry != full.Entry && (repeat.Frame.Name != "visit" || full.Frame.Name != "visit") || repeat.Word.SentenceIndex == full.Word.SentenceIndex || !Includes(repeat.Actors, full.Actors) || !Includes(repeat.Recipients, full.Recipients) || IsNamedApart(repeat.Recipients, full.Recipients))) return false;
        return Includes(full.Actors, repeat.Actors) && Includes(full.Recipients, repeat.Recipients);
    }

    /// <summary>A verb tells more fully than a noun, a body more than its headline; among equals the first counts.</summary>
    private bool IsFuller(Hit full, Hit repeat, bool isEarlier)
    {
        if (IsHeadline(repeat) != IsHeadline(full)) return IsHeadline(repeat);
        return full.Predication.IsVerb && !repeat.Predication.IsVerb || isEarlier;
    }

    /// <summary>'killed six people' and 'killed Ali Karimi': somebody named and others of his country who are only described.</summary>
    private static bool IsNamedApart(IReadOnlyList<Participant> some, IReadOnlyList<Participant> others) =>
        some.Any(one => others.All(other => other.Name != one.Name && (other.ActorId is null || other.ActorId != one.ActorId) && char.IsUpper(other.Name[0]) != char.IsUpper(one.Name[0])));

    private static bool Includes(IReadOnlyList<Participant> all, IReadOnlyList<Participant> some)
    {
        foreach (var one in some)
            if (!all.Any(other => other.Name == one.Name || other.Country is not null && other.Country == one.Country)) return false;
        return true;
    }

    private string Root(string frame)
    {
        var at = frame;
        while (frames.Find(at)?.Parent is { } parent) at = parent;
        return at;
    }
}
