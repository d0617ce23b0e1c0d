using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Traits of a pair, each of which takes one of a few values; every value has a number under which a weight is learned for it.</summary>
internal sealed class TraitSet
{
    private readonly int[] _starts;

    /// <summary>Takes the traits with their values.</summary>
    internal TraitSet(params ReadOnlySpan<(string Name, ImmutableArray<string> Values)> traits)
        : this(null, traits)
    {
    }

    /// <summary>Takes further traits behind those of another set.</summary>
    internal TraitSet(TraitSet? first, params ReadOnlySpan<(string Name, ImmutableArray<string> Values)> traits)
    {
        var names = ImmutableArray.CreateBuilder<(string, string)>();
        if (first is not null) names.AddRange(first.Names);
        var before = first?.Count ?? 0;
        _starts = new int[before + traits.Length + 1];
        first?._starts.CopyTo(_starts, 0);
        for (var i = 0; i < traits.Length; i++)
        {
            foreach (var value in traits[i].Values) names.Add((traits[i].Name, value));
            _starts[before + i + 1] = names.Count;
        }
        Names = names.ToImmutable();
    }

    /// <summary>Every trait with every value, in the order of their numbers.</summary>
    internal ImmutableArray<(string Trait, string Value)> Names { get; }

    /// <summary>Traits of a pair.</summary>
    internal int Count => _starts.Length - 1;

    /// <summary>Number of a value of a trait.</summary>
    internal int Number(int trait, int value) => _starts[trait] + value;

    /// <summary>The most that each trait can weigh.</summary>
    internal double[] AtMost(double[] weights)
    {
        var most = new double[Count];
        for (var trait = 0; trait < most.Length; trait++) most[trait] = weights[_starts[trait].._starts[trait + 1]].Max();
        return most;
    }

    /// <summary>Values as tables name them: 'people and things'.</summary>
    /// <remarks>By the type: for each enumeration the runtime would compile what is generic anew.</remarks>
    internal static ImmutableArray<string> Values<T>() where T : struct, Enum => NamesOf(typeof(T));

    /// <summary>Values of two traits looked at together; their number is that of the first times how many the second has, and that of the second.</summary>
    internal static ImmutableArray<string> Values<T, TOther>() where T : struct, Enum where TOther : struct, Enum =>
        Pairs(NamesOf(typeof(T)), NamesOf(typeof(TOther)));

    private static ImmutableArray<string> NamesOf(Type type) =>
        [.. Enum.GetNames(type).Select(name => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString())))];

    private static ImmutableArray<string> Pairs(ImmutableArray<string> one, ImmutableArray<string> other) => [.. one.SelectMany(first => other.Select(second => $"{first}, {second}"))];
}

/// <summary>Puts down the numbers of the values that a pair has, one trait after the other.</summary>
internal ref struct TraitFinding(TraitSet traits, Span<int> numbers)
{
    private readonly Span<int> _numbers = numbers;

    /// <summary>Traits found so far.</summary>
    internal int Count { get; private set; }

    /// <summary>Puts down the value of the next trait.</summary>
    internal void Put(int value) => _numbers[Count] = traits.Number(Count++, value);

    /// <summary>Puts down the value of the next trait, which is two looked at together.</summary>
    internal void Put<TOther>(int value, int other) where TOther : struct, Enum => Put(value * Many<TOther>.Values + other);

    private static class Many<T> where T : struct, Enum
    {
        internal static readonly int Values = TraitSet.Values<T>().Length;
    }
}
