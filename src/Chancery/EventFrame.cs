namespace Chancery;

/// <summary>A kind of political action, independent of language and finer than any one ontology.</summary>
/// <param name="Name">Name such as <c>visit</c> or <c>attack.air</c>.</param>
/// <param name="Parent">Frame to fall back on where an ontology has no code for this one; null at the top.</param>
/// <param name="Reciprocal">True for acts without direction (met, talked): all parties are actors.</param>
/// <param name="Gloss">One line of meaning.</param>
public sealed record EventFrame(string Name, string? Parent, bool Reciprocal, string Gloss)
{
    /// <summary>The parent of all frames for what happens without being an act that ontologies code.</summary>
    public const string Happening = "happening";

    /// <summary>True for what happens without being an act that ontologies code.</summary>
    public bool IsHappening => Parent == Happening;
}

/// <summary>A frame's code in an ontology.</summary>
/// <param name="Ontology">Name and version of the ontology.</param>
/// <param name="Type">PLOVER type or CAMEO code; CAMEO codes are text.</param>
/// <param name="Mode">PLOVER mode; null where none applies.</param>
/// <param name="Score">Conflict–cooperation score (PLOVER −10…+10, Goldstein for CAMEO); null where no source gives one.</param>
/// <param name="QuadClass">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
public sealed record EventCode(string Ontology, string Type, string? Mode, double? Score, int QuadClass);
