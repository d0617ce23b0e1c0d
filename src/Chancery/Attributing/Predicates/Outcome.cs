using Chancery.Linguistics.Packs;

namespace Chancery.Attributing.Predicates;

/// <summary>What a word says becomes of a predicate it governs or modifies.</summary>
internal enum Outcome
{
    /// <summary>The table says nothing.</summary>
    None,

    /// <summary>It happened (+).</summary>
    Holds,

    /// <summary>It did not happen (-).</summary>
    Fails,

    /// <summary>As the source says; nothing changes.</summary>
    As,

    /// <summary>It happened where the governor is told in the past ('was able to leave'); else it may ('is able to').</summary>
    Enabled,

    /// <summary>It goes on where the governor is told in the present or the perfect ('has begun to leave'); else it happened ('began to leave').</summary>
    Lasting,

    /// <summary>As its source says where one is named ('accused them of leaving', 'accused by them of leaving'); possible where none is ('is accused of leaving').</summary>
    Alleged,

    Ongoing,
    Planned,
    Purpose,
    Possible,
    Demanded,
    Conditional,
    Denied,
}

/// <summary>Reads outcomes as the tables write them.</summary>
internal static class Outcomes
{
    internal static Outcome Parse(TableRow row, string column) => row[column] switch
    {
        // A lone minus is the tables' empty cell everywhere but here: it says that the predicate does not happen.
        "" => Outcome.Fails,
        "+" => Outcome.Holds,
        var name when Enum.TryParse<Outcome>(name, ignoreCase: true, out var outcome) => outcome,
        var name => throw new PackException([row.Fault($"no such outcome: '{name}'")]),
    };
}
