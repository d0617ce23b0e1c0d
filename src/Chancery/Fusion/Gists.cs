using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Compares gists: how much of what one sentence says another one says too.</summary>
internal static class Gists
{
    /// <summary>Words by which a gist is looked up; of more the longest, which are the rarest.</summary>
    private const int Salient = 6;

    /// <summary>How alike two sentences are: names count double, states, which a whole story is full of, by half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Likeness Compare(Gist left, Gist right)
    {
        var (a, b) = (left.Marks, right.Marks);
        var (names, states, _) = GistMarks.Shared(a.Names, b.Names);
        var (words, _, _) = GistMarks.Shared(a.Words, b.Words);
        var (theme, mutual, named) = a.Turns.Shared(b.Turns);
        var shared = 2.0 * names + 0.5 * states + words;
        var smaller = Math.Min(a.Weight, b.Weight);
        // all the states that one report turns on being among those of the other is as good as a name
        if (mutual > 0 && mutual == Math.Min(a.States, b.States)) named++;
        return new(names, words, shared, smaller == 0 ? 0 : Math.Min(1, shared / smaller), theme, states, named);
    }

    /// <summary>True where both sentences name states and share none.</summary>
    internal static bool NameOtherStates(Gist left, Gist right, Likeness likeness) => likeness.States == 0 && left.Marks.NamesCountry && right.Marks.NamesCountry;

    /// <summary>
    /// True where others are named, states apart: no name of the one sentence is told in the other's report as one it turns on, nor the other way round. A sentence that names nobody tells
    /// of whom its report turns on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool NameOthers(Gist left, Gist right, Likeness likeness)
    {
        var (a, b) = (left.Marks, right.Marks);
        return likeness.Names == 0 && (a.IsNaming || a.TurnsOnName) && (b.IsNaming || b.TurnsOnName) && (a.IsNaming && b.IsNaming || likeness.Named == 0)
            && GistMarks.Shared(a.Names, b.Theme).Own == 0 && GistMarks.Shared(b.Names, a.Theme).Own == 0;
    }

    /// <summary>Keys under which gists that share two of their salient words meet.</summary>
    internal static IEnumerable<(string One, string Other)> Pairs(Gist gist)
    {
        string[] salient = [.. gist.Names.Where(name => !Gist.IsState(name)).Concat(gist.Words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)).Take(Salient)];
        Array.Sort(salient, StringComparer.Ordinal);
        for (var i = 0; i < salient.Length; i++)
            for (var j = 0; j < i; j++) yield return (salient[j], salient[i]);
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
