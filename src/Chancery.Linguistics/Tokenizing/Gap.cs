namespace Chancery.Linguistics.Tokenizing;

/// <summary>What stands before a word.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing: it touches the word before.</summary>
    None,

    /// <summary>Blanks, or the line break of a hard-wrapped paragraph.</summary>
    Space,

    /// <summary>The end of a line or paragraph, which no sentence crosses.</summary>
    Break,
}
