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

    /// <summary>True where two are told to be two: the first and the second, the one and another.</summary>
    internal static bool Parts(ImmutableArray<Participant> left, ImmutableArray<Participant> right)
    {
        var (one, other) = (Word(left), Word(right));
        return !string.Equals(one, other, StringComparison.OrdinalIgnoreCase) && (one is not null && other is not null || IsOther(one) || IsOther(other));
    }

    private static bool IsOther(string? word) => word is not null && Words.GetValueOrDefault(word);

    private static string? Word(ImmutableArray<Participant> things)
    {
        foreach (var thing in things)
            foreach (var word in thing.Name.Split(' ')) if (Tells(word)) return word;
        return null;
    }
}
