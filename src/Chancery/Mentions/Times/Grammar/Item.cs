namespace Chancery.Mentions.Times.Grammar;

/// <summary>A run of pieces that a rule may take as one: a word or number of some class, or what another rule matched.</summary>
internal sealed class Item
{
    /// <summary>First piece.</summary>
    internal required int Start { get; init; }

    /// <summary>First piece behind it.</summary>
    internal required int End { get; init; }

    /// <summary>The classes it belongs to.</summary>
    internal required int[] Symbols { get; init; }

    /// <summary>Its number: the month, the day, the count.</summary>
    internal decimal Number { get; init; }

    /// <summary>Its code: a unit, a part of the day, a season.</summary>
    internal string Code { get; init; } = "";

    /// <summary>How a rule matched it; null for words and numbers.</summary>
    internal RuleMatch? Match { get; init; }
}

/// <summary>A rule with what it matched.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">What the rule's arguments stand for; null for plain words and for classes that were left out.</param>
/// <param name="From">First piece looked at, context included.</param>
/// <param name="To">First piece behind what was looked at.</param>
internal sealed record RuleMatch(TimeRule Rule, Item?[] Arguments, int From, int To);
