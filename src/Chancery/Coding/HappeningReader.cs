using System.Collections.Immutable;
using Chancery.Attributing;
using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>
/// Finds what happens without being an act that ontologies code: a truce begins, a plane crashes, a court rules. It needs no party; what it
/// happens to tells it from others of its kind.
/// </summary>
/// <remarks>Read after the acts, of words that tell of none: what has a code is read as if there were no others.</remarks>
internal sealed class HappeningReader(FrameLexicon lexicon, BareActs bareActs, ActorWords actors, ParticipantFinder participants, HitComposer composer, Attributions attributions, AttributionIndex index)
{
    private readonly HashSet<int> _cues = attributions.Relations.Where(r => r.Cue is not null).Select(r => r.Cue!.Value.Start).ToHashSet();
    private readonly HitFinder _finder = new(lexicon, new(lexicon, lexicon.Happenings, actors, index, attributions.Predicates.Where(p => p.Status is ClaimStatus.Planned or ClaimStatus.Demanded or ClaimStatus.Possible).Select(p => p.Word).ToHashSet()), actors);

    private readonly DoerFinder _doers = new(lexicon);

    /// <summary>The happenings of a document, in text order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="acts">The acts that were kept, in text order.</param>
    /// <param name="bare">Acts that were dropped for want of parties.</param>
    /// <param name="seen">All words that an act was read of, kept or not: of these no word for any verb tells.</param>
    /// <param name="maps">Takes, for every sentence that tells of a happening, whose word is whose among acts and happenings.</param>
    internal List<Hit> Read(Document document, List<Hit> acts, List<Hit> bare, HashSet<int> seen, ClauseMap?[] maps)
    {
        var bySentence = acts.ToLookup(hit => hit.Word.SentenceIndex);
        var bareBySentence = bare.ToLookup(hit => hit.Word.SentenceIndex);
        var found = new List<Hit>();
        foreach (var sentence in document.Sentences)
        {
            var told = bySentence[sentence.Index];
            var happenings = _finder.Find(sentence).FindAll(hit => !told.Any(act => act.Word.Index == hit.Word.Index || act.Verb.Index == hit.Word.Index));
            happenings.RemoveAll(hit => hit.Entry.IsOfAny && !IsTold(hit, happenings, seen));
            foreach (var act in bareBySentence[sentence.Index])
                if (!happenings.Exists(hit => hit.Word.Index == act.Word.Index) && bareActs.AsHappening(act, IsUnnamed(act)) is { } happening) happenings.Add(happening);
            if (happenings.Count == 0) continue;
            foreach (var hit in happenings) Fill(hit);
            composer.Embed(happenings, maps[sentence.Index] = new([.. told, .. happenings]));
            found.AddRange(happenings.Where(hit => !hit.IsDropped));
        }
        return found;
    }

    /// <summary>'Nobody shot the guard', 'who shot him is not known'.</summary>
    private bool IsUnnamed(Hit act) => act.Predication.IsVerb && act.Predication.Slot("subj") is { } subject && (Nobody.Is(subject) || actors.IsUnnamed(subject));

    /// <summary>True for what an entry of any word may be read of: what no other word tells, told of others than those who speak.</summary>
    private bool IsTold(Hit hit, List<Hit> happenings, HashSet<int> seen)
    {
        if (hit.Entry.IsAhead) return IsOfItsOwn(hit);
        if (seen.Contains(hit.Word.Index) || IsOfSpeakers(hit.Predication.Slot("subj")) || IsOfSpeakers(hit.Predication.Slot("obj"))) return false;
        if (hit.Entry.Kind != EntryKind.Verb) return true;
        // 'had fired and proposed a trip': what is proposed was not fired
        if (hit.Word.Has(Deprel.Conj) && !hit.Word.Has(Deprel.Obj) && !hit.Word.Has(Deprel.NsubjPass)) return false;
        return hit.Entry.IsStated ? !_cues.Contains(hit.Word.Span.Start) && !happenings.Exists(other => other != hit && other.Verb.Index == hit.Word.Index) : IsDeed(hit);
    }

    private static bool IsOfSpeakers(Token? word) => word is { Upos: Upos.Pron, Lemma: "I" or "we" or "you" };

    /// <summary>What is announced outright or committed to, by others than those who speak: 'will mend', 'is to mend', 'vowed to mend', but not 'tried to mend', 'has to mend' or 'we will mend'.</summary>
    private bool IsOfItsOwn(Hit hit)
    {
        var word = hit.Word.Relation == Deprel.Conj && hit.Word.Head is { Upos: Upos.Verb } first && !hit.Word.Has(Deprel.Aux) ? first : hit.Word;
        var clause = new Clause(word);
        var isTold = word.Relation is Deprel.Root or Deprel.Ccomp or Deprel.Conj or Deprel.Parataxis && (clause.Modal is "will" or "shall" or "would" || clause.Modal is "may" or "might" or "could" && !lexicon.IsOf("idle", word) || Predication.IsInfinitive(word) && clause.HasAuxiliary("be"));
        var isMeant = word is { Relation: Deprel.Xcomp or Deprel.Ccomp, Head: { } governor } && Predication.IsInfinitive(word) && lexicon.IsOf("commitments", governor) && !new Clause(governor).IsNegated;
        return (isTold || isMeant) && !IsOfSpeakers(hit.Predication.Slot("subj")) && (hit.Predication.Slot("obj") is not { Upos: Upos.Pron } patient || clause.IsPassive && patient.Lemma is not ("I" or "we" or "you"))
            && !(hit.Predication.Slot("obj") is { } thing && thing.Child(Deprel.NmodPoss) is { Lemma: "you" or "your" or "we" or "our" or "I" or "my" });
    }

    /// <summary>What somebody else than those who speak is said to have done, by a verb that brings nobody's words.</summary>
    private bool IsDeed(Hit hit) =>
        hit.Word.Relation is Deprel.Root or Deprel.Ccomp or Deprel.Xcomp or Deprel.Conj or Deprel.Parataxis or Deprel.Advcl or Deprel.Acl or Deprel.AclRelcl && !_cues.Contains(hit.Word.Span.Start) && !lexicon.IsOf("idle", hit.Word);

    /// <summary>Who does it, and what or whom it happens to.</summary>
    private void Fill(Hit hit)
    {
        var actor = ImmutableArray.CreateBuilder<Participant>();
        var recipient = ImmutableArray.CreateBuilder<Participant>();
        if (hit.Predication.Light is { } light && hit.Predication.Slot("subj") is { } subject && subject.Index != hit.Word.Index)
            participants.Add(subject, lexicon.LightVerb(_finder.Name(light)) == "recipient" ? recipient : actor);
        foreach (var slot in hit.Entry.Actor)
        {
            if (actor.Count > 0 && !hit.Frame.Reciprocal) break;
            foreach (var filler in Fillers(hit, slot))
            {
                participants.Add(filler, actor, areDoers: true);
                // 'the convoy left': what nobody is named behind
                if (actor.Count == 0 && slot == "subj") participants.AddThing(filler, actor);
            }
        }
        if (actor.Count == 0 && !hit.Predication.IsVerb && _doers.Find(hit.Word) is { } doer) participants.Add(doer, actor, areDoers: true);
        foreach (var slot in hit.Entry.Recipient)
        {
            if (recipient.Count > 0) break;
            foreach (var filler in Fillers(hit, slot)) participants.AddThing(filler, recipient);
        }
        // 'the treaty was signed': what an act without parties is done to
        if (recipient.Count == 0 && actor.Count == 0 && hit.Predication.IsVerb && hit.Predication.Slot("obj") is { } thing) participants.AddThing(thing, recipient);
        // 'an earlier exchange', 'the second vote': which of several it is
        if (recipient.Count == 0 && !hit.Predication.IsVerb && IsOneOfSeveral(hit.Word)) participants.AddThing(hit.Word, recipient);
        for (var i = recipient.Count - 1; i >= 0; i--) if (actor.Any(recipient[i].IsSame)) recipient.RemoveAt(i);
        (hit.Actors, hit.Recipients) = (actor.ToImmutable(), recipient.ToImmutable());
    }

    private static bool IsOneOfSeveral(Token noun)
    {
        foreach (var child in noun.Children) if (child.Relation is Deprel.Amod or Deprel.Det && WhichOne.Tells(child.Text)) return true;
        return false;
    }

    private IEnumerable<Token> Fillers(Hit hit, string slot)
    {
        if (slot == "self") return [hit.Word];
        if (slot == "mod") return participants.Qualifiers(hit.Word).Select(mention => hit.Word.Document[mention.Head]);
        return hit.Predication.Slot(slot) is { } filler && filler.Index != hit.Word.Index && !index.IsAccount(filler, hit.Word) ? [filler] : [];
    }
}
