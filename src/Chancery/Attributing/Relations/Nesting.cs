using Chancery.Attributing.Quotations;
using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Sets relations into one another: one that stands in the content of another is within it.</summary>
internal static class Nesting
{
    /// <summary>Drops what is no voice of its own and returns, for every relation that stays, the index of the one around it.</summary>
    internal static int?[] Arrange(Document document, QuoteIndex quotes, SourceNames names, List<Draft> drafts)
    {
        drafts.RemoveAll(draft => Around(drafts, draft) is { } outer && !IsAnotherVoice(document, quotes, names, outer, draft));
        var within = new int?[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
            if (Around(drafts, drafts[i]) is { } outer) within[i] = drafts.IndexOf(outer);
        return within;
    }

    /// <summary>The relation with the shortest content around this one.</summary>
    private static Draft? Around(List<Draft> drafts, Draft inner)
    {
        Draft? best = null;
        var shortest = int.MaxValue;
        foreach (var outer in drafts)
        {
            if (outer == inner || !outer.Covers(inner.Anchor)) continue;
            var length = 0;
            foreach (var range in outer.Content) length += range.End - range.First;
            if (length < shortest) (best, shortest) = (outer, length);
        }
        return best;
    }

    /// <summary>
    /// A source inside another's words counts where it is somebody else's and is said to vouch for something. Speakers who say 'I think' or 'we want' are
    /// still speaking for themselves.
    /// </summary>
    private static bool IsAnotherVoice(Document document, QuoteIndex quotes, SourceNames names, Draft outer, Draft inner)
    {
        if (inner.Kind is not (AttributionKind.Say or AttributionKind.Tell or AttributionKind.Think or AttributionKind.Show or AttributionKind.Cite)) return false;
        if (inner.SourceHead < 0) return false;
        if (document[inner.SourceHead].Upos == Upos.Pron) return false;
        _ = quotes;
        return outer.SourceHead < 0 || names.Of(outer) != names.Of(inner);
    }
}
