using Chancery.Linguistics;

namespace Chancery.Attributing;

/// <summary>Looks words up in a table by their lemma, and verbs the lemmatizer got wrong by undoing their regular endings ('blamed' → 'blame').</summary>
internal static class WordForms
{
    internal static bool TryFind<T>(Dictionary<string, T> table, Token word, out T found)
    {
        if (table.TryGetValue(word.Lemma, out found!)) return true;
        var chars = word.Chars;
        if (word.Upos is not (Upos.Verb or Upos.Noun) || chars.Length is < 4 or > 30 || word.Xpos is not ("VBD" or "VBN" or "VBG" or "VBZ" or "NNS")) return false;
        Span<char> buffer = stackalloc char[32];
        chars.ToLowerInvariant(buffer);
        var lookup = table.GetAlternateLookup<ReadOnlySpan<char>>();
        var length = chars.Length;
        if (buffer[length - 1] == 's') return lookup.TryGetValue(buffer[..(length - 1)], out found!);
        if (buffer[length - 1] == 'd') return lookup.TryGetValue(buffer[..(length - 1)], out found!) || lookup.TryGetValue(buffer[..(length - 2)], out found!);
        if (!buffer[..length].EndsWith("ing")) return false;
        buffer[length - 3] = 'e';
        return lookup.TryGetValue(buffer[..(length - 2)], out found!) || lookup.TryGetValue(buffer[..(length - 3)], out found!);
    }
}
