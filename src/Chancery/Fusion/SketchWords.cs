using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Goes through the words and numbers of a sentence as sketches know them: case, punctuation and endings of words do not matter.</summary>
internal ref struct SketchWords(ReadOnlySpan<char> text)
{
    /// <summary>Set in what has a name or a number.</summary>
    internal const uint Own = 1;

    /// <summary>Set in what has a number.</summary>
    internal const uint Number = 2;

    /// <summary>The bits that say of what sort a word or a pair of words is.</summary>
    internal const uint Sort = Own | Number;

    /// <summary>Shorter words are those of grammar.</summary>
    private const int Shortest = 4;

    /// <summary>Letters that count: endings do not.</summary>
    private const int Stem = 6;

    /// <summary>The hash of no letters.</summary>
    private const uint Basis = 2166136261;

    private static readonly FrozenSet<uint> Months = Hashes([.. DateTimeFormatInfo.InvariantInfo.MonthNames, .. DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames]);

    /// <summary>Days and months: they stand in every report, with a capital like names.</summary>
    private static readonly FrozenSet<uint> Calendar = Hashes([.. DateTimeFormatInfo.InvariantInfo.DayNames, .. DateTimeFormatInfo.InvariantInfo.MonthNames]);

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Hash of the present word.</summary>
    internal uint Hash { get; private set; }

    /// <summary>Whether the present word is a name (<see cref="Own"/>), a number (<see cref="Sort"/>) or neither.</summary>
    internal uint Kind { get; private set; }

    /// <summary>True where the present word is long enough to say something, or a number.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>True for the name of a month, also a short one.</summary>
    internal readonly bool IsMonth => Kind != Sort && Months.Contains(Hash);

    /// <summary>True for a number that may be a year.</summary>
    internal bool IsYear { get; private set; }

    /// <summary>Goes to the next word; false where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Next()
    {
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at])) _at++;
        if (_at == _text.Length) return false;
        var (start, hash, length, isNumber) = (_at, Basis, 0, char.IsDigit(_text[_at]));
        // '12,000' is one number; a possessive ends its word.
        for (; _at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || isNumber && _text[_at] is ',' or '.' && _at + 1 < _text.Length && char.IsDigit(_text[_at + 1])); _at++)
            if (length++ < Stem || isNumber) hash = With(hash, _text[_at]);
        // the first word of a sentence has its capital from that
        var isName = start > 0 && char.IsUpper(_text[start]) && !Calendar.Contains(hash);
        (Hash, Kind, IsFull) = (hash, isNumber ? Sort : isName ? Own : 0, isNumber || length >= Shortest);
        IsYear = _text[start.._at] is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];
        return true;
    }

    private static FrozenSet<uint> Hashes(string[] words) => words.Where(word => word.Length > 0).Select(word => word.Take(Stem).Aggregate(Basis, With)).ToFrozenSet();

    /// <summary>The hash of a word so far with one more letter of it (FNV-1a).</summary>
    private static uint With(uint hash, char letter) => (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
}
