using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;
using Chancery.Mentions.Quantities;

namespace Chancery.Coding.Figures;

/// <summary>Finds who counts and by what word: 'the ministry put the number at 81', 'the dead number 40', 'a hospital spoke of five', 'eight, according to a doctor'.</summary>
/// <remarks>Immutable and thread-safe. The words are data (<see cref="CountLexicon"/>); trees are often wrong about bare numbers, so that where words stand goes before what they hang on.</remarks>
internal sealed class Reckonings(CountLexicon lexicon)
{
    /// <summary>Words of a source's name.</summary>
    private const int Longest = 7;

    /// <summary>The word that tells a number as a count, also where what stands between parts them in the tree: 'put the number … at 1,000'; null for a number that is done something with.</summary>
    internal Token? Find(Document document, QuantityMention mention)
    {
        var first = First(document, mention);
        var sentence = document[first].Sentence;
        if (first > sentence.First && document[first - 1].Lemma is "at" or "to" or "as")
            for (var i = first - 2; i >= sentence.First; i--)
                if (document[i].Upos == Upos.Verb && Tells(document[i], document[mention.Head]) && Counted(document[i], -1) is not null || document[first - 1].Lemma is "at" or "as" && Put(document[i], -1) is not null || lexicon.Moves(document[i]) && IsMeasured(mention.Quantity)) return document[i];
        if (first > sentence.First + 1 && (IsSpoke(document[first - 2]) || IsStood(document[first - 2]))) return document[first - 2];
        return Numbering.VerbBefore(document[first]) ?? Find(document[mention.Head]) ?? Anew(document, mention);
    }

    /// <summary>
    /// 'A hospital spoke of five', 'a deputy counted six', 'eight, said a doctor', 'a villager says there are eight': the word by which somebody gives a bare number for what was just counted;
    /// null where the number has a noun or another verb.
    /// </summary>
    internal Token? Anew(Document document, QuantityMention mention)
    {
        var number = document[mention.Head];
        return mention.Quantity is { Unit: null, Currency: null } bare && number.Upos is Upos.Num or Upos.Adj && decimal.IsInteger(bare.Min ?? bare.Max ?? 0) ? Alone(document, mention) ?? There(document, mention) ?? Anew(number) : null;
    }

    private Token? Anew(Token number)
    {
        if (number.Upos != Upos.Num || number.Index < number.Sentence.First + 2) return null;
        if (number.Relation is Deprel.Obj or Deprel.Iobj or Deprel.Xcomp or Deprel.OblUnmarked && number.Head is { Upos: Upos.Verb } verb && verb.Index < number.Index && lexicon.GivesAnew(verb)) return verb;
        var at = number.Index - 1;
        while (at > number.Sentence.First + 1 && number.Document[at].Upos == Upos.Adv) at--;
        var (told, by) = (number.Document[at - 1], number.Document[at]);
        if (by.Upos == Upos.Adp) return told.Upos == Upos.Verb && lexicon.GivesAnew(told, by) || IsSpoke(told) ? told : null;
        // 'the ministry lists 38.', whatever the tagger makes of 'lists'
        return by.Xpos is "NNS" && lexicon.GivesAnew(by) && told.Upos is Upos.Noun or Upos.Propn && (number.Index + 1 >= number.Sentence.End || number.Document[number.Index + 1].Upos == Upos.Punct) ? by : null;
    }

    /// <summary>'Eight, said a doctor', 'at least eight, according to the embassy', '300 by the police count and 1,000 by that of the club': a number on somebody's word that is a sentence, or the other half of one.</summary>
    private static Token? Alone(Document document, QuantityMention mention)
    {
        var (words, sentence) = (document.TokensIn(mention.Span), document[mention.Head].Sentence);
        if (words.End + 2 >= sentence.End) return null;
        var first = words.First;
        while (first > sentence.First && document[first - 1].Upos is Upos.Adv) first--;
        if (first > sentence.First && document[first - 1].Upos is Upos.Punct or Upos.Cconj && (document[words.End].Lemma is "accord" or "according" || document[words.End].Chars is "by" && first - sentence.First > 2)) return document[words.End];
        while (first > sentence.First && document[first - 1].Upos == Upos.Punct) first--;
        if (first != sentence.First || document[words.End].Chars is not ",") return null;
        var next = document[words.End + 1];
        if (next.Lemma is "accord" or "according") return next;
        return document[mention.Head].Head is { Upos: Upos.Verb, Xpos: "VBD" or "VBZ" or "VBP" } told && told.Index > words.End && (told.Index == next.Index || document[mention.Head].Relation is not (Deprel.Nsubj or Deprel.NsubjPass)) ? told : null;
    }

    /// <summary>'says there are eight', 'said it was more than nine': who says so.</summary>
    private static Token? There(Document document, QuantityMention mention)
    {
        var first = document.TokensIn(mention.Span).First;
        var at = first - 3;
        if (at < document[first].Sentence.First || document[first - 1].Lemma is not "be" || document[first - 2].Lemma is not ("it" or "there")) return null;
        if (document[at].Lemma is "that" && at > document[at].Sentence.First) at--;
        return document[at].Upos == Upos.Verb ? document[at] : null;
    }

    /// <summary>Who puts the number at so many: 'South Korean media have put it at 1,000'; null where nobody is said to.</summary>
    internal string? Reckoner(Document document, MentionSet mentions, QuantityMention mention)
    {
        if (Find(document, mention) is not { } verb) return null;
        if (IsSpoke(verb)) return Before(mentions, verb);
        if (Subject(document, mention, verb) is not { } subject || lexicon.IsCount(subject)) return null;
        foreach (var entity in CountFinder.At(mentions, subject))
            return entity.Kind == MentionKind.Nominal && entity.Actor is null && subject.Child(Deprel.Nmod) is { } of && of.Child(Deprel.Case) is { Lemma: "for" or "of" } ? Words(subject, of) : entity.Kind == MentionKind.Pronoun ? entity.Name : entity.Actor?.Name ?? entity.Name;
        // whoever is counted counts nobody: 'the dead rose to 41'
        if (subject.Upos is not (Upos.Noun or Upos.Propn or Upos.Adj) || IsCounted(subject) || lexicon.Changes(verb)) return null;
        var words = document.TokensIn(subject.SubtreeSpan);
        return words.Count <= Longest && (words.End <= verb.Index || subject.Index > verb.Index) ? OneLine.Of(words.Span.In(document.Text)) : null;
    }

    /// <summary>Who counts: the subject, behind the number with 'by', or behind the verb in 'eight, said a doctor'.</summary>
    private static Token? Subject(Document document, QuantityMention mention, Token verb)
    {
        if (verb.Upos != Upos.Verb) return verb.Child(Deprel.Nsubj);
        var clause = new Clause(verb);
        if (!clause.IsPassive) return clause.Subject is { } subject && subject.Index != mention.Head ? subject : verb.Index > mention.Head ? verb.Child(Deprel.Obj) : null;
        // 'put at 90 by a union and at 40 by the ministry'
        var end = document.TokensIn(mention.Span).End;
        var isNext = end < document[mention.Head].Sentence.End && document[end].Lemma is "by";
        return isNext && document[end].Head is { Upos: Upos.Noun or Upos.Propn } next ? next : verb.Child(Deprel.OblAgent);
    }

    /// <summary>'the number of troops … at 1,000', 'its toll to 40': the noun that a verb of counting has beside the number.</summary>
    internal Token? Counts(Document document, QuantityMention mention)
    {
        if (Find(document, mention) is { } verb)
        {
            if (Numbering.VerbBefore(document[First(document, mention)]) is { } numbered) return Numbering.Subject(numbered);
            if (IsStood(verb)) return CountBefore(verb);
            if (Named(document, mention, verb) is { } named) return named;
            // 'an earlier tally had put the dead at 12': what is put goes before what puts it
            var counted = Counted(verb, mention.Head);
            var put = Put(verb, mention.Head);
            if (put is { Relation: Deprel.Obj, Upos: not Upos.Pron } dead && !lexicon.IsCount(dead)) return dead;
            if (counted is not null) return counted;
            if (put is { Upos: not Upos.Pron }) return put;
        }
        var at = document[mention.Head];
        if (IsOf(at) is { } own) return Of(own);
        for (var step = 0; step < 3 && at.Head is { } above; step++, at = above)
            if (above.Upos == Upos.Verb && Counted(above, at.Index) is { } noun && (Tells(above, at) || lexicon.IsCountByItself(noun))) return noun;
        return null;
    }

    /// <summary>'the toll is 15', 'the dead are now two': what the number is said to be.</summary>
    internal Token? IsOf(Token number) =>
        number.Upos == Upos.Num && number.Child(Deprel.Cop) is not null && number.Child(Deprel.Nsubj) is { } subject && (lexicon.IsCount(subject) || subject.Upos == Upos.Adj && lexicon.Act(subject) is not null) ? subject : null;

    /// <summary>True for a number that a verb of counting tells of something.</summary>
    internal bool IsTold(Document document, QuantityMention mention) =>
        Find(document, mention) is { } verb && (Counted(verb, mention.Head) is not null || lexicon.Moves(verb) && document[mention.Head].Child(Deprel.Case) is { Lemma: "to" } || Put(verb, mention.Head) is not null || IsStood(verb) || Numbering.VerbBefore(document[First(document, mention)]) is not null);

    /// <summary>'had earlier spoken of 700', 'had put the toll at 12': what was counted before. What somebody said he had counted is no earlier count.</summary>
    internal bool IsFormer(Token verb)
    {
        foreach (var child in verb.Children) if (child.Relation == Deprel.Advmod && lexicon.IsFormer(child)) return true;
        // 'it had put the toll at 12' was told before; who 'had counted 64,000' had done so when he told
        return verb.Relation is not (Deprel.Ccomp or Deprel.AclRelcl or Deprel.Acl or Deprel.Advcl) && verb.Upos == Upos.Verb && verb.Child(Deprel.Aux) is { Lemma: "have", Xpos: "VBD" } && (lexicon.Puts(verb) || !lexicon.Tallies(verb));
    }

    /// <summary>'put the methane at 80,000 tons', 'puts the cost at $5 billion': no thing is put where so much of it is.</summary>
    private bool IsMeasured(Quantity quantity) => quantity.Currency is not null || quantity.Noun is { } noun && (noun is "percent" || lexicon.Thing(noun) is "measure");

    /// <summary>First word of the number, or of the quotation mark before it.</summary>
    private static int First(Document document, QuantityMention mention)
    {
        var first = document.TokensIn(mention.Span).First;
        var sentence = document[first].Sentence;
        while (first > sentence.First && document[first - 1].Upos == Upos.Punct) first--;
        return first;
    }

    /// <summary>The verb that tells the number as a count.</summary>
    private Token? Find(Token number)
    {
        foreach (var child in number.Children) if (child.Relation is Deprel.AclRelcl or Deprel.Acl && Tells(child, number)) return child;
        var at = number;
        for (var step = 0; step < 3 && at.Head is { } above; step++, at = above)
            if (above.Upos == Upos.Verb) return Tells(above, at) ? above : null;
        return null;
    }

    /// <summary>'and that of survivors at 29', 'and the injured at 106': what stands nearer to the number than what the verb counts first.</summary>
    private Token? Named(Document document, QuantityMention mention, Token verb)
    {
        for (var i = document.TokensIn(mention.Span).First - 1; i > verb.Index + 1; i--)
            if (document[i - 1].Lemma is "of" && document[i - 2].Lemma is "that" && document[i].Upos is Upos.Noun or Upos.Adj or Upos.Verb) return document[i];
        // 'the dead at 27 and the injured at 106'
        var at = First(document, mention) - 1;
        return at > verb.Index + 3 && document[at].Lemma is "at" && lexicon.Act(document[at - 1]) is not null && document[at - 2].Upos == Upos.Det && document[at - 3].Upos == Upos.Cconj ? document[at - 1] : null;
    }

    private Token? Counted(Token verb, int number)
    {
        foreach (var child in verb.Children)
            if (child.Index != number && child.Relation is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj && lexicon.IsCount(child)) return Of(child);
        return null;
    }

    /// <summary>Those that a count is of: 'the number of dead', but 'the toll of the landslide' is none of landslides.</summary>
    private Token Of(Token count) => count.Child(Deprel.Nmod) is { } of && (IsCounted(of) || of.Xpos is "NNS" || lexicon.Thing(count.Lemma) is "number") ? of : count;

    /// <summary>What a verb puts at a number, be it no count by itself: 'them', 'the injured', 'the dead' that number 67.</summary>
    private Token? Put(Token verb, int number)
    {
        if (!lexicon.Puts(verb)) return null;
        // 'has troops at 20 bases' puts them nowhere, 'has it at 20' does
        if (verb.Lemma is "have") return verb.Child(Deprel.Obj) is { Upos: Upos.Pron } them && Follows(verb, them) ? them : null;
        foreach (var child in verb.Children)
            if (child.Index != number && (child.Relation is Deprel.Obj or Deprel.NsubjPass || child.Relation == Deprel.Nsubj && verb.Lemma is "number") && (child.Lemma is "they" or "it" or "those" or "them" || IsCounted(child))) return child;
        return null;
    }

    /// <summary>True where a verb, its object, 'at' and a number stand in a row.</summary>
    private static bool Follows(Token verb, Token them) =>
        them.Index == verb.Index + 1 && them.Index + 2 < verb.Sentence.End && verb.Document[them.Index + 1].Lemma is "at" && verb.Document[them.Index + 2].Upos is Upos.Num or Upos.Adv;

    private bool IsCounted(Token noun) => lexicon.Thing(noun.Lemma) is not null || lexicon.Act(noun) is not null;

    /// <summary>True for a verb of counting: whoever brings the toll, or brings it, to 40 moves a count, whoever brings 40 tents does not.</summary>
    private bool Tells(Token verb, Token number) =>
        lexicon.Reckons(verb) || lexicon.Moves(verb) && (Counted(verb, number.Index) is not null || verb.Child(Deprel.Obj) is { Upos: Upos.Pron }) || lexicon.Changes(verb) && verb.Child(Deprel.Nsubj) is { } subject && lexicon.IsCount(subject);

    /// <summary>'spoke of 41 planes', which the tagger takes for a noun now and then.</summary>
    private static bool IsSpoke(Token word) => word.Chars is "spoke" && word.Upos != Upos.Verb && word.Index + 1 < word.Sentence.End && word.Document[word.Index + 1].Lemma is "of";

    /// <summary>'the tally of the dead stood at 43', which the tagger takes for a noun now and then.</summary>
    private bool IsStood(Token word) =>
        word.Chars is "stood" && word.Upos != Upos.Verb && word.Index + 1 < word.Sentence.End && word.Document[word.Index + 1].Lemma is "at" && CountBefore(word) is not null;

    /// <summary>The count that a clause begins with.</summary>
    private Token? CountBefore(Token word)
    {
        for (var i = word.Index - 1; i >= Math.Max(word.Sentence.First, word.Index - Longest) && word.Document[i].Upos is not (Upos.Punct or Upos.Verb); i--)
            if (lexicon.IsCount(word.Document[i])) return word.Document[i];
        return null;
    }

    /// <summary>The name right before a word, back to where its clause begins.</summary>
    private static string? Before(MentionSet mentions, Token word)
    {
        if (word.Index == word.Sentence.First) return null;
        foreach (var entity in CountFinder.At(mentions, word.Document[word.Index - 1])) if (entity.Kind == MentionKind.Name) return entity.Actor?.Name ?? entity.Name;
        var first = word.Index;
        // 'in Kunar a police chief': a name ends where another one's article stands
        while (first > word.Sentence.First && word.Index - first < Longest && word.Document[first].Upos != Upos.Det && word.Document[first - 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Part) first--;
        return first < word.Index ? OneLine.Of(new TextSpan(word.Document[first].Span.Start, word.Document[word.Index - 1].Span.End).In(word.Document.Text)) : null;
    }

    /// <summary>'spokesman for the disaster ministry': a noun with those it speaks for.</summary>
    private static string Words(Token noun, Token of) => OneLine.Of(new TextSpan(noun.Span.Start, of.Span.End).In(noun.Document.Text));
}
