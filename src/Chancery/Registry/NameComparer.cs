namespace Chancery.Registry;

/// <summary>
/// Compares names as readers do: without regard to case, accents, kind of apostrophe or hyphen, or what blank stands between the words.
/// </summary>
/// <remarks>Immutable and thread-safe. Every character is folded to one character, so spans of a text are compared without a copy.</remarks>
internal sealed class NameComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    private const int Folded = 0x250;

    /// <summary>Groups of a base letter and its accented forms; Latin-1 and Latin Extended-A are what names in English text bring.</summary>
    private static readonly string[] Groups =
    [
        "aàáâãäåāăąǎ", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģǧ", "hĥħ", "iìíîïĩīĭįıǐ", "jĵ", "kķĸ", "lĺļľŀł", "nñńņňŉŋ",
        "oòóôõöøōŏőơǒ", "rŕŗř", "sśŝşšșſ", "tţťŧț", "uùúûüũūŭůűųưǔ", "wŵ", "yýÿŷ", "zźżž",
    ];

    private static readonly char[] Table = BuildTable();

    internal static NameComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => x is null || y is null ? ReferenceEquals(x, y) : Equals(x.AsSpan(), y);

    public int GetHashCode(string obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<char> alternate, string other) => Same(alternate, other);

    public int GetHashCode(ReadOnlySpan<char> alternate) => (int)Hash(alternate);

    public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();

    /// <summary>True where both are one name.</summary>
    internal static bool Same(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        int i = 0, j = 0;
        while (true)
        {
            var a = Next(x, ref i);
            if (a != Next(y, ref j)) return false;
            if (a == '\0') return true;
        }
    }

    /// <summary>64 bits of a name (FNV-1a over the folded characters, mixed); the same on every machine, for tables on disk.</summary>
    internal static ulong Hash(ReadOnlySpan<char> name)
    {
        var hash = 14695981039346656037UL;
        var i = 0;
        for (var c = Next(name, ref i); c != '\0'; c = Next(name, ref i)) hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }

    /// <summary>True where <paramref name="text"/> may be the name by its capitals: what the name writes large is large in the text, and the text shouts only as a whole.</summary>
    internal static bool CaseAgrees(ReadOnlySpan<char> name, ReadOnlySpan<char> text)
    {
        if (text.SequenceEqual(name)) return true;
        var shouts = true;
        foreach (var c in text) if (char.IsLower(c)) { shouts = false; break; }
        int i = 0, j = 0;
        while (i < name.Length && j < text.Length)
        {
            if (char.IsWhiteSpace(name[i]) || char.IsWhiteSpace(text[j]))
            {
                while (i < name.Length && char.IsWhiteSpace(name[i])) i++;
                while (j < text.Length && char.IsWhiteSpace(text[j])) j++;
                continue;
            }
            if (char.IsUpper(name[i]) != char.IsUpper(text[j]) && !(shouts && char.IsUpper(text[j]))) return false;
            i++;
            j++;
        }
        return true;
    }

    /// <summary>The character as names are compared.</summary>
    internal static char Fold(char c) => c < Folded ? Table[c] : c switch
    {
        '’' or '‘' or 'ʼ' or 'ʻ' or '`' => '\'',
        '‐' or '‑' or '–' => '-',
        '\u2009' or '\u202F' or '\u3000' => ' ',
        >= '\u1EA0' and <= '\u1EF9' => Vietnamese(c),
        _ => char.ToLowerInvariant(c),
    };

    private static char Next(ReadOnlySpan<char> text, ref int i)
    {
        if (i >= text.Length) return '\0';
        var c = Fold(text[i++]);
        if (c == ' ') while (i < text.Length && Fold(text[i]) == ' ') i++;
        return c == '\0' ? '\u0001' : c;
    }

    private static char Vietnamese(char c) => c switch
    {
        <= '\u1EB7' => 'a',
        <= '\u1EC7' => 'e',
        <= '\u1ECB' => 'i',
        <= '\u1EE3' => 'o',
        <= '\u1EF1' => 'u',
        _ => 'y',
    };

    private static char[] BuildTable()
    {
        var table = new char[Folded];
        for (var c = 0; c < Folded; c++) table[c] = char.IsWhiteSpace((char)c) ? ' ' : char.ToLowerInvariant((char)c);
        table['`'] = '\'';
        foreach (var group in Groups)
            foreach (var c in group)
            {
                table[c] = group[0];
                var upper = char.ToUpperInvariant(c);
                if (upper < Folded) table[upper] = group[0];
            }
        return table;
    }
}
