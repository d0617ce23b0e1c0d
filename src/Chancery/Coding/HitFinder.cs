using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>Finds the words of a sentence that name actions, in text order.</summary>
internal sealed class HitFinder(FrameLexicon lexicon, EntryMatcher matcher, ActorWords actors)
{
    internal List<Hit> Find(Sentence sentence)
    {
        var hits = new List<Hit>();
        foreach (var word in sentence.Tokens)
        {
            var hit = word.Upos switch
            {
                Upos.Verb => Verb(word),
                Upos.Adj when Predication.IsUnseenVerb(word) => Verb(word),
                Upos.Noun or Upos.Propn => Noun(word),
                // 'is back', 'is over'
                Upos.Adj or Upos.Adv when word.Upos == Upos.Adj || word.Has(Deprel.Cop) => Adjective(word),
                Upos.Aux => Modal(word),
                _ => null,
            };
            if (hit is not null) hits.Add(hit);
        }
        return hits;
    }

    private Hit? Verb(Token word)
    {
        // a participle before its noun describes ('the detained editor'); it tells of no act of its own here
        if (word.Relation is Deprel.Amod or Deprel.Compound && !Predication.IsSquashed(word) && !Predication.IsSquashedGerund(word)) return null;
        return matcher.Match(EntryKind.Verb, word, null) is { } match ? new(match.Entry, match.Predication, match.Entry.Frame) : null;
    }

    private Hit? Modal(Token word)
    {
        if (word.Relation != Deprel.Aux || word.Head is not { Upos: Upos.Verb or Upos.Adj or Upos.Noun } verb) return null;
        // 'must be dreaming', 'would not have come': a guess, and nobody's demand or refusal
        if (word.Xpos == "MD" && new Clause(verb) is { IsPerfect: true } or { IsProgressive: true }) return null;
        return matcher.Match(EntryKind.Modal, word, verb) is { } match ? new(match.Entry, match.Predication, match.Entry.Frame) : null;
    }

    private Hit? Noun(Token word)
    {
        if (word.Relation is Deprel.Compound or Deprel.Flat || !matcher.Knows(EntryKind.Noun, word)) return null;
        var isName = word.Upos == Upos.Propn && actors.IsInName(word);
        if (isName && !word.Has(Deprel.Cop)) return null;
        // 'will be in Lima': of a name no entry tells but that of any place somebody is said to be at
        return matcher.Match(EntryKind.Noun, word, LightVerb(word)) is { } match && (!isName || match.Entry.IsOfAny) ? new(match.Entry, match.Predication, match.Entry.Frame) : null;
    }

    private Hit? Adjective(Token word)
    {
        // 'the wounded soldier' tells of no act of its own, '113 wounded soldiers' do
        if (word.Relation is Deprel.Amod or Deprel.Compound && !EntryMatcher.IsCounted(word)) return null;
        return matcher.Match(EntryKind.Adjective, word, null) is { } match ? new(match.Entry, match.Predication, match.Entry.Frame) : null;
    }

    /// <summary>The verb that lends a noun its subject: 'held talks', 'an attack carried out by', 'engaged in talks'.</summary>
    private Token? LightVerb(Token noun)
    {
        var at = noun;
        // 'a round of talks', 'a series of strikes': the counter is what the verb governs
        if (at.Relation == Deprel.Nmod && at.Head is { } counter && lexicon.IsOf("transparent", counter)) at = counter;
        if (at.Relation == Deprel.Conj && at.Head is { } first && first.Upos == at.Upos) at = first;
        if (at.Head is { } verb && verb.Upos == Upos.Verb)
        {
            if (at.Relation is Deprel.Obj or Deprel.NsubjPass && lexicon.LightVerb(Name(verb)) is not null) return verb;
            if (at.Relation == Deprel.Obl && lexicon.LightVerb($"{lexicon.Lemma(verb)} {Clause.Preposition(at)}") is not null) return verb;
        }
        foreach (var child in noun.Children)
            if (child.Relation is Deprel.Acl or Deprel.AclRelcl && child.Upos == Upos.Verb && lexicon.LightVerb(Name(child)) is not null) return child;
        return null;
    }

    internal string Name(Token verb) => verb.Child(Deprel.CompoundPrt) is { } particle ? $"{lexicon.Lemma(verb)} {particle.Lemma}" : lexicon.Lemma(verb);
}
