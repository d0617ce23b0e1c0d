using System.Collections.Frozen;

namespace Chancery.Linguistics.Parsing;

/// <summary>Mends trees in which an opening phrase was not parted from the subject (<see cref="Openings"/>), what somebody says was not taken for a clause, 'plans' in 'the cabinet plans to resign' for a verb, or 'up' in 'sent up to 3,000 soldiers' for part of a number.</summary>
/// <remarks>
/// Immutable and thread-safe. A participle that has an object of its own is none behind a verb of saying: in 'the army said rebels killed 40 soldiers' the rebels killed. And who 'denied that
/// troops had attacked and said they had left' said so himself: the auxiliary of the one clause is not that of the other. What is said may be parted by the saying: 'rebels, the army says, killed 40 soldiers'.
/// </remarks>
internal sealed class TreeMender
{
    private readonly FrozenSet<string> _saying;
    private readonly FrozenSet<string> _pluralVerbs;
    private readonly Openings _openings;

    internal TreeMender(LanguagePack pack)
    {
        _saying = pack.Read("languages/en/parsing/bare-clauses.tsv", "lemma", "example").Rows.Select(row => row["lemma"]).ToFrozenSet(StringComparer.Ordinal);
        _pluralVerbs = pack.Read("languages/en/parsing/plural-verbs.tsv", "form", "example").Rows.Select(row => row["form"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _openings = new(pack);
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
