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
        if (new Clause(verb).IsPassive) return verb.Child(Deprel.OblAgent) ?? new Clause(verb).Oblique("by");
        // In a relative clause the pronoun stands for the source, next to what it says.
        return verb.Child(Deprel.Nsubj) ?? Arguments.Subject(verb);
    }

    /// <summary>The phrase of a head, up to the cue if that hangs below it ('a statement saying …'), without its preposition.</summary>
    internal static WordRange Extent(TextLayout layout, Token head, int cue)
    {
        var range = layout.Subtree(head.Index);
        foreach (var child in head.Children)
        {
            var sub = layout.Subtree(child.Index);
            if (child.Relation == Deprel.Case && child.Index < head.Index) range = range with { First = Math.Max(range.First, sub.End) };
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
