using Chancery.Linguistics;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Tagging;

/// <summary>Tags training sentences as unseen ones would be: each fold by a tagger trained on the others.</summary>
internal static class Jackknife
{
    /// <summary>The whole treebank with predicted tags, features and lemmas; words and sentences as in the gold one.</summary>
    internal static TaggedText Tag(Treebank treebank, int folds, TaggerTrainer.Options options)
    {
        var gold = treebank.Tags;
        var tagged = new TaggedText(gold.Words, new Upos[gold.Count], new string[gold.Count], new string[gold.Count], new string[gold.Count]);
        for (var fold = 0; fold < folds; fold++)
        {
            var train = new List<int>();
            var held = new List<int>();
            // Runs of 50 sentences stay together: neighbors are of one text and would tell too much of each other.
            for (var s = 0; s < treebank.SentenceCount; s++) (s / 50 % folds == fold ? held : train).Add(s);
            var predicted = TaggerTrainer.Train(treebank, train, options).Tag(treebank.Select(held));
            var from = 0;
            foreach (var s in held)
            {
                var (first, end) = treebank.Sentence(s);
                var n = end - first;
                Array.Copy(predicted.Upos, from, tagged.Upos, first, n);
                Array.Copy(predicted.Xpos, from, tagged.Xpos, first, n);
                Array.Copy(predicted.Feats, from, tagged.Feats, first, n);
                Array.Copy(predicted.Lemmas, from, tagged.Lemmas, first, n);
                from += n;
            }
        }
        return tagged;
    }
}
