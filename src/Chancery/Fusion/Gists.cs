using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Compares gists: how much of what one sentence says another one says too.</summary>
internal static class Gists
{
    /// <summary>Words by which a gist is looked up; of more the longest, which are the rarest.</summary>
    private const int Salient = 6;

    /// <summary>Words of those a report turns on by which its only count of a thing is looked up.</summary>
    private const int Turning = 10;

    /// <summary>How alike two sentences are: names count double, states, which a whole story is full of, by half.</summary>
    internal static Likeness Compare(Gist left, Gist right)
    {
        var (names, states) = Shared(left.Names, right.Names);
        var (words, _) = Shared(left.Words, right.Words);
        var shared = 2.0 * names + 0.5 * states + words;
        var smaller = Math.Min(Weight(left), Weight(right));
        var (theme, named) = SharedThemes(left.Theme, right.Theme);
        return new(names, words, shared, smaller == 0 ? 0 : Math.Min(1, shared / smaller), theme, states, named);
    }

    /// <summary>True where both sentences name states and share none.</summary>
    internal static bool NameOtherStates(Gist left, Gist right, Likeness likeness) => likeness.States == 0 && left.Names.Any(Gist.IsCountry) && right.Names.Any(Gist.IsCountry);

    /// <summary>
    /// True where others are named, states apart: no name of the one sentence is told in the other's report as one it turns on, nor the other way round. A sentence that names nobody tells
    /// of whom its report turns on.
    /// </summary>
    internal static bool NameOthers(Gist left, Gist right, Likeness likeness) =>
        (IsNaming(left) || left.Theme.Any(Gist.IsNamed)) && (IsNaming(right) || right.Theme.Any(Gist.IsNamed)) && !IsNamed(left, right) && !IsNamed(right, left)
        && (IsNaming(left) && IsNaming(right) || likeness.Named == 0);

    /// <summary>True where the sentence names somebody or somewhere, states and bodies of many apart.</summary>
    internal static bool IsNaming(Gist gist) => gist.Names.Any(IsName);

    private static bool IsNamed(Gist gist, Gist other) => gist.Names.Any(name => IsName(name) && (other.Names.BinarySearch(name, StringComparer.Ordinal) >= 0 || other.TurnsOn(name)));

    /// <summary>True for a state, its people or a body of many states or of none: <c>=PRK</c>, <c>=organization/…</c>.</summary>
    internal static bool IsState(string name) => name[0] == '=';

    private static bool IsName(string name) => !IsState(name);

    /// <summary>Keys under which gists that share two of their salient words meet.</summary>
    internal static IEnumerable<(string One, string Other)> Pairs(Gist gist)
    {
        string[] salient = [.. gist.Names.Where(IsName).Concat(gist.Words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)).Take(Salient)];
        Array.Sort(salient, StringComparer.Ordinal);
        for (var i = 0; i < salient.Length; i++)
            for (var j = 0; j < i; j++) yield return (salient[j], salient[i]);
    }

    /// <summary>Pairs of the words that a report turns on, by which short counts of one affair meet.</summary>
    internal static IEnumerable<(string One, string Other)> Themes(Gist gist)
    {
        string[] turnsOn = [.. gist.Theme.Where(IsName).Select(w => w.ToLowerInvariant()).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(Turning)];
        Array.Sort(turnsOn, StringComparer.Ordinal);
        for (var i = 0; i < turnsOn.Length; i++)
            for (var j = 0; j < i; j++) yield return (turnsOn[j], turnsOn[i]);
    }

    /// <summary>Pairs of the names that a report turns on, states among them, by which happenings meet of which one affair has one.</summary>
    internal static IEnumerable<(string One, string Other)> Turned(Gist gist)
    {
        string[] names = [.. gist.Theme.Where(w => IsState(w) || Gist.IsNamed(w)).Select(w => w.ToLowerInvariant()).Take(Turning)];
        for (var i = 0; i < names.Length; i++)
            for (var j = 0; j < i; j++) yield return (names[j], names[i]);
    }

    private static double Weight(Gist gist) => gist.Names.Sum(n => IsState(n) ? 0.5 : 2) + gist.Words.Length;

    /// <summary>Names and stems that both reports turn on, and how many of them are names; all the states of one being among those of the other is as good as a name.</summary>
    private static (int All, int Named) SharedThemes(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        int i = 0, j = 0, all = 0, named = 0, states = 0;
        while (i < left.Length && j < right.Length)
        {
            var order = string.Compare(left[i], right[j], StringComparison.OrdinalIgnoreCase);
            if (order < 0) i++;
            else if (order > 0) j++;
            else
            {
                if (IsState(left[i])) states++;
                else all++;
                if (Gist.IsNamed(left[i]) && Gist.IsNamed(right[j])) named++;
                (i, j) = (i + 1, j + 1);
            }
        }
        return (all, named + (states > 0 && states == Math.Min(left.Count(IsState), right.Count(IsState)) ? 1 : 0));
    }

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
                if (IsState(left[i])) states++;
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
/// <param name="States">States, peoples and bodies of many they share.</param>
/// <param name="Named">Names that both reports turn on; naming the same states counts as one.</param>
internal readonly record struct Likeness(int Names, int Words, double Shared, double Share, int Theme, int States, int Named);
