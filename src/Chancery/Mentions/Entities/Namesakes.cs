using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Tells persons from the places whose names they bear: 'Alda London, a lawyer' is nobody's capital, and neither is 'London' after her.</summary>
internal sealed class Namesakes(EntityNouns nouns, NameTagger tagger)
{
    internal void Resolve(Document document, List<EntityDraft> names, ActorMatch?[] known)
    {
        var bearers = new HashSet<string>(StringComparer.Ordinal);
        var from = document.Count;
        foreach (var name in names)
        {
            if (name.Type == EntityType.Place && name.Actor is null && name.End - name.First > 1 && IsDescribed(document[name.Head])) MakePerson(name, known);
            if (name.Type == EntityType.Person && name.End - name.First is 2 or 3 && IsFull(name))
            {
                bearers.Add(document[name.End - 1].Text);
                from = Math.Min(from, name.End);
            }
            else if (name is { Type: EntityType.Place, Use: not (NameUse.Adjective or NameUse.People) } && name.End - name.First == 1 && bearers.Contains(name.Text) && !IsWhere(document[name.Head])) MakePerson(name, known);
        }
        AddMissed(document, names, bearers, from);
    }

    /// <summary>A family name that stands alone where the tagger saw no name is still its bearer's.</summary>
    private static void AddMissed(Document document, List<EntityDraft> names, HashSet<string> bearers, int from)
    {
        var isBearer = bearers.GetAlternateLookup<ReadOnlySpan<char>>();
        var missed = new List<EntityDraft>();
        var next = 0;
        for (var i = from; i < document.Count; i++)
        {
            while (next < names.Count && names[next].End <= i) next++;
            if (next < names.Count && names[next].First <= i) continue;
            var word = document[i];
            if (word.Upos == Upos.Propn && isBearer.Contains(word.Chars)) missed.Add(new(document, i, i + 1, MentionKind.Name, EntityType.Person));
        }
        if (missed.Count == 0) return;
        names.AddRange(missed);
        names.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private static void MakePerson(EntityDraft name, ActorMatch?[] known)
    {
        (name.Type, name.Actor, name.Use, name.Country) = (EntityType.Person, null, null, null);
        known.AsSpan(name.First, name.End - name.First).Clear();
    }

    /// <summary>', an envoy' and 'is an envoy' tell a person, and so does 'who'.</summary>
    private bool IsDescribed(Token head)
    {
        foreach (var child in head.Children)
        {
            if (child.Relation == Deprel.Appos && IsPerson(child)) return true;
            if (child.Relation == Deprel.AclRelcl && HasWho(child)) return true;
        }
        return head.Relation == Deprel.Nsubj && head.Head is { } predicate && predicate.Has(Deprel.Cop) && IsPerson(predicate);
    }

    private static bool HasWho(Token clause)
    {
        foreach (var child in clause.Children) if (child.Lemma == "who") return true;
        return false;
    }

    private bool IsPerson(Token noun) => noun.Xpos == "NN" && nouns.EndingAt(noun.Document, noun.Index) is { Value.Type: EntityType.Person };

    /// <summary>A given name and a family name, which no merging of neighbors made.</summary>
    private bool IsFull(EntityDraft name) => name.Actor is null && (name.Use is null && tagger.GenderOf(name.Document[name.First].Chars) != 0 || IsDescribed(name.Document[name.Head]));

    private static bool IsWhere(Token name)
    {
        foreach (var child in name.Children)
            if (child.Relation == Deprel.Case && child.Lemma is "in" or "at" or "near" or "around" or "outside" or "toward" or "towards" or "across" or "into" or "through" or "over" or "inside") return true;
        return false;
    }
}
