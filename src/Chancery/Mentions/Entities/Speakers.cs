using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>Finds whose words a pronoun of the first person stands in: '"We will act," the minister said'.</summary>
internal static class Speakers
{
    private const int Reach = 10;

    internal static EntityChain? Of(Token pronoun, EntityDraft?[] covered)
    {
        var at = pronoun;
        for (var step = 0; step < Reach; step++)
        {
            // the speech verb may lean on the quoted clause, or the clause on the verb
            foreach (var child in at.Children)
                if (child.Relation == Deprel.Parataxis && child.Upos == Upos.Verb && child.Index != pronoun.Index && Subject(child, covered, pronoun) is { } inserted) return inserted;
            if (at.Head is not { } head) return null;
            if (at.Relation is Deprel.Ccomp or Deprel.Parataxis && Subject(head, covered, pronoun) is { } speaker) return speaker;
            at = head;
        }
        return null;
    }

    private static EntityChain? Subject(Token verb, EntityDraft?[] covered, Token pronoun)
    {
        if (verb.Child(Deprel.Nsubj) is not { } subject || subject.Index == pronoun.Index) return null;
        return covered[subject.Index] is { Chain: { } chain, Type: EntityType.Person or EntityType.Org or EntityType.Place } ? chain : null;
    }
}
