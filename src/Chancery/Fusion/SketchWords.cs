using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>
/// Goes through the words and numbers of a sentence as sketches know them: case, punctuation and endings of words do not matter, 'eleven' is 11, and words of grammar say nothing (<c>sketch-words.tsv</c>).
/// </summary>
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

    /// <summary>Letters that count.</summary>
    private const int Stem = 6;

    /// <summary>Letters that an ending leaves.</summary>
    private const int Root = 3;

    /// <summary>The hash of no letters.</summary>
    private const uint Basis = 2166136261;

    private static readonly (string Word, string Kind, string Value)[] Known =
        [.. LanguagePack.FromAssembly(typeof(SketchWords).Assembly).Read("sketch-words.tsv", "word", "kind", "value", "example").Rows.Select(row => (row["word"], row["kind"], row["value"]))];

    /// <summary>Endings, the longest first.</summary>
    private static readonly string[] Endings = [.. Known.Where(known => known.Kind == "ending").Select(known => known.Word).OrderByDescending(ending => ending.Length)];

    /// <summary>Words of grammar (null) and numbers in words, with their digits.</summary>
    private static readonly FrozenDictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> Words = Known.Where(known => known.Kind != "ending")
        .ToFrozenDictionary(known => known.Word, known => known.Kind == "number" ? known.Value : null, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

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
        var (start, isNumber) = (_at, char.IsDigit(_text[_at]));
        // '12,000' is one number; a possessive ends its word.
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || isNumber && _text[_at] is ',' or '.' && _at + 1 < _text.Length && char.IsDigit(_text[_at + 1]))) _at++;
        var word = _text[start.._at];
        var isKnown = Words.TryGetValue(word, out var digits);
        if (isNumber || digits is not null)
        {
            ReadOnlySpan<char> number = digits ?? word;
            // 'three women and four children' are in many a report: a number below ten tells as little as another word
            (Hash, Kind, IsFull) = (HashOf(number), number.Length > 1 ? Sort : 0, true);
        }
        else
        {
            var hash = HashOf(StemOf(word));
            // the first word of a sentence has its capital from that
            (Hash, Kind, IsFull) = (hash, start > 0 && char.IsUpper(word[0]) && !Calendar.Contains(hash) ? Own : 0, word.Length >= Shortest && !isKnown);
        }
        IsYear = word is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];
        return true;
    }

    private static FrozenSet<uint> Hashes(string[] words) => words.Where(word => word.Length > 0).Select(word => HashOf(StemOf(word))).ToFrozenSet();

    /// <summary>A word without its ending, and no more of it than counts.</summary>
    private static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length < ending.Length + Root || !word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            word = word[..^ending.Length];
            break;
        }
        return word[..Math.Min(word.Length, Stem)];
    }

    /// <summary>FNV-1a of the letters, whatever their case.</summary>
    private static uint HashOf(ReadOnlySpan<char> letters)
    {
        var hash = Basis;
        foreach (var letter in letters) hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
        return hash;
    }
}
