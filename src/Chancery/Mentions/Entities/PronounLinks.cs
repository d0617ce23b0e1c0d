using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;
using Chancery.Mentions.Turns;

namespace Chancery.Mentions.Entities;

/// <summary>Finds the chain that a pronoun takes up: agreement in gender and number first, then nearness and grammatical role.</summary>
internal sealed class PronounLinks(PronounFinder pronouns, IReadOnlySet<string> answering)
{
    private const int Sentences = 3;

    /// <summary>So many mentions of a chain a pronoun is compared with.</summary>
    private const int Reach = 64;

    /// <summary>Words from an answer up to the verb that charges; deeper nesting is a fault of the tree.</summary>
    private const int Links = 8;

    /// <summary>What speaks against a place that something happened at, went to or was done to where the pronoun stands for a speaker: more than two sentences.</summary>
    private const double Whereabouts = 9;

    internal EntityChain? Find(EntityDraft mention, EntityDraft?[] covered, List<EntityChain> chains, Turn? turn)
    {
        var token = mention.Document[mention.Head];
        if (pronouns.Of(token) is not { } pronoun) return null;
        if (pronoun.Person != 3) return OfSpeech(mention, pronoun, covered, chains, turn);
        EntityChain? best = null;
        var top = 0.0;
        foreach (var chain in chains)
        {
            if (!Agrees(pronoun, chain)) continue;
            for (var i = chain.Mentions.Count - 1; i >= Math.Max(0, chain.Mentions.Count - Reach); i--)
            {
                var candidate = chain.Mentions[i];
                if (mention.Sentence - candidate.Sentence > Sentences) break;
                if (candidate.First >= mention.First || IsCoArgument(token, candidate, pronoun) || IsAccuser(token, candidate) || pronoun.Number == Numbers.Many && chain.Type == EntityType.Org && IsLeftOpen(token, candidate) || candidate.Head == mention.Head || candidate.End > mention.First) continue;
                var score = Score(mention, token, candidate, chain);
                if (score > top) (best, top) = (chain, score);
            }
        }
        return best;
    }

    /// <summary>'I' is the speaker; 'we' are the speaker's side, which is no entity named, so that only country and sectors are taken over.</summary>
    private EntityChain? OfSpeech(EntityDraft mention, Pronoun pronoun, EntityDraft?[] covered, List<EntityChain> chains, Turn? turn)
    {
        var speaker = pronoun.Person == 1 ? Speakers.Of(mention.Document[mention.Head], covered) : null;
        if (turn is not null && pronoun.Person == 1 && (speaker is null || speaker.Last.First >= turn.First && speaker.Last.First < turn.LabelEnd)) speaker = covered[turn.Speaker]?.Chain;
        if (speaker is not null && pronoun.Number == Numbers.One) return speaker;
        if (speaker is not null) (mention.Country, mention.Sectors) = (speaker.Country, speaker.Sectors);
        if (turn is not null && speaker is null) return null;
        for (var i = chains.Count - 1; i >= 0; i--)
        {
            var mentions = chains[i].Mentions;
            for (var k = mentions.Count - 1; k >= Math.Max(0, mentions.Count - Reach); k--)
            {
                var other = mentions[k];
                if (other.Kind != MentionKind.Pronoun || pronouns.Of(other.Document[other.Head]) is not { } same || same.Person != pronoun.Person || same.Number != pronoun.Number) continue;
                if (speaker is null || other.Country == speaker.Country) return chains[i];
            }
        }
        return null;
    }

    private static bool Agrees(Pronoun pronoun, EntityChain chain)
    {
        if ((pronoun.Number & chain.Number) == 0 && !(pronoun.Number == Numbers.Many && chain.Type == EntityType.Org)) return false;
        if (chain.Type is EntityType.Norp && pronoun.Number == Numbers.One) return false;
        return pronoun.Number == Numbers.Many || (pronoun.Gender & chain.Gender) != 0;
    }

    private static double Score(EntityDraft mention, Token token, EntityDraft candidate, EntityChain chain)
    {
        var score = 10.0 - (4 * (mention.Sentence - candidate.Sentence)) - (0.02 * (mention.First - candidate.First));
        var head = candidate.Document[candidate.Head];
        var role = head.Relation.Universal();
        if (role == Deprel.Nsubj) score += 3;
        else if (role == Deprel.Obj) score += 1;
        else if (role is Deprel.Nmod or Deprel.Compound) score -= 1.5;
        if (role == Deprel.Nsubj && token.Relation.Universal() == Deprel.Nsubj) score += 1;
        if (candidate.Kind == MentionKind.Pronoun) score += 1;
        if (chain.Type == EntityType.Place && role is Deprel.Obl or Deprel.Nmod or Deprel.Obj && Speaks(token)) score -= Whereabouts;
        score += Math.Min(1.5, 0.3 * chain.Mentions.Count);
        return score;
    }

    /// <summary>'…, it added': the pronoun stands for whoever said what stands before.</summary>
    private static bool Speaks(Token pronoun) => pronoun is { Relation: Deprel.Nsubj, Head: { Upos: Upos.Verb } verb } && verb.Index > pronoun.Index && (verb.Relation == Deprel.Parataxis || verb.Child(Deprel.Ccomp) is { } said && said.Index < pronoun.Index);

    /// <summary>'The Pentagon could not confirm that they had taken part': a body that cannot tell what 'they' did tells of others.</summary>
    private static bool IsLeftOpen(Token pronoun, EntityDraft candidate) =>
        candidate.Document[candidate.Head] is { Relation: Deprel.Nsubj, Head: { Upos: Upos.Verb } verb } && new Clause(verb).IsNegated && pronoun.IsWithin(verb);

    /// <summary>'Peru accused Chad of arming rebels, which it denies', 'Peru says Chad armed rebels, a charge it denies': whoever says so does not deny it.</summary>
    private bool IsAccuser(Token pronoun, EntityDraft candidate)
    {
        if (pronoun is not { Relation: Deprel.Nsubj, Head: { Relation: Deprel.AclRelcl, Head: { } told } answer } || !answering.Contains(answer.Lemma) || candidate.Document[candidate.Head] is not { Relation: Deprel.Nsubj, Head: { } charging }) return false;
        Token? deed = null;
        var at = told;
        for (var step = 0; step < Links && at.Head is { } above && at.Index != charging.Index; step++, at = above)
            if (above.Upos == Upos.Verb && above.Index != charging.Index) deed = above;
        return at.Index == charging.Index && deed is { } done && (charging.Has(Deprel.Obj) || done.Has(Deprel.Nsubj) || done.Has(Deprel.NsubjPass));
    }

    /// <summary>'Kim met him': subject and object of one verb are two, unless the pronoun is reflexive.</summary>
    private static bool IsCoArgument(Token pronoun, EntityDraft candidate, Pronoun grammar)
    {
        if (grammar.Use is "reflexive" or "possessive") return false;
        var head = candidate.Document[candidate.Head];
        if (pronoun.HeadIndex >= 0 && head.HeadIndex == pronoun.HeadIndex) return true;
        return Arguments.Governor(pronoun) is { } verb && Arguments.Governor(head) is { } other && verb == other && pronoun.Relation.Universal() != Deprel.Nsubj;
    }
}
