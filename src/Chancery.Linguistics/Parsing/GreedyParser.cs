using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Parsing;

/// <summary>Gives every sentence its UD tree: one transition after the other, each the best by an averaged perceptron.</summary>
/// <remarks>Immutable and thread-safe; linear time; integers only.</remarks>
internal sealed class GreedyParser(ModelFile model)
{
    internal const string Kind = "parser";
    private readonly SparseWeights _weights = new(model, 0);

    /// <summary>Parses all sentences.</summary>
    internal Document Parse(TaggedText tagged)
    {
        var heads = new int[tagged.Count];
        var relations = new Deprel[tagged.Count];
        var state = new ArcHybrid();
        var words = new ulong[128];
        var tags = new ulong[128];
        for (int s = 0, first = 0; s < tagged.Words.SentenceEnds.Length; first = tagged.Words.SentenceEnds[s++])
        {
            var count = tagged.Words.SentenceEnds[s] - first;
            if (count >= words.Length) (words, tags) = (new ulong[count * 2], new ulong[count * 2]);
            Read(tagged, first, count, words, tags);
            Parse(state, words.AsSpan(0, count + 1), tags.AsSpan(0, count + 1));
            for (var i = 0; i < count; i++)
            {
                heads[first + i] = state.Heads[i] == count ? -1 : first + state.Heads[i];
                relations[first + i] = state.Labels[i];
            }
        }
        return new Document(tagged, heads, relations);
    }

    /// <summary>Hashes of the words and tags of a sentence, the artificial root behind them.</summary>
    internal static void Read(TaggedText tagged, int first, int count, ulong[] words, ulong[] tags)
    {
        for (var i = 0; i < count; i++)
        {
            words[i] = Hash.OfFolded(tagged.Words[first + i]);
            tags[i] = Hash.Combine((ulong)tagged.Upos[first + i] + 11, Hash.Of(tagged.Xpos[first + i]));
        }
        words[count] = tags[count] = 17;
    }

    private void Parse(ArcHybrid state, ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> tags)
    {
        Span<ulong> features = stackalloc ulong[ParseFeatures.Max];
        Span<int> scores = stackalloc int[ArcHybrid.ActionCount];
        state.Start(words.Length - 1);
        while (!state.IsDone)
        {
            var used = ParseFeatures.Fill(state, words, tags, features);
            scores.Clear();
            _weights.Add(features[..used], scores);
            state.Apply(Best(state, scores));
        }
    }

    /// <summary>The best action that the state allows; the first of equals.</summary>
    internal static int Best(ArcHybrid state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        for (var action = 0; action < scores.Length; action++)
            if ((best < 0 || scores[action] > scores[best]) && state.Allows(action)) best = action;
        return best;
    }
}
