using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>Sees the hits of a sentence together: which is the content of which, which only repeats another, which nobody takes part in.</summary>
internal sealed class HitComposer(FrameTable frames, Embeddings embeddings)
{
    /// <summary>Frames whose act is about another act: what stands in their complement or object is their content.</summary>
    private static readonly string[] AboutActs = ["agree", "request", "accuse", "criticize", "investigate", "reject", "threaten", "support", "concede", "protest", "statement", "sue"];

    /// <summary>What comes of violence.</summary>
    private static readonly string[] Toll = ["killing", "injury", "death", "damage"];

    internal void Compose(List<Hit> hits, ClauseMap map)
    {
        foreach (var hit in hits)
        {
            if (hit.IsModal && hit.Predication.Light is { } verb && map.HitAt(verb) is { IsModal: false } content) (content.Outer, content.IsComplement) = (hit, true);
            if (hit.Outer is not null || map.Above(hit.IsModal ? hit.Verb : hit.Word) is not { } above || above.Hit == hit || !IsContent(above.Branch, above.Top) || !hit.Predication.IsVerb && hit.Predication.Light is null && IsAside(hit.Word)) continue;
            if (IsNamedBy(hit, above)) hit.IsDropped = true;
            else if (IsAboutActs(above.Hit)) (hit.Outer, hit.IsComplement) = (above.Hit, above.Branch.Universal() is not (Deprel.Obl or Deprel.Nmod) || above.Hit.Recipients.IsEmpty && hit.Predication.IsVerb);
            else if (!hit.Predication.IsVerb && above.Branch is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass && hit.Actors.IsEmpty) hit.IsDropped = true;
        }
        foreach (var hit in hits) AddAccused(hit);
        foreach (var hit in hits) AddPartner(hit, map);
        foreach (var hit in hits) TakePlace(hit, map);
        // the innermost act gives its color to the one about it, and whom it concerns
        for (var i = hits.Count - 1; i >= 0; i--)
        {
            if (hits[i].Outer is not { } outer) continue;
            outer.Frame = embeddings.Join(outer.Frame, hits[i].Frame);
            // 'called on Iran to end its deployment': what is asked of a party is the party's own act
            if (IsAt(outer, "request") && !hits[i].Predication.IsVerb && !outer.Recipients.IsEmpty && hits[i].Predication.Slot("poss") is { Upos: Upos.Pron } && !hits[i].Actors.IsEmpty && hits[i].Actors.All(a => outer.Actors.Holds(a))) hits[i].Actors = outer.Recipients;
            // 'demanded the withdrawal of Serbian forces': the demand is made of those who are to act
            if (!hits[i].Predication.IsVerb && !hits[i].Actors.IsEmpty && IsAt(outer, "request", "criticize", "accuse") && !hits[i].Actors.Any(a => outer.Actors.Holds(a))) outer.Recipients = hits[i].Actors;
            if (hits[i].IsComplement && outer.Recipients.IsEmpty && !outer.Frame.Reciprocal && outer.Frame.Name != "deny") outer.Recipients = [.. hits[i].Recipients.Where(r => !outer.Actors.Holds(r))];
        }
        foreach (var hit in hits)
        {
            // 'urged Israel not to invade': nobody is said to invade; a claim that is an accusation only by its content accuses somebody
            if (hit.Outer is { } asked && hit.IsComplement && IsAt(asked, "request") && new Clause(hit.Verb).IsNegated && hit.Predication.IsVerb) hit.IsDropped = true;
            // 'refused to free them': one act, that of refusing
            if (hit.Outer?.Entry.Frame.Name == "refuse" && hit.IsComplement && hit.Predication.IsVerb) hit.IsDropped = true;
            // 'rejected a call for troops to be sent': nobody is told to have sent any
            if (hit.Actors.IsEmpty && hit.Predication.IsVerb && IsRejected(hit)) hit.IsDropped = true;
            if (hit.Entry.Frame.Name == "claim" && hit.Recipients.IsEmpty) hit.IsDropped = true;
            if (hit.Actors.IsEmpty && ClaimWriter.IsPurpose(hit.Verb)) hit.IsDropped = true;
            // a modal is an act only where its source is known; a refusal only of what would have been cooperative
            if (hit.IsModal && hit.Frame.Name is "refuse" or "omit") hit.IsDropped = true;
            if (hit.Actors.IsEmpty && (hit.IsModal || hit.Entry.Actor.Contains("source"))) hit.IsDropped = true;
            if (IsAt(hit, "statement", EventFrame.Happening)) hit.IsDropped = true;
            // a bomb that goes off is an attack whoever laid it; any other act is one that somebody takes part in
            if (hit.Actors.IsEmpty && hit.Recipients.IsEmpty && !(hit.Predication.IsVerb && hit.Entry.Actor.IsEmpty && IsAt(hit, "attack"))) (hit.IsBare, hit.IsDropped) = (hit.IsBare || !hit.IsDropped, true);
            else if (IsBackdrop(hit, map)) hit.IsDropped = true;
            else if (hit.Outer is not null && !hit.Predication.IsVerb && hit.Actors.IsEmpty) hit.IsDropped = true;
        }
        Merge(hits, map);
        foreach (var hit in hits)
            while (hit.Outer is { IsDropped: true }) hit.Outer = hit.Outer.Outer;
    }

    /// <summary>Puts happenings under the acts that are about them; drops those that another word names too, that are only meant or that nobody says have come about.</summary>
    internal void Embed(List<Hit> happenings, ClauseMap map)
    {
        foreach (var hit in happenings)
        {
            if (hit.Predication.IsVerb && ClaimWriter.IsPurpose(hit.Verb)) hit.IsDropped = true;
            if (map.Above(hit.Word) is not { } above || above.Hit == hit) continue;
            // 'an attempt to overthrow', 'a round of talks': one happening in two words
            if (IsAt(above.Hit, EventFrame.Happening) && !(above.Hit.Frame.Name == "incident" && Toll.Contains(hit.Frame.Name))) hit.IsDropped |= IsAskedFor(hit, above) || hit.Frame == above.Hit.Frame && IsPartOf(hit, above.Top);
            // 'opened fire at a crowd, killing a man', 'an attack that killed a man': what came of the act, unless somebody counts it
            else if (IsAt(above.Hit, "attack", "incident") && hit.Predication.IsVerb && Toll.Contains(hit.Frame.Name) && (hit.Word.Xpos == "VBG" && hit.Word.Relation is Deprel.Advcl or Deprel.Acl || hit.Word.Relation == Deprel.AclRelcl)) hit.IsDropped = !IsCounted(hit);
            else if (IsContent(above.Branch, above.Top) && IsAboutActs(above.Hit)) (hit.Outer, hit.IsComplement) = (above.Hit, above.Branch.Universal() is not (Deprel.Obl or Deprel.Nmod));
            if (hit.Outer is not null && IsRejected(hit)) hit.IsDropped = true;
            // 'urged them not to return', 'refused to leave': nobody is said to
            if (hit.Outer is { } asked && hit.IsComplement && hit.Predication.IsVerb && (asked.Entry.Frame.Name == "refuse" || IsAt(asked, "request") && new Clause(hit.Verb).IsNegated)) hit.IsDropped = true;
        }
    }

    /// <summary>'killing ten people', 'killed 12'.</summary>
    private static bool IsCounted(Hit toll) => toll.Predication.Slot("obj") is { } harmed && (harmed.Upos == Upos.Num || EntryMatcher.IsCounted(harmed));

    /// <summary>'the truce began', 'put off the vote': the noun is what the verb's entry asked for, and one happening with it.</summary>
    private static bool IsAskedFor(Hit hit, (Hit Hit, Deprel Branch, Token Top) above)
    {
        if (hit.Predication.IsVerb || above.Top.Index != hit.Word.Index) return false;
        var slot = above.Branch switch
        {
            Deprel.Nsubj => "subj",
            Deprel.Obj or Deprel.NsubjPass => "obj",
            Deprel.Nmod => Clause.Preposition(hit.Word),
            _ => null,
        };
        return slot is not null && above.Hit.Entry.Conditions.Any(c => c.Slot == slot && c is { Wanted: true, Without: false, Words.Count: > 0 });
    }

    /// <summary>'a round of talks', 'an attempt to overthrow', 'the rally is to be held': the word that its own governs, or the subject of one that tells it as lying ahead.</summary>
    private static bool IsPartOf(Hit hit, Token top) =>
        top.Index == hit.Word.Index && hit.Word.Relation is Deprel.Acl or Deprel.Nmod or Deprel.Xcomp or Deprel.Obj
        || hit.Word.Relation.Universal() == Deprel.Nsubj && hit.Entry.Conditions.Any(c => c.Slot == "ahead");

    /// <summary>True for the content of what somebody rejects, a few acts up: 'rejected a call for troops to be sent'; what is denied is a claim of its own.</summary>
    private bool IsRejected(Hit hit)
    {
        var outer = hit.Outer;
        for (var step = 0; step < 4 && outer is not null; step++, outer = outer.Outer)
            if (outer.Predication.IsVerb && IsAt(outer, "reject") && !IsAt(outer, "deny")) return true;
        return false;
    }

    /// <summary>'blamed the rebels for the shelling of the camp': who is blamed for an act is said to have done it.</summary>
    private void AddAccused(Hit hit)
    {
        if (hit.Outer is not { } outer || hit.Predication.IsVerb || !hit.Actors.IsEmpty || !IsAt(outer, "accuse") || !IsAt(hit, "attack") || Clause.Preposition(hit.Word) is not ("for" or "of")) return;
        if (!outer.Recipients.Any(r => hit.Recipients.Any(r.IsSame))) hit.Actors = outer.Recipients;
    }

    /// <summary>'arrived for talks with the king': who arrives is the other party of the talks.</summary>
    private static void AddPartner(Hit hit, ClauseMap map)
    {
        if (!hit.Frame.Reciprocal || hit.Predication.IsVerb || hit.Predication.Light is not null || hit.Actors.Length != 1 || hit.Predication.Slot("with") is null) return;
        if (map.Above(hit.Word) is { Hit.Actors: { IsEmpty: false } others }) hit.Actors = [.. others, .. hit.Actors.Where(a => !others.Any(o => o.Span == a.Span || o.Country is not null && o.Country == a.Country))];
    }

    /// <summary>'killed in air strikes on Rafah', 'an air strike on Rafah killed': who was killed belongs where the strikes went, not to those who carried them out.</summary>
    private void TakePlace(Hit hit, ClauseMap map)
    {
        var violence = hit.Entry.Actor.Contains("in") ? hit.Predication.Phrase("in") : null;
        if (violence is null && hit.Predication.IsVerb && IsAt(hit, "attack")) violence = hit.Predication.Slot("subj");
        if (violence is not { } blow || map.HitAt(blow) is not { } other || other == hit || !IsAt(other, "attack")) return;
        if (hit.Actors.IsEmpty && hit.Entry.Actor.Contains("in")) hit.Actors = other.Actors;
        if (other.Recipients is [{ Country: { } country }, ..])
            hit.Recipients = [.. hit.Recipients.Select(party => party.Country is null || party.ActorId is null && hit.Actors.Any(a => a.Country == party.Country) ? party with { Country = country } : party)];
    }

    /// <summary>'amid protests', 'after days of fighting': a noun that only sets the scene for an act of its sentence and names no second party.</summary>
    private static bool IsBackdrop(Hit hit, ClauseMap map)
    {
        if (hit.Predication.IsVerb || hit.Predication.Light is not null || hit.Actors.Length + hit.Recipients.Length > 1) return false;
        // 'during a previous visit': another one than is spoken of
        foreach (var child in hit.Word.Children) if (child is { Relation: Deprel.Amod, Lemma: "previous" or "earlier" or "past" or "last" }) return false;
        if (!hit.Actors.IsEmpty && Clause.Preposition(hit.Word) == "despite") return false;
        return hit.Word.Relation.Universal() is Deprel.Obl or Deprel.Nmod && map.Above(hit.Word) is { Hit.IsDropped: false }
            && Clause.Preposition(hit.Word) is "after" or "amid" or "during" or "despite" or "follow" or "since" or "before" or "because of" or "due to" or "over" or "in" or "at" or "in response to" or "of";
    }

    /// <summary>Complements, objects and topics; not what only tells when or in what circumstances: 'following a series of tests'.</summary>
    private static bool IsContent(Deprel branch, Token top) =>
        !(branch.Universal() == Deprel.Obl && IsAside(top))
        && branch.Universal() is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Obl or Deprel.Advcl or Deprel.Acl or Deprel.Nmod or Deprel.Nsubj;

    /// <summary>'following a series of tests', 'despite the resistance of': what only tells when or in spite of what.</summary>
    private static bool IsAside(Token phrase) =>
        Clause.Preposition(phrase) is "after" or "amid" or "during" or "despite" or "follow" or "since" or "before" or "ahead of" or "amidst" or "because of" or "due to" or "in response to" or "in retaliation for";

    private bool IsAboutActs(Hit hit) => IsAt(hit, AboutActs);

    private bool IsAt(Hit hit, params ReadOnlySpan<string> roots)
    {
        foreach (var name in roots) if (frames.Is(hit.Frame.Name, name)) return true;
        return false;
    }

    /// <summary>True where the verb's entry asked for this very noun: 'began a hunger strike' is one act. Also for what a protest demands, which PLOVER does not code apart.</summary>
    private bool IsNamedBy(Hit hit, (Hit Hit, Deprel Branch, Token Top) above)
    {
        if (IsAt(above.Hit, "protest") && above.Branch is Deprel.Advcl or Deprel.Acl or Deprel.Xcomp && IsAt(hit, "request", "criticize", "protest"))
        {
            if (above.Hit.Recipients.IsEmpty) above.Hit.Recipients = hit.Recipients;
            return true;
        }
        if (hit.Predication.IsVerb || !above.Hit.Predication.IsVerb || above.Branch is not (Deprel.Obj or Deprel.NsubjPass)) return false;
        foreach (var condition in above.Hit.Entry.Conditions)
            if (condition is { Slot: "obj", Wanted: true, Without: false } && condition.Words.Count > 0)
            {
                if (above.Hit.Recipients.IsEmpty && !above.Hit.Frame.Reciprocal) above.Hit.Recipients = hit.Recipients;
                return IsAt(hit, Root(above.Hit.Frame.Name)) || hit.Actors.IsEmpty || hit.Predication.Light is not null || IsAt(above.Hit, "consult", "reject.meet", "agree", "sign", "halt-talks") || IsAt(above.Hit, "request") && IsAt(hit, "consult");
            }
        return false;
    }

    /// <summary>'attacked the camp, killing ten', 'sent troops to aid them': one act told twice by the same actor counts once, where it is told first.</summary>
    private void Merge(List<Hit> hits, ClauseMap map)
    {
        foreach (var hit in hits)
        {
            if (hit.IsDropped || map.Above(hit.Word) is not { } above || above.Hit.IsDropped || above.Branch is not (Deprel.Advcl or Deprel.Conj or Deprel.Xcomp or Deprel.Obj)) continue;
            if (Root(hit.Frame.Name) == Root(above.Hit.Frame.Name) && above.Branch == Deprel.Advcl && hit.Word.Xpos is "VBG" or "VB") hit.IsDropped = true;
            // 'launched a petition asking the king to', 'issued a statement urging': the noun only carries the act
            if (Root(hit.Frame.Name) == Root(above.Hit.Frame.Name) && above.Branch == Deprel.Obj && hit.Word is { Relation: Deprel.Acl, Xpos: "VBG" } && hit.Predication.IsVerb)
            {
                if (above.Hit.Recipients.IsEmpty) above.Hit.Recipients = hit.Recipients;
                hit.IsDropped = true;
            }
        }
    }

    private string Root(string frame)
    {
        var at = frame;
        while (frames.Find(at)?.Parent is { } parent) at = parent;
        return at;
    }
}
