using System.Collections.Immutable;
using Chancery.Attributing;
using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>Fills a hit's roles from the slots its entry names.</summary>
internal sealed class RoleFiller(FrameLexicon lexicon, HitFinder finder, ParticipantFinder participants, ActorWords actors, AttributionIndex attributions)
{
    private readonly DoerFinder _doers = new(lexicon);

    internal void Fill(Hit hit)
    {
        var actor = ImmutableArray.CreateBuilder<Participant>();
        var recipient = ImmutableArray.CreateBuilder<Participant>();
        var reciprocal = hit.Frame.Reciprocal;
        if (!hit.IsModal && hit.Predication.Light is { } light && hit.Predication.Slot("subj") is { } subject && !IsSame(subject, hit.Word))
            participants.Add(subject, lexicon.LightVerb(finder.Name(light)) == "recipient" && !reciprocal ? recipient : actor);
        foreach (var slot in hit.Entry.Actor)
        {
            if (!reciprocal && actor.Count > 0) break;
            AddSlot(hit, slot, actor, asStates: true);
        }
        if (actor.Count == 0 && !hit.Predication.IsVerb && _doers.Find(hit.Word) is { } doer) participants.Add(doer, actor);
        foreach (var slot in hit.Entry.Recipient)
        {
            if (recipient.Count > 0) break;
            var found = ImmutableArray.CreateBuilder<Participant>();
            AddSlot(hit, slot, found, asStates: false);
            foreach (var one in found) if (!actor.Any(a => one.IsSame(a))) recipient.Add(one);
            // 'we must act': a resolve of those who say so, asked of nobody
            if (found.Count > 0 && recipient.Count == 0 && slot == "subj" && hit.Entry.Actor.Contains("source")) hit.IsDropped = true;
            // 'sent troops to support its war': read so, they did it for themselves; whose war it is the words leave open
            if (found.Count > 0 && recipient.Count == 0 && !reciprocal && ClaimWriter.IsPurpose(hit.Verb)) hit.IsDropped = true;
        }
        if (!hit.Predication.IsVerb && recipient.Count == 0 && hit.Entry.Actor.Contains("mod") && hit.Entry.Recipient.Length > 0)
            foreach (var scene in participants.Scenes(hit.Word, hit.Entry.Recipient.Contains("of"))) participants.Add(hit.Word.Document[scene.Head], recipient);
        if (recipient.Count == 0 && hit.Predication.IsVerb && hit.Entry.Recipient.Length > 0) AddByOrder(hit, actor, recipient);
        if (!hit.Predication.IsVerb) AddFromClause(hit, actor, recipient);
        // 'a pact signed in 2024': an accord that two states spoken of must have made
        if (actor.Count == 0 && hit.Frame.Name is "sign" or "accord") foreach (var state in actors.TwoStates(hit.Word.SentenceIndex)) participants.Add(hit.Word.Document[state.Head], actor);
        hit.Actors = actor.ToImmutable();
        hit.Recipients = recipient.ToImmutable();
    }

    /// <summary>'said after talks with the king', 'spoke during a visit to Cairo': who speaks there is the other party, the visitor.</summary>
    private void AddFromClause(Hit hit, ImmutableArray<Participant>.Builder actor, ImmutableArray<Participant>.Builder recipient)
    {
        if (hit.Predication.Light is not null || Clause.Preposition(hit.Word) is not ("after" or "during" or "on" or "in" or "at" or "before" or "follow" or "ahead of" or "from" or "for" or "via")) return;
        var isHalf = hit.Frame.Reciprocal ? actor.Count == 1 && hit.Predication.Phrase("with") is not null : hit.Frame.Name == "visit" && actor.Count == 0;
        if (!isHalf || Arguments.Governor(hit.Word) is not { Upos: Upos.Verb } verb || new Clause(verb).IsPassive || Arguments.Subject(verb) is not { } subject || IsSame(subject, hit.Word)) return;
        var found = ImmutableArray.CreateBuilder<Participant>();
        participants.Add(subject, found);
        foreach (var one in found)
            if (!actor.Concat(recipient).Any(other => one.IsSame(other) || one.Country is not null && one.Country == other.Country)) actor.Add(one);
    }

    /// <summary>Where the tree fills no slot: the name right behind a verb whose slots ask for it, or behind a preposition they ask for, up to the next clause.</summary>
    private void AddByOrder(Hit hit, ImmutableArray<Participant>.Builder actor, ImmutableArray<Participant>.Builder recipient)
    {
        const int Reach = 25, Near = 6;
        var sentence = hit.Word.Sentence;
        var wanted = -1;
        if (hit.Entry.Recipient.Contains("iobj") || hit.Entry.Recipient[0] == "obj") wanted = hit.Word.Index + 1;
        for (var i = hit.Word.Index + 1; i < Math.Min(sentence.End, hit.Word.Index + Reach); i++)
        {
            var word = hit.Word.Document[i];
            if (word.Upos is Upos.Sconj or Upos.Cconj || word.Chars is ";" or ":" || word.Upos == Upos.Verb && word.Has(Deprel.Nsubj)) return;
            if (word.Upos is Upos.Adp or Upos.Punct or Upos.Verb && word.Relation != Deprel.Acl) wanted = -1;
            if (word.Upos == Upos.Adp && word.Lemma is "to" or "against" or "with" or "on" or "at" or "from" && hit.Entry.Recipient.Contains(word.Lemma)) wanted = i + 1;
            if (wanted < 0 || i - wanted > Near || actors.MentionAt(word) is not { Kind: MentionKind.Name, Country: { } country } || actors.IsTime(word)) continue;
            participants.Add(word, recipient);
            for (var k = recipient.Count - 1; k >= 0; k--) if (actor.Any(a => recipient[k].IsSame(a))) recipient.RemoveAt(k);
            return;
        }
    }

    private void AddSlot(Hit hit, string slot, ImmutableArray<Participant>.Builder to, bool asStates)
    {
        if (slot == "mod")
        {
            var scenes = hit.Entry.Recipient.Length == 0 || hit.Frame.Reciprocal ? [] : participants.Scenes(hit.Word, hit.Entry.Recipient.Contains("of"));
            foreach (var mention in participants.Qualifiers(hit.Word)) if (!scenes.Contains(mention)) participants.Add(hit.Word.Document.TokensIn(mention.Span)[0] is var first && mention.Head >= 0 ? hit.Word.Document[mention.Head] : first, to);
            return;
        }
        if (slot == "objowner")
        {
            // 'North Korean soldiers have been dispatched': North Korea sent them
            if (hit.Predication.Slot("obj") is not { } sent) return;
            if (participants.Qualifiers(sent) is [var owner, ..]) participants.Add(hit.Word.Document[owner.Head], to);
            else participants.Add(sent, to);
            return;
        }
        if (slot == "source")
        {
            if (Source(hit.Word) is { } source) participants.Add(source, to);
            return;
        }
        if (hit.Predication.Slot(slot) is not { } filler || IsSame(filler, hit.Word)) return;
        // 'no group has claimed': nobody did
        if (slot == "subj" && hit.Predication.IsVerb && Nobody.Is(filler))
        {
            (hit.IsBare, hit.IsDropped) = (true, true);
            return;
        }
        // 'shelled the port, which Chad denied', 'a charge Chad denied': what is denied is nobody
        if (slot == "obj" && hit.Frame.Name == "deny" && (hit.Word.Relation == Deprel.AclRelcl && (filler.Lemma == "which" || filler.Index == hit.Word.HeadIndex) || lexicon.IsOf("hearsay", filler) && !filler.Has(Deprel.NmodPoss) && !filler.Has(Deprel.Nmod) && participants.Qualifiers(filler).Count == 0)) return;
        if (attributions.IsAccount(filler, hit.Word)) return;
        // 'a rocket fired by the rebels hit the port': whoever fired it
        if (slot == "subj" && hit.Predication.IsVerb && !actors.IsActor(filler) && filler.Child(Deprel.Acl) is { Xpos: "VBN" } launched && lexicon.IsOf("launching", launched)
            && (launched.Child(Deprel.OblAgent) ?? new Clause(launched).Oblique("by")) is { } launcher) filler = launcher;
        // 'we urge': those who speak
        if (filler.Upos == Upos.Pron && filler.Lemma is "we" or "I" && Source(hit.Word) is { } speaker) filler = speaker;
        // 'it is willing', where the tree hides whom 'it' stands for: those who say so of themselves
        if (filler.Upos == Upos.Pron && filler.Lemma is "it" or "he" or "she" && actors.MentionAt(filler) is null && Source(hit.Word) is { } self) filler = self;
        // 'the agency could not confirm that they fought': whoever they are, nobody is asked to confirm his own deeds
        if (filler is { Upos: Upos.Pron, Lemma: "they" } && Source(hit.Word) is { Head.Lemma: "confirm" or "verify" } outsider && actors.MentionAt(outsider)?.Chain is { } chain && actors.MentionAt(filler)?.Chain == chain) return;
        // a place where something happens is nobody who takes part, unless the entry's own condition asked for it
        participants.Add(filler, to, slot == "subj", asStates);
        // the subject of an act acts, even where the words do not tell who it is
        if (slot == "subj" && to.Count == 0 && filler.Upos is Upos.Noun or Upos.Propn) participants.AddAsIs(filler, to);
        // 'Iran, along with Syria, …'
        foreach (var child in filler.Children)
            if (slot == "subj" && child.Relation == Deprel.Nmod && Clause.Preposition(child) is "along with" or "together with" or "alongside" && actors.IsActor(child)) participants.Add(child, to);
    }

    /// <summary>The head word of the innermost source on whose word the text stands; null for the report's own voice.</summary>
    private Token? Source(Token word)
    {
        Attribution? innermost = null;
        foreach (var relation in attributions.Covering(word))
            if (relation.Source is not null && (innermost is null || relation.Content[0].Length < innermost.Content[0].Length)) innermost = relation;
        if (innermost?.Source is not { } span) return null;
        if (innermost.Speaker >= 0 && !span.Contains(word.Document[innermost.Speaker].Span)) return word.Document[innermost.Speaker];
        foreach (var token in word.Document.TokensIn(span))
            if (token.HeadIndex < 0 || !span.Contains(token.Head!.Value.Span)) return token;
        return null;
    }

    private static bool IsSame(Token one, Token other) => one.Index == other.Index;
}
