using System.Collections.Frozen;

namespace Chancery.Linguistics.Parsing;

/// <summary>Mends trees in which an opening phrase was not parted from the subject (<see cref="Openings"/>), what somebody says was not taken for a clause, 'plans' in 'the cabinet plans to resign' for a verb, 'up' in 'sent up to 3,000 soldiers' for part of a number, or the deed in 'accused Kenya of firing missiles' for one (<see cref="Deeds"/>).</summary>
/// <remarks>
/// Immutable and thread-safe. A participle that has an object of its own is none behind a verb of saying: in 'the army said rebels killed 40 soldiers' the rebels killed. And who 'denied that
/// troops had attacked and said they had left' said so himself: the auxiliary of the one clause is not that of the other. What is said may be parted by the saying: 'rebels, the army says, killed 40 soldiers'.
/// </remarks>
internal sealed class TreeMender
{
    private readonly FrozenSet<string> _saying;
    private readonly FrozenSet<string> _pluralVerbs;
    private readonly Openings _openings;
    private readonly Deeds _deeds;
    private readonly FrozenSet<string> _undergone;

    internal TreeMender(LanguagePack pack)
    {
        _saying = pack.Read("languages/en/parsing/bare-clauses.tsv", "lemma", "example").Rows.Select(row => row["lemma"]).ToFrozenSet(StringComparer.Ordinal);
        _pluralVerbs = pack.Read("languages/en/parsing/plural-verbs.tsv", "form", "example").Rows.Select(row => row["form"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _openings = new(pack);
        _deeds = new(pack);
        _undergone = pack.Read("languages/en/parsing/undergone.tsv", "form", "example").Rows.SelectMany(row => row.Parts("form")).ToFrozenSet(StringComparer.Ordinal);
    }

    internal Document Mend(Document document)
    {
        int[]? heads = null;
        Deprel[]? relations = null;
        foreach (var opening in _openings.Find(document))
        {
            Copy();
            opening.Part(document, heads!, relations!);
        }
        foreach (var word in document.Tokens)
        {
            if (Bounded(word) is { } thing)
            {
                Copy();
                var number = word.Index + 2;
                (heads![word.Index], relations![word.Index]) = (number, Deprel.Advmod);
                (heads[number - 1], relations[number - 1]) = (word.Index, Deprel.Fixed);
                relations[thing.Index] = HasObject(thing.Head!.Value) ? Deprel.OblUnmarked : Deprel.Obj;
            }
            if (_deeds.At(word) is { } deed)
            {
                Copy();
                deed.Mend(document, heads!, relations!);
            }
            if (IsUndergone(word))
            {
                Copy();
                // 'the bridge was smashed': what befell it, and not what it was like
                foreach (var child in word.Children)
                    if (child.Relation is Deprel.Cop) relations![child.Index] = Deprel.AuxPass;
                    else if (child.Relation is Deprel.Nsubj) relations![child.Index] = Deprel.NsubjPass;
            }
            if (Fined(word) is { } driver)
            {
                Copy();
                // 'the ministry will fine drivers': no noun has a modal without 'be'
                (heads![word.Index], relations![word.Index]) = (driver.HeadIndex, driver.Relation);
                foreach (var child in driver.Children) if (child.Index < word.Index || child.Relation == Deprel.Punct) heads[child.Index] = word.Index;
                (heads[driver.Index], relations[driver.Index]) = (word.Index, Deprel.Obj);
            }
            if (Complement(word) is { } mended)
            {
                Copy();
                relations![word.Index] = mended;
                if (mended == Deprel.Obl) relations[word.Index - 1] = Deprel.Case;
            }
            if (word.Upos == Upos.Noun && Planner(word) is { } planner)
            {
                Copy();
                // 'Turkey's parliament plans to vote': all that stands before the verb is told of who does it
                foreach (var child in word.Children)
                    if (child.Index < planner.Index && child.Relation is Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nummod) heads![child.Index] = planner.Index;
                relations![planner.Index] = Deprel.Nsubj;
                relations[word.Index + 2] = Deprel.Xcomp;
            }
            if (word.Upos != Upos.Verb) continue;
            if (Perfect(word) is { } done)
            {
                Copy();
                // 'accused them of having sent troops': the auxiliary leans on what was done
                (heads![done.Index], relations![done.Index]) = (word.HeadIndex, word.Relation);
                foreach (var child in word.Children) if (child.Index != done.Index) heads[child.Index] = done.Index;
                (heads[word.Index], relations[word.Index]) = (done.Index, Deprel.Aux);
            }
            if (Squashed(word) is var (told, whoever))
            {
                Copy();
                // 'says Belarus fired rockets': what stands before the verb does it, what stands behind it is what it is done to
                var hit = word.HeadIndex;
                (heads![word.Index], relations![word.Index]) = (told.Index, Deprel.Ccomp);
                (heads[hit], relations[hit]) = (word.Index, Deprel.Obj);
                foreach (var child in document[hit].Children) if (child.Index < word.Index) heads[child.Index] = whoever.Index;
                (heads[whoever.Index], relations[whoever.Index]) = (word.Index, Deprel.Nsubj);
            }
            if (Reported(word) is var (content, held))
            {
                Copy();
                // 'Reports that soldiers fled were untrue': the word that opens the sentence is what the last one tells of
                (heads![held.Index], relations![held.Index]) = (word.HeadIndex, word.Relation);
                foreach (var child in word.Children) if (child.Index != held.Index && child.Index != content.Index) heads[child.Index] = held.Index;
                relations[content.Index] = Deprel.Acl;
                (heads[word.Index], relations[word.Index]) = (held.Index, held.Has(Deprel.AuxPass) ? Deprel.NsubjPass : Deprel.Nsubj);
            }
            if (Gapped(word) is { } rejecting)
            {
                Copy();
                (heads![rejecting.Index], relations![rejecting.Index]) = (word.Index, Deprel.Nsubj);
            }
            if (Shifted(word) is var (called, shifted))
            {
                Copy();
                // 'rejected as false a report that …': what it is called stands before it
                (heads![word.Index + 1], relations![word.Index + 1]) = (called.Index, Deprel.Mark);
                (heads[called.Index], relations[called.Index]) = (word.Index, Deprel.Advcl);
                relations[shifted.Index] = Deprel.Obj;
            }
            if (Pointed(word) is { } that)
            {
                Copy();
                relations![that.HeadIndex] = Deprel.Xcomp;
                (heads![that.Index], relations[that.Index]) = (word.Index, Deprel.Obj);
            }
            if (Asked(word) is var (shot, known))
            {
                Copy();
                // 'Who shot the guard is not known': the second verb tells of the question that the first one asks
                if (known.HeadIndex == word.Index) (heads![known.Index], relations![known.Index]) = (word.HeadIndex, word.Relation);
                (heads![word.Index], relations![word.Index]) = (known.Index, Deprel.Csubj);
                (heads[shot.Index], relations[shot.Index]) = (word.Index, Deprel.Obj);
            }
            if (Overtaken(word) is var (given, taker))
            {
                Copy();
                (heads![given.Index], relations![given.Index]) = (taker.Index, Deprel.Obj);
            }
            if ((Subject(word) ?? Doubled(word)) is { } subject)
            {
                Copy();
                (heads![word.Index], relations![word.Index]) = (subject.HeadIndex, Deprel.Ccomp);
                (heads[subject.Index], relations[subject.Index]) = (word.Index, Deprel.Nsubj);
            }
            else if (Spoken(word) is { } said)
            {
                Copy();
                heads![word.Index] = said.Index;
            }
            else if (Apposed(word) is { } speaker)
            {
                Copy();
                (heads![speaker.Index], relations![speaker.Index]) = (word.Index, Deprel.Nsubj);
            }
            else if (Parted(word) is { } parted)
            {
                Copy();
                (heads![parted.Index], relations![parted.Index]) = (word.Index, word.Has(Deprel.AuxPass) ? Deprel.NsubjPass : Deprel.Nsubj);
            }
        }
        return heads is null ? document : new(document.Tagged, heads, relations!);

        void Copy()
        {
            if (heads is not null) return;
            (heads, relations) = (new int[document.Count], new Deprel[document.Count]);
            for (var i = 0; i < document.Count; i++) (heads[i], relations[i]) = (document.Head(i), document.Relation(i));
        }
    }

    /// <summary>'The bridge was smashed', where the tree has the participle for an adjective or a noun.</summary>
    private bool IsUndergone(Token word) =>
        word.Upos is Upos.Adj or Upos.Noun && word.Child(Deprel.Cop) is { Chars: "was" or "were" or "been" or "being" } be && be.Index < word.Index && word.Has(Deprel.Nsubj) && !word.Has(Deprel.Det) && !word.Has(Deprel.Amod) && !word.Has(Deprel.Case) && !word.Has(Deprel.Compound) && _undergone.Contains(word.Text);

    /// <summary>What is done to it in 'the ministry will fine drivers', where the tree has the verb for a description of the drivers.</summary>
    private static Token? Fined(Token word)
    {
        if (word is not { Relation: Deprel.Amod or Deprel.Compound, Xpos: "VB" or "JJ" or "NN", Head: { Upos: Upos.Noun or Upos.Propn } thing } || thing.Index < word.Index || word.Index == 0 || thing.Has(Deprel.Cop)) return null;
        return word.Document[word.Index - 1] is var before && before.HeadIndex == thing.Index && (before is { Relation: Deprel.Aux, Xpos: "MD" } || word.Xpos == "VB" && before is { Relation: Deprel.Mark, Lemma: "to" }) ? thing : null;
    }

    /// <summary>What was done in 'having sent troops', where the tree has 'having' for a verb of its own.</summary>
    private static Token? Perfect(Token word)
    {
        if (word is not { Xpos: "VBG", Lemma: "have" } || word.Has(Deprel.Obj)) return null;
        for (var next = word.Index + 1; next < word.Sentence.End; next++)
        {
            var done = word.Document[next];
            if (done is { Upos: Upos.Verb, Xpos: "VBN" or "VBD" }) return done.HeadIndex == word.Index || done.HeadIndex == word.HeadIndex && word.HeadIndex >= 0 ? done : null;
            if (done.Upos is not (Upos.Adv or Upos.Part)) return null;
        }
        return null;
    }

    /// <summary>The verb of saying and whoever did it in 'says Belarus fired rockets', where the tree has the verb describe the rockets.</summary>
    private (Token Saying, Token Doer)? Squashed(Token word)
    {
        if (word is not { Relation: Deprel.Amod, Xpos: "VBD", Head: { Relation: Deprel.Obj, Head: { } saying } thing } || thing.Index < word.Index || saying.Index > word.Index || !_saying.Contains(saying.Lemma)) return null;
        return word.Document[word.Index - 1] is { Upos: Upos.Noun or Upos.Propn or Upos.Pron } doer && doer.HeadIndex == thing.Index && doer.Index > saying.Index ? (saying, doer) : null;
    }

    /// <summary>What 'Reports' tell in 'Reports that soldiers fled were untrue', and what is said of them, where the tree has the noun for a verb.</summary>
    private static (Token Content, Token Held)? Reported(Token word)
    {
        if (word is not { Xpos: "VBZ" } || word.Index != word.Sentence.First || word.Has(Deprel.Nsubj) || word.Index + 1 >= word.Sentence.End || word.Document[word.Index + 1] is not { Lemma: "that", Relation: Deprel.Mark, Head: { Relation: Deprel.Ccomp } content } || content.HeadIndex != word.Index) return null;
        foreach (var child in word.Children)
            if (child.Index > content.Index && child.Relation is Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj && !child.Has(Deprel.Nsubj) && !child.Has(Deprel.NsubjPass) && !child.Has(Deprel.Mark) && (child.Has(Deprel.Cop) || child.Has(Deprel.Aux) || child.Has(Deprel.AuxPass))) return (content, child);
        return null;
    }

    /// <summary>Who did it in 'a charge Yerevan rejected', where the tree has the name for another of the noun.</summary>
    private static Token? Gapped(Token word)
    {
        if (word is not { Relation: Deprel.AclRelcl, Xpos: "VBD" or "VBZ" or "VBP", Head: { Upos: Upos.Noun } noun } || noun.Index + 2 != word.Index || word.Has(Deprel.Nsubj) || word.Has(Deprel.NsubjPass)) return null;
        return word.Document[word.Index - 1] is { Upos: Upos.Propn, Relation: Deprel.Appos or Deprel.Flat or Deprel.NmodUnmarked } name && name.HeadIndex == noun.Index ? name : null;
    }

    /// <summary>What something is called, and the thing, in 'rejected as false a report that …', where the tree has the one for an adjective of the other.</summary>
    private static (Token Called, Token Thing)? Shifted(Token word)
    {
        if (word.Has(Deprel.Obj) || word.Index + 3 >= word.Sentence.End || word.Document[word.Index + 1] is not { Lemma: "as", Relation: Deprel.Case } || word.Document[word.Index + 2] is not { Upos: Upos.Adj, Relation: Deprel.Amod, Head: { Relation: Deprel.Obl } thing } called) return null;
        return thing.HeadIndex == word.Index && word.Document[called.Index + 1] is { Relation: Deprel.Det } article && article.HeadIndex == thing.Index ? (called, thing) : null;
    }

    /// <summary>'called that a lie', where the tree has the pronoun open a clause that is none.</summary>
    private static Token? Pointed(Token word) =>
        word.Index + 2 < word.Sentence.End && word.Document[word.Index + 1] is { Lemma: "that", Relation: Deprel.Mark, Head: { Upos: Upos.Noun, Relation: Deprel.Obj } noun } that && noun.HeadIndex == word.Index && !noun.Has(Deprel.Cop) && !noun.Has(Deprel.Nsubj)
        && word.Document[word.Index + 2] is { Relation: Deprel.Det } article && article.HeadIndex == noun.Index ? that : null;

    /// <summary>What a verb has to do with a number or a noun that the tree has for a clause of its own: 'rescued 54', 'appealed to witnesses'; null for others.</summary>
    private static Deprel? Complement(Token word)
    {
        if (word is not { Relation: Deprel.Xcomp, Head: { Upos: Upos.Verb } verb } || verb.Index > word.Index || word.Has(Deprel.Cop)) return null;
        if (word is { Upos: Upos.Num } && verb.Index == word.Index - 1) return verb.Has(Deprel.Obj) ? null : Deprel.Obj;
        return word is { Xpos: "NNS", Upos: Upos.Noun } && word.Document[word.Index - 1] is { Lemma: "to", Relation: Deprel.Mark } to && to.HeadIndex == word.Index ? Deprel.Obl : null;
    }

    /// <summary>Whom it was done to in 'who shot the guard is not known', and what is said of that, where the tree has the guard for what is not known.</summary>
    private static (Token Thing, Token Known)? Asked(Token word)
    {
        if (word.Has(Deprel.Obj) || word.Child(Deprel.Nsubj) is not { Lemma: "who" or "what", Xpos: "WP" } asking || asking.Index + 1 != word.Index) return null;
        foreach (var known in (ReadOnlySpan<Token?>)[word.Head, word.Child(Deprel.Ccomp)])
            if (known is { } told && told.Index > word.Index && (told.Child(Deprel.NsubjPass) ?? told.Child(Deprel.Nsubj)) is { } thing && thing.Document.TokensIn(thing.SubtreeSpan).First == word.Index + 1) return (thing, told);
        return null;
    }

    /// <summary>'Gunmen accused of kidnapping the doctor were arrested', where the tree gives the verb two subjects: the second is what the deed before it was done to.</summary>
    private static (Token Thing, Token Deed)? Overtaken(Token word)
    {
        Token? first = null;
        foreach (var child in word.Children)
        {
            if (child.Relation is not (Deprel.Nsubj or Deprel.NsubjPass) || child.Index > word.Index) continue;
            if (first is { } subject && child.Document.TokensIn(child.SubtreeSpan).First - 1 is >= 0 and var before && child.Document[before] is { Upos: Upos.Verb, Xpos: "VBG" } deed && !deed.Has(Deprel.Obj) && deed.IsWithin(subject)) return (child, deed);
            first ??= child;
        }
        return null;
    }

    /// <summary>What 'up' bounds the number of where the tree ties it to the verb as in 'drove up to the gate'; where 'up to' opens a phrase the parser knows it.</summary>
    private static Token? Bounded(Token up)
    {
        if (up is not { Relation: Deprel.CompoundPrt, Lemma: "up" } || up.Index + 2 >= up.Document.Count) return null;
        var (to, number) = (up.Document[up.Index + 1], up.Document[up.Index + 2]);
        if (to is not { Relation: Deprel.Case, Lemma: "to", Head: { Relation: Deprel.Obl } thing } || number.Upos != Upos.Num || thing.HeadIndex != up.HeadIndex) return null;
        return number.Index == thing.Index || number.HeadIndex == thing.Index ? thing : null;
    }

    /// <summary>Who plans in 'the cabinet plans to resign', where the tree has nothing but 'plans' for the sentence to turn on.</summary>
    private Token? Planner(Token word)
    {
        if (word is not { Xpos: "NNS", Relation: Deprel.Root or Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj or Deprel.Advcl } || word.Index == 0 || word.Index + 2 >= word.Document.Count || !_pluralVerbs.Contains(word.Text)) return null;
        var (before, to, verb) = (word.Document[word.Index - 1], word.Document[word.Index + 1], word.Document[word.Index + 2]);
        if (before.HeadIndex != word.Index || before.Relation != Deprel.Compound || to is not { Relation: Deprel.Mark, Lemma: "to" } || verb is not { Relation: Deprel.Acl, Xpos: "VB" } || verb.HeadIndex != word.Index) return null;
        return word.Has(Deprel.Cop) || word.Has(Deprel.Case) || word.Has(Deprel.Nsubj) ? null : before;
    }

    /// <summary>True for a verb that has an object or, being passive, can have none.</summary>
    private static bool HasObject(Token verb) =>
        verb.Has(Deprel.Obj) || verb.Has(Deprel.AuxPass) || verb.Has(Deprel.NsubjPass) || verb.Has(Deprel.OblAgent) || verb is { Relation: Deprel.Acl, Xpos: "VBN" };

    /// <summary>Who did what a participle with an object tells, right behind a verb of saying.</summary>
    private Token? Subject(Token word)
    {
        if (word is not { Relation: Deprel.Acl, Xpos: "VBN" or "VBD", Head: { Relation: Deprel.Obj or Deprel.Iobj or Deprel.Nsubj, Head: { } saying } noun } || noun.Index > word.Index || saying.Index > noun.Index || !_saying.Contains(saying.Lemma)) return null;
        if (word.Child(Deprel.Obj) is not { } thing || thing.Index < word.Index || word.Has(Deprel.OblAgent) || word.Has(Deprel.Mark)) return null;
        foreach (var child in saying.Children) if (child.Relation == Deprel.Ccomp && child.Index > saying.Index) return null;
        for (var i = saying.Index + 1; i < noun.Index; i++) if (!word.Document[i].IsWithin(noun)) return null;
        return noun;
    }

    /// <summary>'The Emirates mediated in the exchange, the ministry said', where the saying has two subjects: the first is that of what is said.</summary>
    private static Token? Doubled(Token word)
    {
        if (word is not { Relation: Deprel.Acl, Xpos: "VBN" or "VBD", Head: { Relation: Deprel.Nsubj, Head: { } saying } noun } || noun.Index > word.Index || word.Index > saying.Index || word.Has(Deprel.OblAgent) || word.Has(Deprel.Mark)) return null;
        foreach (var child in saying.Children)
            if (child.Relation == Deprel.Nsubj && child.Index > word.Index && child.Index < saying.Index) return IsCommaBehind(word, child) ? noun : null;
        return null;
    }

    /// <summary>'He was called back from Addis Ababa, the ministry in Cairo said', where the tree has the ministry for another name of the city and nobody for who said it.</summary>
    private Token? Apposed(Token word)
    {
        if (word is not { Relation: Deprel.Parataxis or Deprel.Root, Xpos: "VBD" or "VBZ" } || word.Index - word.Sentence.First < 3 || !_saying.Contains(word.Lemma) || word.Has(Deprel.Nsubj)) return null;
        var at = word.Document[word.Index - 1];
        while (at.Relation != Deprel.Appos)
        {
            if (at.Head is not { } above || above.Index > word.Index) return null;
            at = above;
        }
        if (at.HeadIndex > at.Index) return null;
        var words = word.Document.TokensIn(at.SubtreeSpan);
        return words.End == word.Index && words.First > word.Sentence.First && (word.Document[words.First].Chars is "," || word.Document[words.First - 1].Chars is ",") ? at : null;
    }

    /// <summary>The verb of saying beside which another verb stands that the tree hangs on what is said first.</summary>
    private Token? Spoken(Token word)
    {
        if (word is not { Relation: Deprel.Conj, Head: { Relation: Deprel.Ccomp, Head: { } speaking } told } || speaking.Index > told.Index) return null;
        // 'denied that it had spied and called the break unjustified': a past tense is no participle of the same auxiliary
        if (!(word.Xpos is "VBD" && told.Xpos is "VBN") && !(word.Xpos is "VBD" or "VBN" && _saying.Contains(word.Lemma) && word.Has(Deprel.Ccomp))) return null;
        return !word.Has(Deprel.Aux) && !word.Has(Deprel.AuxPass) && !word.Has(Deprel.Nsubj) && !word.Has(Deprel.Mark) && told.Has(Deprel.Aux) && speaking.Has(Deprel.Nsubj) ? speaking : null;
    }

    /// <summary>'Rebels, the army says, killed 40 soldiers': whoever opens the sentence does what is told behind the saying that parts them.</summary>
    private static Token? Parted(Token word)
    {
        if (word is not { Relation: Deprel.Ccomp, Head: { } saying } || saying.Index > word.Index || word.Has(Deprel.Mark) || word.Has(Deprel.Nsubj) || word.Has(Deprel.NsubjPass) || word.Has(Deprel.Csubj) || word.Has(Deprel.Expl)) return null;
        Token? opening = null;
        foreach (var child in saying.Children)
        {
            if (child.Index > saying.Index) break;
            if (opening is null && child.Relation is Deprel.Vocative or Deprel.Dislocated or Deprel.Nsubj && child.Upos is Upos.Noun or Upos.Propn) opening = child;
            else if (child.Relation == Deprel.Nsubj) return IsCommaBehind(opening, child) ? opening : null;
        }
        return null;
    }

    /// <summary>True where a comma parts a phrase from the one that speaks.</summary>
    private static bool IsCommaBehind(Token? phrase, Token speaker)
    {
        if (phrase is not { } noun) return false;
        for (var i = noun.Index + 1; i < speaker.Index; i++) if (noun.Document[i].Chars is ",") return true;
        return false;
    }
}
