using Chancery.Linguistics;

namespace Chancery.Tests;

/// <summary>Documents made by hand: one sentence a string, words parted by blanks, flat trees without tags.</summary>
internal static class Words
{
    internal static Document Of(params string[] sentences)
    {
        var text = string.Join(' ', sentences);
        List<int> starts = [], ends = [], sentenceEnds = [];
        var at = 0;
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence.Split(' '))
            {
                starts.Add(at);
                ends.Add(at += word.Length);
                at++;
            }
            sentenceEnds.Add(starts.Count);
        }
        var n = starts.Count;
        var words = new TokenizedText(text, [.. starts], [.. ends], [.. sentenceEnds]);
        var lemmas = Enumerable.Range(0, n).Select(i => words[i].ToString().ToLowerInvariant()).ToArray();
        var heads = new int[n];
        for (int s = 0, i = 0; s < sentenceEnds.Count; s++)
            for (var first = i; i < sentenceEnds[s]; i++) heads[i] = i == first ? -1 : first;
        return new Document(new TaggedText(words, new Upos[n], Enumerable.Repeat("_", n).ToArray(), Enumerable.Repeat("_", n).ToArray(), lemmas), heads, new Deprel[n]);
    }
}
