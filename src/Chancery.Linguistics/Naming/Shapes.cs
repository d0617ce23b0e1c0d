namespace Chancery.Linguistics.Naming;

/// <summary>How a word is written, as a small number.</summary>
internal static class Shapes
{
    internal const uint Other = 0;
    internal const uint Hyphen = 1;
    internal const uint Bracket = 2;
    internal const uint Quote = 3;
    internal const uint Stop = 4;
    internal const uint Number = 5;

    /// <summary>From here on the word has letters.</summary>
    internal const uint Letters = 8;

    internal const uint Lower = 8;
    internal const uint LowerShort = 9;
    internal const uint MixedLower = 10;
    internal const uint LowerHyphenUpper = 11;

    /// <summary>From here on it is written as a name may be.</summary>
    internal const uint Title = 16;

    internal const uint Upper = 17;
    internal const uint UpperLong = 18;
    internal const uint Initial = 19;
    internal const uint Letter = 20;
    internal const uint Mixed = 21;
    internal const uint WithDigits = 22;
    internal const uint Dotted = 23;
    internal const uint Hyphened = 24;

    internal static bool IsName(uint shape) => shape >= Title;

    internal static uint Of(ReadOnlySpan<char> word)
    {
        if (word.Length == 0) return Other;
        int upper = 0, lower = 0, digits = 0, dots = 0, hyphens = 0, otherLetters = 0;
        foreach (var c in word)
        {
            if (c is >= 'a' and <= 'z') lower++;
            else if (c is >= 'A' and <= 'Z') upper++;
            else if (char.IsDigit(c)) digits++;
            else if (c == '.') dots++;
            else if (c is '-' or '–') hyphens++;
            else if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
            else if (char.IsLetter(c)) otherLetters++;
        }
        var first = word[0];
        if (upper + lower + otherLetters == 0)
        {
            if (digits > 0) return Number;
            return first switch
            {
                '-' or '–' or '—' => Hyphen,
                '(' or '[' => Bracket,
                '"' or '“' or '”' or '\'' or '‘' or '’' or '`' => Quote,
                '.' or ',' or ';' or ':' or '!' or '?' => Stop,
                _ => Other,
            };
        }
        if (char.IsUpper(first))
        {
            if (word.Length == 1) return Letter;
            if (dots > 0) return word.Length == 2 ? Initial : Dotted;
            if (digits > 0) return WithDigits;
            if (hyphens > 0) return Hyphened;
            if (lower == 0) return word.Length > 4 ? UpperLong : Upper;
            return upper == 1 ? Title : Mixed;
        }
        if (upper > 0) return digits > 0 ? WithDigits : hyphens > 0 ? LowerHyphenUpper : MixedLower;
        return word.Length < 4 ? LowerShort : Lower;
    }
}
