using System.Numerics;

namespace Chancery.Linguistics.Naming;

/// <summary>What the model looks at: words, shapes and lexicon classes around a word and in the run of capitals it stands in.</summary>
/// <remarks>Independent of tags and trees, so that training those anew leaves the names alone. One instance serves one thread at a time.</remarks>
internal sealed class NameFeatures
{
    /// <summary>Most features a word can have.</summary>
    internal const int Limit = 224;

    private const int LongestPhrase = 6;

    private Word[] _words = new Word[64];
    private int _count;

    /// <summary>Reads the words of one sentence.</summary>
    internal void Read(TokenizedText text, int first, int end, NameLexicon lexicon)
    {
        _count = end - first;
        if (_words.Length < _count) _words = new Word[Math.Max(_count, 2 * _words.Length)];
        for (var i = 0; i < _count; i++) _words[i] = Word.Read(text[first + i], lexicon);
        FindPhrases(text, first, lexicon);
        FindRuns();
    }

    /// <summary>Writes the hashes of a word's features; returns how many.</summary>
    internal int Write(int at, Span<uint> features)
    {
        var n = 0;
        ref readonly var w = ref _words[at];
        ref readonly var before = ref at > 0 ? ref _words[at - 1] : ref Word.Start;
        ref readonly var behind = ref at + 1 < _count ? ref _words[at + 1] : ref Word.End;
        ref readonly var before2 = ref at > 1 ? ref _words[at - 2] : ref Word.Start;
        ref readonly var behind2 = ref at + 2 < _count ? ref _words[at + 2] : ref Word.End;
        var initial = at == 0 || (at == 1 && before.Shape < Shapes.Letters) ? 1u : 0u;

        Add(features, ref n, 0, 0);
        Add(features, ref n, 1, w.Lower);
        Add(features, ref n, 2, before.Lower);
        Add(features, ref n, 3, behind.Lower);
        Add(features, ref n, 4, before2.Lower);
        Add(features, ref n, 5, behind2.Lower);
        Add(features, ref n, 6, NameHash.Join(before.Lower, w.Lower));
        Add(features, ref n, 7, NameHash.Join(w.Lower, behind.Lower));
        var shape = w.Shape + (initial * 64);
        Add(features, ref n, 8, shape);
        Add(features, ref n, 9, NameHash.Join(before.Shape, shape));
        Add(features, ref n, 10, NameHash.Join(shape, behind.Shape));
        Add(features, ref n, 11, NameHash.Join(NameHash.Join(before.Shape, shape), behind.Shape));
        Add(features, ref n, 12, w.Prefix2);
        Add(features, ref n, 13, w.Prefix3);
        Add(features, ref n, 14, w.Prefix4);
        Add(features, ref n, 15, w.Suffix2);
        Add(features, ref n, 16, w.Suffix3);
        Add(features, ref n, 17, w.Suffix4);
        Add(features, ref n, 18, before.Suffix3);
        Add(features, ref n, 19, behind.Suffix3);
        Add(features, ref n, 20, (uint)w.Class ^ (shape << 20));
        Add(features, ref n, 21, NameHash.Join((uint)before.Class, (uint)w.Class));
        Add(features, ref n, 22, NameHash.Join((uint)w.Class, (uint)behind.Class));
        Add(features, ref n, 23, NameHash.Join(before.Lower, shape));
        Add(features, ref n, 24, NameHash.Join(behind.Lower, shape));
        Add(features, ref n, 25, NameHash.Join((uint)w.Phrase, w.PhrasePlace));
        AddBits(features, ref n, 26, (uint)w.Class, initial);
        AddBits(features, ref n, 27, (uint)before.Class, Shapes.IsName(w.Shape) ? 1u : 0);
        AddBits(features, ref n, 28, (uint)behind.Class, Shapes.IsName(w.Shape) ? 1u : 0);

        if (w.RunEnd == 0)
        {
            if (w.Links) WriteLink(at, w.Lower, features, ref n);
            return n;
        }
        ref readonly var entry = ref w.RunFirst > 0 ? ref _words[w.RunFirst - 1] : ref Word.Start;
        ref readonly var exit = ref w.RunEnd < _count ? ref _words[w.RunEnd] : ref Word.End;
        var length = (uint)Math.Min(4, w.RunEnd - w.RunFirst);
        var place = (uint)Math.Min(2, at - w.RunFirst);
        AddBits(features, ref n, 29, (uint)w.RunClass, 0);
        AddBits(features, ref n, 30, (uint)w.LooseClass, 0);
        Add(features, ref n, 31, NameHash.Join(entry.Lower, length));
        Add(features, ref n, 32, NameHash.Join(exit.Lower, length));
        Add(features, ref n, 33, (length * 4) + place + (initial * 64));
        Add(features, ref n, 34, _words[w.RunEnd - 1].Lower);
        Add(features, ref n, 35, _words[w.RunFirst].Lower);
        Add(features, ref n, 36, NameHash.Join((uint)_words[w.RunFirst].Class, (uint)_words[w.RunEnd - 1].Class));
        Add(features, ref n, 37, NameHash.Join((uint)entry.Class, (length * 4) + place));
        Add(features, ref n, 38, NameHash.Join((uint)exit.Class, (length * 4) + place));
        Add(features, ref n, 39, NameHash.Join(entry.Lower, exit.Lower));
        if (w.Gloss != NameClass.None) AddBits(features, ref n, 40, (uint)w.Gloss, w.Shape);
        var own = RunKind(w.RunFirst);
        if (entry.Links) Add(features, ref n, 46, NameHash.Join(entry.Lower, (RunKind(RunBefore(w.RunFirst - 1)) << 8) + own));
        if (exit.Links) Add(features, ref n, 47, NameHash.Join(exit.Lower, (own << 8) + RunKind(RunBehind(w.RunEnd))));
        return n;
    }

    /// <summary>A word between two runs ('and', 'of', 'in'): whether it holds one name together or parts two shows in what stands on either side.</summary>
    private void WriteLink(int at, uint lower, Span<uint> features, ref int n)
    {
        var (left, right) = (RunBefore(at), RunBehind(at));
        if (left < 0 || right < 0) return;
        var (kinds, next) = (RunKind(left), RunKind(right));
        Add(features, ref n, 41, NameHash.Join(lower, (kinds << 8) + next));
        Add(features, ref n, 42, NameHash.Join(lower, kinds));
        Add(features, ref n, 43, NameHash.Join(lower, next));
        AddBits(features, ref n, 44, (uint)_words[left].RunClass, lower);
        AddBits(features, ref n, 45, (uint)_words[right].RunClass, lower);
    }

    /// <summary>A word of the run that ends before the links around a word; -1 where there is none.</summary>
    private int RunBefore(int at)
    {
        var stop = Math.Max(0, at - 2);
        for (var i = at; i >= stop; i--)
        {
            if (_words[i].RunEnd > 0) return i;
            if (!_words[i].Links) return -1;
        }
        return -1;
    }

    /// <summary>A word of the run that begins behind the links around a word; -1 where there is none.</summary>
    private int RunBehind(int at)
    {
        var stop = Math.Min(_count, at + 3);
        for (var i = at; i < stop; i++)
        {
            if (_words[i].RunEnd > 0) return i;
            if (!_words[i].Links) return -1;
        }
        return -1;
    }

    /// <summary>What a run is made of, in eight bits: heads of organizations at its beginning, its end or within, nationality, place, given name, length.</summary>
    private uint RunKind(int word)
    {
        if (word < 0) return 0;
        ref readonly var w = ref _words[word];
        var (first, last) = (_words[w.RunFirst].Class, _words[w.RunEnd - 1].Class);
        return 1u
            | ((first & NameClass.OrgHead) != 0 ? 2u : 0)
            | ((last & NameClass.OrgHead) != 0 ? 4u : 0)
            | ((w.RunClass & (NameClass.OrgHead | NameClass.OrgWord)) != 0 ? 8u : 0)
            | ((first & NameClass.Norp) != 0 ? 16u : 0)
            | ((last & (NameClass.Place | NameClass.Country)) != 0 ? 32u : 0)
            | ((first & (NameClass.GivenFemale | NameClass.GivenMale)) != 0 ? 64u : 0)
            | (w.RunEnd - w.RunFirst > 1 ? 128u : 0);
    }

    /// <summary>Lexicon classes of a word of the sentence read last.</summary>
    internal NameClass ClassOf(int at) => _words[at].Class;

    private static void Add(Span<uint> features, ref int n, uint template, uint value) =>
        features[n++] = NameHash.Mix(value + (template * 0x9E3779B1));

    private static void AddBits(Span<uint> features, ref int n, uint template, uint bits, uint more)
    {
        for (; bits != 0; bits &= bits - 1) Add(features, ref n, template, ((uint)BitOperations.TrailingZeroCount(bits) << 8) + more);
    }

    private void FindPhrases(TokenizedText text, int first, NameLexicon lexicon)
    {
        for (var i = 0; i < _count; i++)
        {
            if (!Shapes.IsName(_words[i].Shape)) continue;
            var hash = NameHash.Of(text[first + i]);
            for (var length = 2; length <= LongestPhrase && i + length <= _count; length++)
            {
                hash = NameHash.Join(hash, NameHash.Of(text[first + i + length - 1]));
                var found = lexicon.Find(hash);
                if (found == NameClass.None) continue;
                for (var k = 0; k < length; k++)
                {
                    ref var word = ref _words[i + k];
                    (word.Phrase, word.PhrasePlace) = (found, k == 0 ? 1u : 2u);
                }
            }
        }
    }

    /// <summary>Marks runs of capitalized words (hyphens inside), and the wider runs that 'of', 'the', 'for' and the like hold together.</summary>
    private void FindRuns()
    {
        var loose = NameClass.None;
        for (int i = 0, looseFirst = 0; i < _count;)
        {
            if (!Shapes.IsName(_words[i].Shape)) { i++; continue; }
            var end = i + 1;
            while (end < _count && (Shapes.IsName(_words[end].Shape) || (_words[end].Shape == Shapes.Hyphen && end + 1 < _count && Shapes.IsName(_words[end + 1].Shape)))) end++;
            var classes = NameClass.None;
            for (var k = i; k < end; k++) classes |= _words[k].Class;
            // '(SPD)' behind a name: what that name was tells what the letters are
            var gloss = i >= 2 && _words[i - 1].Shape == Shapes.Bracket ? _words[i - 2].RunClass : NameClass.None;
            for (var k = i; k < end; k++) (_words[k].RunFirst, _words[k].RunEnd, _words[k].RunClass, _words[k].Gloss) = (i, end, classes, gloss);

            loose |= classes;
            var next = end;
            while (next < _count && next < end + 3 && _words[next].Links) next++;
            if (next > end && next < _count && Shapes.IsName(_words[next].Shape)) { i = next; continue; }
            for (var k = looseFirst; k < end; k++) _words[k].LooseClass = loose;
            loose = NameClass.None;
            i = looseFirst = end;
        }
    }
}
