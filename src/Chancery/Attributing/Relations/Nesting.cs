using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Sets relations into one another: one that stands in the content of another is within it.</summary>
internal static class Nesting
{
    private const int Nobody = -1;

    /// <summary>Drops what is no voice of its own and returns, for every relation that stays, the index of the one around it.</summary>
    /// <remarks>The longest content is laid down first, so what covers a word in the end is the relation closest around it.</remarks>
    internal static int?[] Arrange(Document document, SourceNames names, List<Draft> drafts)
    {
        var cover = new int[document.Count];
        Array.Fill(cover, Nobody);
        var (around, kept) = (new int[drafts.Count], new bool[drafts.Count]);
        foreach (var i in Enumerable.Range(0, drafts.Count).OrderByDescending(i => drafts[i].Length).ThenBy(i => drafts[i].Kind == AttributionKind.Cite).ThenBy(i => drafts[i].Anchor))
        {
            // What is passed on from another stands inside what is passed on, wherever the other is named.
            var hearsay = drafts[i].Kind == AttributionKind.Cite && drafts[i].Content.Count > 0;
            around[i] = cover[hearsay ? drafts[i].Content[0].First : drafts[i].Anchor];
            kept[i] = around[i] == Nobody || hearsay || IsAnotherVoice(document, names, drafts[around[i]], drafts[i]);
            if (!kept[i]) continue;
            foreach (var range in drafts[i].Content) Array.Fill(cover, i, range.First, range.End - range.First);
        }
        var place = new int[drafts.Count];
        for (int i = 0, next = 0; i < drafts.Count; i++) place[i] = kept[i] ? next++ : Nobody;
        var within = Enumerable.Range(0, drafts.Count).Where(i => kept[i]).Select(i => around[i] == Nobody ? (int?)null : place[around[i]]).ToArray();
        var all = drafts.ToArray();
        drafts.Clear();
        for (var i = 0; i < all.Length; i++) if (kept[i]) drafts.Add(all[i]);
        return within;
    }

    /// <summary>
    /// A source inside another's words counts where it is somebody else's and is said to vouch for something. Speakers who say 'I think' or 'we want' are
    /// still speaking for themselves.
    /// </summary>
    private static bool IsAnotherVoice(Document document, SourceNames names, Draft outer, Draft inner)
    {
        if (inner.Kind is not (AttributionKind.Say or AttributionKind.Tell or AttributionKind.Think or AttributionKind.Show or AttributionKind.Cite)) return false;
        if (inner.SourceHead < 0) return false;
        // 'I think they thought so' is two voices; in the words of somebody named a pronoun mostly stands for that one
        if (document[inner.SourceHead].Upos == Upos.Pron && outer.SourceHead >= 0 && !(document[outer.SourceHead].Lemma is "I" or "we" && document[inner.SourceHead].Lemma is "he" or "she" or "they")) return false;
        return outer.SourceHead < 0 || names.Of(outer) != names.Of(inner);
    }
}
