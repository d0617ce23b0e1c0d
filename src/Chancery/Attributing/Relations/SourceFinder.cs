using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Relations;

/// <summary>Finds the words that name a source, and their extent.</summary>
internal static class SourceFinder
{
    /// <summary>A source with more words than this is a parsing accident: its head's own group is taken.</summary>
    private const int Longest = 40;

    /// <summary>Sets the source of a relation to the phrase this word heads.</summary>
    internal static void Set(Draft draft, TextLayout layout, Token head)
    {
        var range = Extent(layout, head, draft.CueWord);
        draft.SourceHead = head.Index;
        draft.Source = range;
    }

    /// <summary>Who says it: the subject of an active verb, the agent of a passive one.</summary>
    internal static Token? Of(Token verb)
    {
        // 'When asked about the raid': nobody is named.
        if (verb.Relation == Deprel.Advcl && verb.Xpos is "VBN" or "VBD" && !verb.Has(Deprel.Nsubj)) return verb.Child(Deprel.OblAgent);
        // 'the envoy was quoted by the agency as saying': who is quoted says so
        if (verb is { Xpos: "VBG", Relation: Deprel.Advcl, Head: { } quoting } && verb.Child(Deprel.Mark)?.Lemma is "as" && new Clause(quoting).IsPassive) return Arguments.Subject(quoting);
        if (new Clause(verb).IsPassive) return verb.Child(Deprel.OblAgent) ?? new Clause(verb).Oblique("by");
        // In a relative clause the pronoun stands for the source, next to what it says.
        var subject = verb.Child(Deprel.Nsubj) ?? Arguments.Subject(verb);
        if (verb.Xpos is not ("VBD" or "VBZ" or "VBP"))
        {
            // 'the focus on backing the war', 'joined the effort, writing that …': what the participle hangs on does not speak
            if (verb is { Xpos: "VBG", Relation: Deprel.Acl, Head: { } governed } && (verb.Has(Deprel.Mark) || IsApart(verb, governed))) return verb.Has(Deprel.Mark) ? null : verb.Sentence.Root.Child(Deprel.Nsubj);
            if (subject is { } paper && Author(paper, verb) is { } author) return author;
            return subject ?? (verb.Xpos == "VBG" ? verb.Sentence.Root.Child(Deprel.Nsubj) : null);
        }
        if (subject is { } named && Clause.IsDay(named)) subject = null;
        var first = VerbRelations.CueRange(verb).First;
        if (Inverted(verb, first) is { } speaker) return speaker;
        if (first > verb.Sentence.First + 1 && verb.Document[first - 1].Chars is "," && (subject is null || subject.Value.Xpos is "WP" or "WDT" && subject.Value.Index < first - 3))
            return First(verb.Sentence, first - 1) ?? subject;
        return subject ?? Before(verb, first);
    }

    /// <summary>'…, said the 30-year-old', where the tree takes whoever said it for what was said.</summary>
    private static Token? Inverted(Token verb, int cue) =>
        verb is { Lemma: "say" or "add" } && !verb.Has(Deprel.Nsubj) && cue > verb.Sentence.First && verb.Document[cue - 1].Upos == Upos.Punct
        && verb.Child(Deprel.Obj) is { } behind && behind.Child(Deprel.Det) is { } article && article.Index == verb.Index + 1 ? behind : null;

    /// <summary>True where a comma parts the participle from the noun, and the noun is no subject: 'met the crew, saying …'.</summary>
    private static bool IsApart(Token verb, Token noun) =>
        verb.Document[verb.Index - 1].Chars is "," && noun.Index < verb.Index - 1 && noun.Relation.Universal() is Deprel.Obj or Deprel.Obl or Deprel.Nmod && !IsPaper(noun);

    private static bool IsPaper(Token noun) => noun.Lemma is "statement" or "letter" or "tweet" or "message" or "email" or "post" or "note" or "memo" or "report";

    /// <summary>'issued a statement saying': who speaks is who issued it.</summary>
    private static Token? Author(Token paper, Token verb) =>
        verb.Relation is Deprel.Acl or Deprel.Advcl && paper is { Relation: Deprel.Obj, Head: { } issued, Lemma: "statement" or "letter" or "tweet" or "message" or "email" or "post" or "note" or "memo" }
            ? Arguments.Subject(issued) : null;

    /// <summary>'The envoy, who asked not to be named, said': the first name or noun of the sentence, where a comma parts it from the cue.</summary>
    private static Token? First(Sentence sentence, int comma)
    {
        for (var word = sentence.First; word < comma; word++)
        {
            var token = sentence.Document[word];
            if (token.Upos is Upos.Verb or Upos.Adp or Upos.Sconj) return null;
            if (token.Upos is Upos.Noun or Upos.Propn or Upos.Pron && token.Relation is not (Deprel.Compound or Deprel.NmodPoss or Deprel.Flat)) return token;
        }
        return null;
    }

    /// <summary>The phrase right before the verb, where the tree found no subject: its first noun ('Aides to the king say'), its last behind an opening preposition.</summary>
    private static Token? Before(Token verb, int cue)
    {
        var first = cue;
        while (first > verb.Sentence.First && cue - first < 12 && verb.Document[first - 1] is var before
            && before.Upos is not (Upos.Punct or Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Cconj)) first--;
        Token? found = null;
        for (var word = first; word < cue; word++)
        {
            var token = verb.Document[word];
            if (token.Upos is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num) || Clause.IsDay(token)) continue;
            var inner = token.Relation is Deprel.Compound or Deprel.Flat or Deprel.NmodPoss or Deprel.Nummod && word + 1 < cue && verb.Document[word + 1].Upos is Upos.Noun or Upos.Propn;
            if (!inner && (found is null || verb.Document[first].Upos == Upos.Adp)) found = token;
        }
        return found;
    }

    /// <summary>The phrase of a head, up to the cue if that hangs below it ('a statement saying …'), without its preposition.</summary>
    internal static WordRange Extent(TextLayout layout, Token head, int cue)
    {
        var range = layout.Subtree(head.Index);
        foreach (var child in head.Children)
        {
            var sub = layout.Subtree(child.Index);
            if (child.Relation == Deprel.Case && child.Index < head.Index) range = range with { First = Math.Max(range.First, sub.End) };
            // 'asserted by the Crown that they knew': what is asserted, taken for a relative clause
            else if (child.Relation is Deprel.Acl or Deprel.AclRelcl && child.Child(Deprel.Mark) is { Lemma: "that", Upos: Upos.Sconj } && child.Index > head.Index) range = range with { End = Math.Min(range.End, sub.First) };
            else if (child.Relation is Deprel.Parataxis or Deprel.Punct or Deprel.Cop or Deprel.Nsubj or Deprel.Cc)
                range = child.Index < head.Index ? range with { First = Math.Max(range.First, sub.End) } : range with { End = Math.Min(range.End, sub.First) };
        }
        if (range.Contains(cue)) range = cue > head.Index ? range with { End = Math.Max(head.Index + 1, Math.Min(range.End, layout.Left(cue))) } : range with { First = Math.Min(head.Index, cue + 1) };
        if (range.End - range.First <= Longest && range.Contains(head.Index)) return Trim(layout.Document, range);
        return Core(layout, head);
    }

    /// <summary>The head with what stands before it and the names joined to it.</summary>
    internal static WordRange Core(TextLayout layout, Token head)
    {
        var range = new WordRange(head.Index, head.Index + 1);
        foreach (var child in head.Children)
            if (child.Relation.Universal() is Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Flat or Deprel.Nummod
                || child.Relation == Deprel.NmodPoss)
                range = range.Union(layout.Subtree(child.Index));
        return range;
    }

    private static WordRange Trim(Document document, WordRange range)
    {
        while (range.End > range.First + 1 && document[range.End - 1].Upos == Upos.Punct) range = range with { End = range.End - 1 };
        while (range.End > range.First + 1 && document[range.First].Upos == Upos.Punct) range = range with { First = range.First + 1 };
        return range;
    }
}
