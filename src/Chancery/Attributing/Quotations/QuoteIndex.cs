using Chancery.Attributing.Relations;
using Chancery.Linguistics;

namespace Chancery.Attributing.Quotations;

/// <summary>The quotations of a document as runs of words, and for every word the quotation it stands in.</summary>
internal sealed class QuoteIndex
{
    private readonly int[] _quoteOf;

    internal QuoteIndex(Document document)
    {
        _quoteOf = new int[document.Count];
        Array.Fill(_quoteOf, -1);
        var ranges = new List<WordRange>();
        foreach (var span in QuoteFinder.Find(document.Text))
        {
            var words = document.TokensIn(span);
            if (words.Count == 0) continue;
            for (var word = words.First; word < words.End; word++) _quoteOf[word] = ranges.Count;
            ranges.Add(new(words.First, words.End));
        }
        Ranges = [.. ranges];
        Claimed = new Draft?[Ranges.Length];
    }

    internal WordRange[] Ranges { get; }

    /// <summary>For every quotation the relation whose content it is.</summary>
    internal Draft?[] Claimed { get; }

    /// <summary>Number of the quotation the word stands in; -1 for none.</summary>
    internal int At(int word) => _quoteOf[word];

    /// <summary>Adds to the content every quotation that it touches, so that a quotation of several sentences stays whole.</summary>
    internal void Complete(Draft draft)
    {
        foreach (var range in draft.Content.ToArray())
        {
            for (var word = range.First; word < range.End; word++)
            {
                var quote = _quoteOf[word];
                if (quote < 0) continue;
                var whole = Ranges[quote];
                word = whole.End - 1;
                if (draft.CueWord >= 0 && whole.Contains(draft.CueWord)) continue;
                Claim(quote, draft);
            }
        }
    }

    /// <summary>The quotations that a relation's content has or touches, in text order; one that the content lies around is told for each of its parts.</summary>
    internal IEnumerable<WordRange> Within(Draft draft)
    {
        if (!draft.Quoted) yield break;
        foreach (var range in draft.Content)
            for (var word = range.First; word < range.End; word++)
            {
                if (_quoteOf[word] is not (>= 0 and var quote)) continue;
                yield return Ranges[quote];
                word = Ranges[quote].End - 1;
            }
    }

    /// <summary>Gives a quotation to a relation.</summary>
    internal void Claim(int quote, Draft draft)
    {
        draft.Add(Ranges[quote]);
        draft.Quoted = true;
        Claimed[quote] ??= draft;
    }
}
