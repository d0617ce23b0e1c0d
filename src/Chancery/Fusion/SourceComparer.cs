using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Whether two reports tell a thing on one word, however they call whoever said it.</summary>
internal static class SourceComparer
{
    /// <summary>Letters of 'three', 'some', 'many': a longer word before 'of' is who it is.</summary>
    private const int ShortNumber = 5;

    /// <summary>Whoever was named as the source is another now, or none: who had none and has one now was told of more exactly.</summary>
    internal static Drift? Change(ImmutableArray<string> was, Gist before, ImmutableArray<string> now, Gist after, string? publisher, string from)
    {
        if (was is not [.., var source] || char.IsDigit(source[0])) return null;
        if (now is not [.., var other]) return new("source", source, publisher ?? "the report's own voice", from);
        if (now.Any(word => was.Any(name => IsWithin(name, word) || IsWithin(word, name))) || IsHolder(source, before.Voice, other, after.Voice)) return null;
        return Gist.IsSameVoice(before.Voice, after.Voice) || !AreOfOtherStates(before.Voice, after.Voice) && (IsNamedIn(before, source, other) || IsNamedIn(after, other, source) || AreCalledAlike(source, other)) ? null : new("source", source, other, from);
    }

    /// <summary>'A local police chief spoke of six', 'the army counts 40': the sentence tells of the source, if not as one.</summary>
    internal static bool IsToldOf(string source, Gist gist)
    {
        // whose firm it is, and his first names, may be left out
        string[] words = source.Split(' ');
        return words[^1].Length > 3 && words.Where((word, at) => at == words.Length - 1 || word.Length > 3 && char.IsLower(word[0])).All(word => gist.Names.Contains(word.ToLowerInvariant()) || gist.Words.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>'The ministry' may be told for 'the Defense Ministry': one name within the other is one source.</summary>
    internal static bool IsWithin(string name, string other) => other.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>'Its headquarters' and 'Ukraine's headquarters' are one; 'the justice ministry' and 'the health ministry' are not, nor are two states' officials.</summary>
    private static bool AreCalledAlike(string source, string other)
    {
        var (left, right) = (Described(source), Described(other));
        if (Proper(source) is { Length: > 0 } whose && Proper(other) is { Length: > 0 } of && !whose.Intersect(of, StringComparer.Ordinal).Any()) return false;
        return left.Length > 0 && right.Length > 0 && (left.Length == right.Length ? left.SequenceEqual(right, StringComparer.Ordinal) : left.Intersect(right, StringComparer.Ordinal).Any());

        static bool IsCounted(string words) => words.LastIndexOf(' ') < 0 && words.Length <= ShortNumber;
        static string[] Proper(string name) => [.. name.Split(' ').Where(word => char.IsUpper(word[0]) && word is not ("The" or "Its" or "A" or "An"))];
        // 'two of his officers' are officers, 'officers of the brigade' too
        static string[] Described(string name) => [.. (name.Split(" of ") is [var before, var behind, ..] ? IsCounted(before) ? behind : before : name).Split(' ').Where(word => word.Length > 4 && char.IsLower(word[0]) && !word.EndsWith("'s", StringComparison.Ordinal)).Select(word => word.TrimEnd('s'))];
    }

    /// <summary>Somebody by name in the one is in the other the office that the first tells beside the name.</summary>
    private static bool IsHolder(string one, string? voice, string other, string? another)
    {
        return IsDescribed(one) != IsDescribed(other) && !AreOfOtherStates(voice, another) && Sectors(voice).Intersect(Sectors(another), StringComparer.Ordinal).Any();

        static string[] Sectors(string? voice) => voice?.Split('|') is [_, _, { Length: > 0 } sectors] ? sectors.Split(',') : [];
    }

    /// <summary>True for one who is described rather than named, and no crowd.</summary>
    private static bool IsDescribed(string source) => source[(source.LastIndexOf(' ') + 1)..] is not ("people" or [>= 'a' and <= 'z', .., 's'] or [not (>= 'a' and <= 'z'), ..]);

    private static bool AreOfOtherStates(string? voice, string? other)
    {
        return StateOf(voice) is { } one && StateOf(other) is { } another && one != another;

        static string? StateOf(string? voice) => voice?.Split('|') is [_, { Length: > 0 } country, ..] ? country : null;
    }

    /// <summary>'The chief of staff' in one is the general by his name in the other, where the first names him elsewhere. A crowd has no name, and who has one is not another.</summary>
    private static bool IsNamedIn(Gist gist, string office, string source)
    {
        if (!IsDescribed(office)) return false;
        string[] names = [.. source.Split(' ').Where(w => w.Length > 2 && char.IsUpper(w[0])).Select(w => w.ToLowerInvariant())];
        return names.Length > 1 && names.All(n => gist.TurnsOn(n) || gist.Names.Contains(n));
    }
}
