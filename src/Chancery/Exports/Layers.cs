namespace Chancery.Exports;

/// <summary>The layers of a reading that can be asked for.</summary>
[Flags]
public enum Layers
{
    /// <summary>None: only what the report is.</summary>
    None = 0,

    /// <summary>Sentences and words with tags and trees.</summary>
    Tokens = 1,

    /// <summary>Who and what is mentioned.</summary>
    Entities = 1 << 1,

    /// <summary>Times.</summary>
    Times = 1 << 2,

    /// <summary>Toponyms.</summary>
    Places = 1 << 3,

    /// <summary>Numbers with their units.</summary>
    Quantities = 1 << 4,

    /// <summary>Words that denote events and states.</summary>
    Predicates = 1 << 5,

    /// <summary>Who says what.</summary>
    Attributions = 1 << 6,

    /// <summary>Claims of acts that PLOVER has a code for.</summary>
    Claims = 1 << 7,

    /// <summary>Numbers that a reader would follow.</summary>
    Figures = 1 << 8,

    /// <summary>What is said not to be known.</summary>
    Unknowns = 1 << 9,

    /// <summary>Claims of what PLOVER has no code for: a truce begins, a plane crashes.</summary>
    Happenings = 1 << 10,

    /// <summary>All of them.</summary>
    All = (1 << 11) - 1,
}
