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
        foreach (var name in names)
        {
            if (name.Type == EntityType.Place && name.Actor is null && name.End - name.First > 1 && IsDescribed(document[name.Head])) MakePerson(name, known);
            if (name.Type == EntityType.Person && name.End - name.First is 2 or 3 && IsFull(name)) bearers.Add(document[name.End - 1].Text);
            else if (name is { Type: EntityType.Place, Use: not (NameUse.Adjective or NameUse.People) } && name.End - name.First == 1 && bearers.Contains(name.Text) && !IsWhere(document[name.Head])) MakePerson(name, known);
        }
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
