using Chancery.Linguistics;
using Chancery.Linguistics.Parsing;

namespace Chancery.Workshop.Parsing;

/// <summary>Turns tagged trees into numbers, with the forms and tags of the training part as the known ones.</summary>
internal sealed class ParserLessons
{
    internal const int SubwordRows = 8192;
    private readonly Dictionary<uint, int> _rowOf = [];
    private readonly Dictionary<uint, int> _counts = [];
    private readonly Dictionary<string, int> _xposOf = new(StringComparer.Ordinal);

    /// <param name="words">The training part's words.</param>
    /// <param name="xpos">Their Penn tags.</param>
    /// <param name="least">How often a form must be seen to be known.</param>
    internal ParserLessons(TokenizedText words, IEnumerable<string> xpos, int least = 2)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var hash = FormFeatures.Hash(words[i]);
            _counts[hash] = _counts.GetValueOrDefault(hash) + 1;
        }
        Forms = [.. _counts.Where(c => c.Value >= least).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)];
        for (var i = 0; i < Forms.Length; i++) _rowOf[Forms[i]] = i + 1;
        Xpos = [.. xpos.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var i = 0; i < Xpos.Length; i++) _xposOf[Xpos[i]] = i;
    }

    /// <summary>Hashes of the known forms; form <c>i</c> has row <c>i + 1</c>.</summary>
    internal uint[] Forms { get; }

    /// <summary>The known Penn tags.</summary>
    internal string[] Xpos { get; }

    internal IEnumerable<Example> Examples(TaggedText tagged, Document gold)
    {
        for (var s = 0; s < gold.SentenceCount; s++)
        {
            var first = s == 0 ? 0 : tagged.Words.SentenceEnds[s - 1];
            yield return Example(tagged, gold, first, tagged.Words.SentenceEnds[s]);
        }
    }

    private Example Example(TaggedText tagged, Document gold, int first, int end)
    {
        var n = end - first;
        var example = new Example(new int[n], new int[n], new int[n * FormFeatures.PerWord], new int[n], new int[n], new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            var form = tagged.Words[first + i];
            var hash = FormFeatures.Hash(form);
            example.Words[i] = _rowOf.GetValueOrDefault(hash);
            example.Counts[i] = _counts.GetValueOrDefault(hash);
            FormFeatures.Subwords(form, SubwordRows, example.Subwords.AsSpan(i * FormFeatures.PerWord, FormFeatures.PerWord));
            example.Upos[i] = (int)tagged.Upos[first + i];
            example.Xpos[i] = _xposOf.GetValueOrDefault(tagged.Xpos[first + i], Xpos.Length);
            var head = gold[first + i].HeadIndex;
            example.Heads[i] = head < 0 ? 0 : head - first + 1;
            example.Labels[i] = (int)gold[first + i].Relation;
        }
        return example;
    }
}
