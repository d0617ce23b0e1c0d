using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Compares gists: how much of what one sentence says another one says too.</summary>
internal static class Gists
{
    /// <summary>Words by which a gist is looked up; of more the longest, which are the rarest.</summary>
    private const int Salient = 6;

    /// <summary>How alike two sentences are: names count double, states, which a whole story is full of, by half.</summary>
    internal static Likeness Compare(Gist left, Gist right)
    {
        var (names, states) = Shared(left.Names, right.Names);
        var (words, _) = Shared(left.Words, right.Words);
        var shared = 2.0 * names + 0.5 * states + words;
        var smaller = Math.Min(Weight(left), Weight(right));
        return new(names, words, shared, smaller == 0 ? 0 : Math.Min(1, shared / smaller), Shared(left.Theme, right.Theme).Own);
    }

    /// <summary>Keys under which gists that share two of their salient words meet.</summary>
    internal static IEnumerable<(string One, string Other)> Pairs(Gist gist)
    {
        string[] salient = [.. gist.Names.Where(n => n[0] != '=').Concat(gist.Words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)).Take(Salient)];
        Array.Sort(salient, StringComparer.Ordinal);
        for (var i = 0; i < salient.Length; i++)
            for (var j = 0; j < i; j++) yield return (salient[j], salient[i]);
    }

    /// <summary>True where two voices can be one source under two names: the same actor, or the same sort of body of one country.</summary>
    internal static bool SameVoice(string? left, string? right)
    {
        if (left is null || right is null) return left is null && right is null;
        var (a, b) = (left.Split('|'), right.Split('|'));
        if (a.Length < 3 || b.Length < 3) return left == right;
        if (a[0].Length > 0 && a[0] == b[0]) return true;
        if (a[1].Length == 0 || a[1] != b[1] || a[1] is "IGO" or "NGO") return false;
        return !(IsPerson(a[0]) && IsPerson(b[0])) && a[2].Length > 0 && a[2].Split(',').Intersect(b[2].Split(','), StringComparer.Ordinal).Any();
    }

    /// <summary>Pairs of the words that a report turns on, by which short counts of one affair meet.</summary>
    internal static IEnumerable<(string One, string Other)> Themes(Gist gist)
    {
        string[] turnsOn = [.. gist.Theme.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(Salient)];
        Array.Sort(turnsOn, StringComparer.Ordinal);
        for (var i = 0; i < turnsOn.Length; i++)
            for (var j = 0; j < i; j++) yield return (turnsOn[j], turnsOn[i]);
    }

    private static bool IsPerson(string id) => id.StartsWith("person/", StringComparison.Ordinal);

    private static double Weight(Gist gist) => gist.Names.Sum(n => n[0] == '=' ? 0.5 : 2) + gist.Words.Length;

    private static (int Own, int States) Shared(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        int i = 0, j = 0, own = 0, states = 0;
        while (i < left.Length && j < right.Length)
        {
            var order = string.CompareOrdinal(left[i], right[j]);
            if (order < 0) i++;
            else if (order > 0) j++;
            else
            {
                if (left[i][0] == '=') states++;
                else own++;
                (i, j) = (i + 1, j + 1);
            }
        }
        return (own, states);
    }
}

/// <summary>How alike two gists are.</summary>
/// <param name="Names">Names they share, states apart.</param>
/// <param name="Words">Stems they share.</param>
/// <param name="Shared">The weight of all they share.</param>
/// <param name="Share">That weight as a share of the smaller gist, 0–1.</param>
/// <param name="Theme">Names and stems that both reports turn on.</param>
internal readonly record struct Likeness(int Names, int Words, double Shared, double Share, int Theme);
