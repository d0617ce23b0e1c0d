using System.Collections.Immutable;

namespace Chancery.Records;

/// <summary>A part of a long list.</summary>
/// <param name="Items">What is on it, in the order of the list.</param>
/// <param name="Next">Where the next part begins, for <see cref="PageRequest.After"/>; null on the last.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Next)
{
    /// <summary>The same page of something made of each item.</summary>
    internal Page<TOther> Of<TOther>(Func<T, TOther> make) => new([.. Items.Select(make)], Next);
}

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Limit">Items at most, 1 to 1,000.</param>
/// <param name="After">The <see cref="Page{T}.Next"/> of the part before; null for the first. Anything else is refused.</param>
public sealed record PageRequest(int Limit = 100, string? After = null)
{
    /// <summary>Most items a page can have.</summary>
    public const int Most = 1000;

    internal int Size => Math.Clamp(Limit, 1, Most);
}
