using System.Collections.Immutable;

namespace Chancery;

/// <summary>Words before a noun that tell one of several happenings or things from the others: 'the second vote', 'an earlier exchange', 'another airliner'.</summary>
internal static class WhichOne
{
    private static readonly ImmutableArray<string> Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>These mean another one than is spoken of, so that one without such a word cannot be meant too.</summary>
    private static readonly ImmutableArray<string> Others = ["another", "other", "earlier", "previous", "past", "former", "further", "separate", "similar"];

    /// <summary>True for a word that tells one from others.</summary>
    internal static bool Tells(string word) => Ordinals.Contains(word, StringComparer.OrdinalIgnoreCase) || Others.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where two are told to be two: the first and the second, the one and another.</summary>
    internal static bool Parts(ImmutableArray<Participant> left, ImmutableArray<Participant> right)
    {
        var (one, other) = (Word(left), Word(right));
        return !string.Equals(one, other, StringComparison.OrdinalIgnoreCase) && (one is not null && other is not null || IsOther(one) || IsOther(other));
    }

    private static bool IsOther(string? word) => word is not null && Others.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string? Word(ImmutableArray<Participant> things)
    {
        foreach (var thing in things)
            foreach (var word in thing.Name.Split(' ')) if (Tells(word)) return word;
        return null;
    }
}
