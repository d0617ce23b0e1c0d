namespace Chancery.Linguistics.Naming;

/// <summary>What a name names, as a statistical tagger tells it.</summary>
public enum NameType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organization.</summary>
    Org,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A nationality, religious or political group.</summary>
    Norp,

    /// <summary>A named event.</summary>
    Event,

    /// <summary>A product.</summary>
    Product,

    /// <summary>A work.</summary>
    Work,
}

/// <summary>A run of words <c>[First, End)</c> of a document that is a name.</summary>
public readonly record struct NameSpan(int First, int End, NameType Type);
