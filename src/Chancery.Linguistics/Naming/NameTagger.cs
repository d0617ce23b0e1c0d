using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Naming;

/// <summary>Finds names: a sequence model over words, shapes and a lexicon of names.</summary>
/// <remarks>Immutable and thread-safe. The model is mapped, not loaded; its arithmetic is in integers, so every machine gives the same names.</remarks>
public sealed class NameTagger
{
    /// <summary>Longer sentences are read in parts, so that no text makes the scratch buffers grow without bound.</summary>
    private const int LongestPart = 512;

    [ThreadStatic] private static Scratch? _scratch;

    private readonly NameModel? _model;
    private readonly int[] _transitions = new int[NameLabels.Stride * NameLabels.Stride];

    /// <summary>Opens the model of a pack; a pack without one finds no names.</summary>
    public NameTagger(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (pack.Has(NameModel.Path)) _model = Open(pack.Map(NameModel.Path));
    }

    internal NameTagger(PackBytes model) => _model = Open(model);

    private NameModel Open(PackBytes bytes)
    {
        var model = new NameModel(bytes);
        for (var i = 0; i < _transitions.Length; i++) _transitions[i] = model.Transitions[i];
        return model;
    }

    /// <summary>Names of a document in text order; they do not overlap.</summary>
    public IReadOnlyList<NameSpan> Tag(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Tag(document.Tagged.Words, document.Tagged.Xpos);
    }

    /// <summary>Who bears a given name: the bits 1 for women, 2 for men; 0 where it is not known as one.</summary>
    public int GenderOf(ReadOnlySpan<char> givenName) =>
        _model is null ? 0 : (int)(_model.Lexicon.Find(NameHash.Of(givenName)) & (NameClass.GivenFemale | NameClass.GivenMale));

    /// <summary>True for a word that running text also writes in lower case ('reading'), and for names of months and days.</summary>
    public bool IsOrdinary(ReadOnlySpan<char> word) =>
        _model is not null && ((_model.Lexicon.Find(NameHash.OfLower(word)) & NameClass.Common) != 0 || (_model.Lexicon.Find(NameHash.OfTitle(word)) & NameClass.Calendar) != 0);

    /// <summary>Names in words whose tags, where they are known, keep finite verbs out of names.</summary>
    internal List<NameSpan> Tag(TokenizedText words, string[]? tags = null)
    {
        var names = new List<NameSpan>();
        if (_model is null) return names;
        var scratch = _scratch ??= new();
        var first = 0;
        foreach (var end in words.SentenceEnds)
        {
            while (first < end)
            {
                var part = Math.Min(end, first + LongestPart);
                Label(words, tags, first, part, _model, scratch);
                Collect(scratch.Labels.AsSpan(0, part - first), first, names);
                first = part;
            }
        }
        return names;
    }

    private void Label(TokenizedText words, string[]? tags, int first, int end, NameModel model, Scratch scratch)
    {
        var count = end - first;
        scratch.Fit(count);
        scratch.Features.Read(words, first, end, model.Lexicon);
        var weights = model.Weights;
        Span<uint> features = stackalloc uint[NameFeatures.Limit];
        for (var i = 0; i < count; i++)
        {
            var n = scratch.Features.Write(i, features);
            scratch.Allowed[i] = tags is not null && IsVerb(words[first + i], tags[first + i]) ? 1u << NameLabels.Outside : uint.MaxValue;
            Sum(weights, model.Mask, features[..n], scratch.Scores.AsSpan(i * NameLabels.Stride, NameLabels.Stride));
        }
        NameDecoder.Decode(scratch.Scores.AsSpan(0, count * NameLabels.Stride), _transitions, scratch.Allowed.AsSpan(0, count), scratch.Back, scratch.Labels.AsSpan(0, count));
    }

    /// <summary>A finite verb in small letters: in no English name.</summary>
    private static bool IsVerb(ReadOnlySpan<char> word, string tag) => tag is "VBD" or "VBZ" or "VBP" or "MD" && char.IsLower(word[0]);

    private static void Sum(ReadOnlySpan<sbyte> weights, uint mask, ReadOnlySpan<uint> features, Span<int> scores)
    {
        var sums = Vector256<short>.Zero;
        ref var start = ref MemoryMarshal.GetReference(weights);
        foreach (var feature in features)
        {
            // The mask keeps the window inside the table, whose end holds a window's length of spare weights.
            sums += Vector256.WidenLower(Vector128.LoadUnsafe(ref start, feature & mask).ToVector256Unsafe());
        }
        Vector256.WidenLower(sums).CopyTo(scores);
        Vector256.WidenUpper(sums).CopyTo(scores[8..]);
    }

    private static void Collect(ReadOnlySpan<byte> labels, int first, List<NameSpan> names)
    {
        for (var i = 0; i < labels.Length;)
        {
            if (labels[i] == NameLabels.Outside) { i++; continue; }
            var end = i + 1;
            while (end < labels.Length && labels[end] != NameLabels.Outside && !NameLabels.IsBegin(labels[end])) end++;
            names.Add(new(first + i, first + end, NameLabels.TypeOf(labels[i])));
            i = end;
        }
    }

    private sealed class Scratch
    {
        internal readonly NameFeatures Features = new();
        internal int[] Scores = [];
        internal byte[] Back = [];
        internal byte[] Labels = [];
        internal uint[] Allowed = [];

        internal void Fit(int words)
        {
            if (Labels.Length >= words) return;
            var size = Math.Max(words, 2 * Labels.Length);
            (Scores, Back, Labels, Allowed) = (new int[size * NameLabels.Stride], new byte[size * NameLabels.Stride], new byte[size], new uint[size]);
        }
    }
}
