using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>Words before a noun that tell one of several happenings or things from the others: 'the second vote', 'an earlier exchange', 'another airliner'. The words are data: <c>which-one.tsv</c>.</summary>
internal static class WhichOne
{
    private static readonly FrozenDictionary<string, bool> Words =
        LanguagePack.FromAssembly(typeof(WhichOne).Assembly).Read("which-one.tsv", "word", "means", "example").Rows.ToFrozenDictionary(row => row["word"], row => row["means"] == "other", StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a word that tells one from others.</summary>
    internal static bool Tells(string word) => Words.ContainsKey(word);

    /// <summary>True where two are told to be two by the words that tell which they are: the first and the second, the one and another.</summary>
    internal static bool Parts(string one, string other) =>
        !string.Equals(one, other, StringComparison.OrdinalIgnoreCase) && (one.Length > 0 && other.Length > 0 || IsOther(one) || IsOther(other));

    private static bool IsOther(string word) => word.Length > 0 && Words.GetValueOrDefault(word);

    /// <summary>The word that tells which of several things these are; empty where none does.</summary>
    internal static string Of(ImmutableArray<Participant> things)
    {
        foreach (var thing in things)
            foreach (var word in thing.Name.Split(' ')) if (Tells(word)) return word;
        return "";
    }
}
