using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>The words of a text sentence by sentence, to know again what was told anew in other words.</summary>
/// <remarks>
/// Pairs of words are lost by the square of the words that a rewrite exchanges, so that one which changes every verb keeps a quarter of them, as much as two newsrooms share
/// that attend one press conference. But each of its sentences still has one in its source that says most of it, and it names hardly anybody and counts hardly anything
/// that its source does not; an independent report has names, numbers and sentences of its own.
/// </remarks>
/// <param name="words">Hashes of the full words of each sentence, 0 after each; the lowest bits say of what sort a word is, as in a sketch.</param>
internal sealed class Wording(uint[] words)
{
    /// <summary>Share of its numbers alone: of a desk's dispatches on two blows, which name the same, each has its own.</summary>
    private const double NumbersKept = 1.0 / 3;

    /// <summary>Numbers that a text must have for their share to tell.</summary>
    private const int Several = 3;

    /// <summary>Names and numbers that a text must have to be known by them.</summary>
    private const int Telling = 10;

    /// <summary>How many times as many words the other text may have: one much longer has most words and names of any short one about the same affair.</summary>
    private const int Longest = 2;

    /// <summary>Words without which a sentence says nothing.</summary>
    private const int Shortest = 3;

    /// <summary>Names and numbers count as much as so many other words.</summary>
    private const int Weight = 2;

    private const uint End = 0;

    /// <summary>Each word with the sentence it stands in, ascending: the word above, the sentence below.</summary>
    private ulong[]? _places;

    private uint[]? _own;
    private uint[]? _plain;

    private int _sentences;

    /// <summary>The words as they are kept.</summary>
    internal uint[] Words => words;

    /// <summary>How many numbers it has, dates aside, each once.</summary>
    internal int Numbers => Own.Count(IsNumber);

    /// <summary>Its names and numbers, each once.</summary>
    private uint[] Own => _own ??= [.. words.Where(IsOwn).Distinct()];

    /// <summary>How many names, numbers and other words it has, each once.</summary>
    internal int Length => Own.Length + Plain.Length;

    /// <summary>Its other words, each once.</summary>
    private uint[] Plain => _plain ??= [.. words.Where(word => word != End && !IsOwn(word)).Distinct()];

    internal static Wording Of(string text, ImmutableArray<TextSpan> sentences)
    {
        var told = new List<uint>(text.Length / 5);
        foreach (var sentence in sentences.IsDefaultOrEmpty ? [new(0, text.Length)] : sentences)
        {
            var start = told.Count;
            Add(text.AsSpan(sentence.Start, sentence.End - sentence.Start), told);
            if (told.Count > start) told.Add(End);
        }
        return new(OfOneSort(told));
    }

    /// <summary>
    /// How much of another text it tells again and how little else, 0–3: the share of its sentences that the other says, of its names and numbers that it has from there, and of its other words.
    /// </summary>
    /// <returns>0 for a text that is not known by its names and numbers, or has numbers of its own.</returns>
    internal double Retelling(Wording source)
    {
        if (Own.Length < Telling || source.Length > Longest * Length) return 0;
        var (kept, numbers, keptNumbers) = (0, 0, 0);
        foreach (var word in Own)
        {
            if (IsNumber(word)) numbers++;
            if (!source.Has(word)) continue;
            kept++;
            if (IsNumber(word)) keptNumbers++;
        }
        return numbers >= Several && keptNumbers < NumbersKept * numbers ? 0 : Share(source) + (double)kept / Own.Length + (Plain.Length == 0 ? 0 : (double)Plain.Count(source.Has) / Plain.Length);
    }

    /// <summary>How much of its sentences the other text says, each by the one sentence that says most of it, 0–1.</summary>
    private double Share(Wording source)
    {
        source.Index();
        var (all, said) = (0, 0);
        Span<int> shared = source._sentences <= 256 ? stackalloc int[source._sentences] : new int[source._sentences];
        for (int start = 0, end; start < words.Length; start = end + 1)
        {
            end = start + words.AsSpan(start).IndexOf(End);
            if (end - start < Shortest) continue;
            shared.Clear();
            foreach (var word in words.AsSpan(start, end - start))
            {
                all += WeightOf(word);
                foreach (var place in source.Places(word)) shared[(int)(uint)place] += WeightOf(word);
            }
            var most = 0;
            foreach (var count in shared) most = Math.Max(most, count);
            said += most;
        }
        return all == 0 ? 0 : (double)said / all;
    }

    private static bool IsNumber(uint word) => (word & SketchWords.Number) != 0;

    private static bool IsOwn(uint word) => (word & SketchWords.Own) != 0;

    private static int WeightOf(uint word) => IsOwn(word) ? Weight : 1;

    /// <summary>The words of a sentence, each once. Days of months and years are no numbers by which a text is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<char> text, List<uint> told)
    {
        var sentence = new SketchWords(text);
        var (start, wasMonth, day) = (told.Count, false, -1);
        while (sentence.Next())
        {
            // '29 November', 'Nov. 29'
            if (sentence.IsMonth && day >= 0) told[day] &= ~SketchWords.Sort;
            day = -1;
            var isDate = sentence.Kind == SketchWords.Sort && (wasMonth || sentence.IsYear);
            wasMonth = sentence.IsMonth;
            if (!sentence.IsFull) continue;
            var word = sentence.Hash & ~SketchWords.Sort | (isDate ? 0 : sentence.Kind);
            if (word == End || IsTold(word, CollectionsMarshal.AsSpan(told)[start..])) continue;
            if (sentence.Kind == SketchWords.Sort) day = told.Count;
            told.Add(word);
        }
    }

    private static bool IsTold(uint word, ReadOnlySpan<uint> sentence)
    {
        foreach (var other in sentence)
            if ((other | SketchWords.Sort) == (word | SketchWords.Sort)) return true;
        return false;
    }

    /// <summary>A name at the head of one sentence is one by its capital in another.</summary>
    private static uint[] OfOneSort(List<uint> told)
    {
        var sorts = new Dictionary<uint, uint>(told.Count);
        foreach (var word in told) sorts[word | SketchWords.Sort] = sorts.GetValueOrDefault(word | SketchWords.Sort) | word & SketchWords.Sort;
        var words = told.ToArray();
        foreach (ref var word in words.AsSpan())
            if (word != End) word |= sorts[word | SketchWords.Sort];
        return words;
    }

    private bool Has(uint word) => !Places(word).IsEmpty;

    /// <summary>Where a word stands, whatever sort it is of here.</summary>
    private ReadOnlySpan<ulong> Places(uint word)
    {
        Index();
        var first = (ulong)(word & ~SketchWords.Sort) << 32;
        var start = LowerBound(first);
        var end = start;
        while (end < _places!.Length && _places[end] >> 32 == first >> 32) end++;
        return _places.AsSpan(start, end - start);
    }

    private int LowerBound(ulong place)
    {
        var at = Array.BinarySearch(_places!, place);
        return at < 0 ? ~at : at;
    }

    private void Index()
    {
        if (_places is not null) return;
        var places = new List<ulong>(words.Length);
        foreach (var word in words)
        {
            if (word == End) _sentences++;
            else places.Add((ulong)(word & ~SketchWords.Sort) << 32 | (uint)_sentences);
        }
        places.Sort();
        _places = [.. places];
    }
}
