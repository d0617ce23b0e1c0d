using System.Buffers;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>Gives every word its part of speech, features and lemma.</summary>
/// <remarks>Immutable and thread-safe. An averaged perceptron from left to right; integers only.</remarks>
internal sealed class Tagger
{
    internal const string Kind = "tagger";
    private readonly SparseWeights _weights;
    private readonly Upos[] _upos;
    private readonly string[] _xpos;
    private readonly Morphology _morphology;

    private readonly Lexicon _lexicon;
    private readonly BaseForms _bases;
    private readonly int[] _parts;
    private readonly EndingTable _known;
    private readonly EndingTable _sure;

    /// <summary>Opens the models of a pack.</summary>
    internal static Tagger Open(LanguagePack pack)
    {
        var lexicon = new Lexicon(ModelFile.Open(pack, "languages/en/models/lexicon.bin", Lexicon.Kind));
        return new(ModelFile.Open(pack, "languages/en/models/tagger.bin", Kind), new Morphology(ModelFile.Open(pack, "languages/en/models/morphology.bin", Morphology.Kind)), lexicon, new(pack, lexicon));
    }

    private Tagger(ModelFile model, Morphology morphology, Lexicon lexicon, BaseForms bases)
    {
        (_lexicon, _bases) = (lexicon, bases);
        _known = new EndingTable(model, 4);
        _sure = new EndingTable(model, 5);
        var names = model.ReadStrings(0);
        _upos = [.. names.Select(n => UniversalNames.ParseUpos(n.Split('|')[0]))];
        _xpos = [.. names.Select(n => n.Split('|')[1])];
        _parts = Array.ConvertAll(_xpos, BaseForms.PartOf);
        _weights = new SparseWeights(model, 1, names.Length);
        _morphology = morphology;
    }

    /// <summary>Number of joint tags.</summary>
    internal int TagCount => _upos.Length;

    /// <summary>Tags all sentences.</summary>
    internal TaggedText Tag(TokenizedText words)
    {
        var n = words.Count;
        var tags = new int[n];
        for (int s = 0, first = 0; s < words.SentenceEnds.Length; first = words.SentenceEnds[s++]) TagSentence(words, first, words.SentenceEnds[s], tags);
        var upos = new Upos[n];
        var xpos = new string[n];
        for (var i = 0; i < n; i++) (upos[i], xpos[i]) = (_upos[tags[i]], _xpos[tags[i]]);
        var feats = new string[n];
        var lemmas = new string[n];
        for (var i = 0; i < n; i++) (feats[i], lemmas[i]) = Describe(words[i], tags[i]);
        return new TaggedText(words, upos, xpos, feats, lemmas);
    }

    /// <summary>Gives a word another tag, with the features and lemma it has under it; a tag never seen in training keeps those it had.</summary>
    internal void Retag(TaggedText tagged, int word, Upos upos, string xpos)
    {
        (tagged.Upos[word], tagged.Xpos[word]) = (upos, xpos);
        for (var tag = 0; tag < TagCount; tag++)
        {
            if (_upos[tag] != upos || !string.Equals(_xpos[tag], xpos, StringComparison.Ordinal)) continue;
            tagged.Xpos[word] = _xpos[tag];
            (tagged.Feats[word], tagged.Lemmas[word]) = Describe(tagged.Words[word], tag);
        }
    }

    private (string Feats, string Lemma) Describe(ReadOnlySpan<char> word, int tag)
    {
        var (feats, lemma) = _morphology.Describe(word, tag);
        if (_parts[tag] is var part and > 0) lemma = _morphology.IsKnown(tag, word) ? _bases.Correct(word, lemma, part) : _bases.Find(word, lemma, part);
        return (feats, lemma);
    }

    private void TagSentence(TokenizedText words, int first, int end, int[] tags)
    {
        var count = end - first + (2 * TagFeatures.Window);
        var rented = ArrayPool<WordShape>.Shared.Rent(count);
        try
        {
            var shapes = rented.AsSpan(0, count);
            Shapes(words, first, end, _lexicon, _known, shapes);
            Span<ulong> features = stackalloc ulong[TagFeatures.Max];
            Span<int> scores = stackalloc int[SparseWeights.Room];
            var style = CasingStyles.Of(words, first, end);
            int tag1 = 0, tag2 = 0;
            for (var i = first; i < end; i++)
            {
                // Words that nearly always had one tag, such as most marks and articles, are one in four.
                if (_sure.FindWhole(shapes[i - first + TagFeatures.Window].Folded) is var sure and > 0)
                {
                    tags[i] = sure - 1;
                    (tag2, tag1) = (tag1, sure);
                    continue;
                }
                var used = TagFeatures.Fill(shapes, i - first + TagFeatures.Window, style, tag1, tag2, features);
                scores.Clear();
                _weights.Add(features[..used], scores);
                var best = Best(scores[..TagCount]);
                tags[i] = best;
                (tag2, tag1) = (tag1, best + 1);
            }
        }
        finally
        {
            ArrayPool<WordShape>.Shared.Return(rented);
        }
    }

    /// <summary>The class with the highest score; the first of equals.</summary>
    internal static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++) if (scores[c] > scores[best]) best = c;
        return best;
    }

    /// <summary>The shapes of a sentence with padding on both sides.</summary>
    internal static void Shapes(TokenizedText words, int first, int end, Lexicon lexicon, EndingTable known, Span<WordShape> shapes)
    {
        shapes[..TagFeatures.Window].Fill(WordShape.Outside);
        for (var i = first; i < end; i++) shapes[i - first + TagFeatures.Window] = WordShape.Of(words[i], lexicon, known);
        shapes[(end - first + TagFeatures.Window)..].Fill(WordShape.Outside);
    }
}
