using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Parsing;

/// <summary>What stands for a word at the foot of the net: rows of numbers for its form, its letters and its tags, side by side.</summary>
/// <remarks>Immutable and thread-safe; the rows are read where the model is mapped.</remarks>
internal sealed unsafe class InputTables
{
    /// <summary>Powers of two by which the rows of forms, letters and tags are finer than the inputs they add up to.</summary>
    internal const int WordShift = 1, SubwordShift = 2, TagShift = 1;

    private readonly ModelFile _model;
    private readonly Vocabulary _forms;
    private readonly Dictionary<string, int> _xpos = new(StringComparer.Ordinal);
    private readonly int _word, _subword, _tag, _subwordRows;

    /// <param name="model">The model; sections 1 to 6: hashes of forms, Penn tags, and the tables of forms, letters, universal and Penn tags.</param>
    /// <param name="word">Numbers for the form.</param>
    /// <param name="subword">Numbers for the letters.</param>
    /// <param name="tag">Numbers for the tags.</param>
    internal InputTables(ModelFile model, int word, int subword, int tag)
    {
        (_model, _word, _subword, _tag) = (model, word, subword, tag);
        _forms = new Vocabulary(model.Section(1));
        foreach (var name in model.ReadStrings(2)) _xpos.Add(name, _xpos.Count);
        _subwordRows = model.Section(4).Length / subword;
    }

    internal int Width => _word + _subword + _tag;

    internal void Fill(TaggedText text, int word, byte* into)
    {
        var form = text.Words[word];
        Span<short> sums = stackalloc short[Width];
        sums.Clear();
        Add(3, _forms.Row(FormFeatures.Hash(form)), sums[.._word]);
        Span<int> rows = stackalloc int[FormFeatures.PerWord];
        FormFeatures.Subwords(form, _subwordRows, rows);
        var letters = sums.Slice(_word, _subword);
        foreach (var row in rows) Add(4, row, letters);
        var tags = sums[(_word + _subword)..];
        Add(5, (int)text.Upos[word], tags);
        Add(6, _xpos.GetValueOrDefault(text.Xpos[word], _xpos.Count), tags);
        Scale(sums[.._word], WordShift, into);
        Scale(letters, SubwordShift, into + _word);
        Scale(tags, TagShift, into + _word + _subword);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int section, int row, Span<short> sums)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(_model.Section(section)), row * sums.Length);
        ref var to = ref MemoryMarshal.GetReference(sums);
        for (var i = 0; i < sums.Length; i += 16)
            (Vector256.LoadUnsafe(ref to, (nuint)i) + Vector256.WidenLower(Vector256.Create(Vector128.LoadUnsafe(ref from, (nuint)i).AsSByte(), default))).StoreUnsafe(ref to, (nuint)i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(Span<short> sums, int shift, byte* into)
    {
        for (var i = 0; i < sums.Length; i += 16)
        {
            var x = Vector256.Create<short>(sums.Slice(i, 16)) + Vector256.Create((short)(1 << shift - 1)) >> shift;
            x = Vector256.Min(Vector256.Max(x, Vector256.Create((short)-IntegerMatrix.One)), Vector256.Create((short)IntegerMatrix.One)) + Vector256.Create((short)IntegerMatrix.Zero);
            Vector128.Narrow(x.AsUInt16().GetLower(), x.AsUInt16().GetUpper()).Store(into + i);
        }
    }
}
