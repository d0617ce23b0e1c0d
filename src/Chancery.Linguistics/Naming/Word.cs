namespace Chancery.Linguistics.Naming;

/// <summary>One word as the features see it.</summary>
internal struct Word
{
    internal static readonly Word Start = new() { Lower = 1, Shape = 62 };
    internal static readonly Word End = new() { Lower = 2, Shape = 63 };

    private static readonly uint[] LinkWords =
        [.. new[] { "of", "the", "for", "and", "'s", "’s", "'", "’", "de", "des", "du", "del", "der", "die", "und", "für", "et", "e", "y", "in", "on", "to", "against", "&", "la", "los", "pour", "para", "van", "von", "da", "do" }.Select(w => NameHash.Of(w))];

    internal uint Lower;
    internal uint Shape;
    internal uint Prefix2;
    internal uint Prefix3;
    internal uint Prefix4;
    internal uint Suffix2;
    internal uint Suffix3;
    internal uint Suffix4;
    internal NameClass Class;
    internal NameClass Phrase;
    internal uint PhrasePlace;
    internal NameClass RunClass;
    internal NameClass LooseClass;
    internal NameClass Gloss;
    internal int RunFirst;
    internal int RunEnd;
    internal bool Links;

    internal static Word Read(ReadOnlySpan<char> word, NameLexicon lexicon)
    {
        var shape = Shapes.Of(word);
        var lower = NameHash.OfLower(word);
        return new()
        {
            Lower = lower,
            Shape = shape,
            Prefix2 = NameHash.Of(word[..Math.Min(2, word.Length)]),
            Prefix3 = NameHash.Of(word[..Math.Min(3, word.Length)]),
            Prefix4 = NameHash.OfLower(word[..Math.Min(4, word.Length)]),
            Suffix2 = NameHash.OfLower(word[Math.Max(0, word.Length - 2)..]),
            Suffix3 = NameHash.OfLower(word[Math.Max(0, word.Length - 3)..]),
            Suffix4 = NameHash.OfLower(word[Math.Max(0, word.Length - 4)..]),
            Class = ClassOf(word, shape, lower, lexicon),
            Links = shape is Shapes.LowerShort or Shapes.Quote or Shapes.Other && Array.IndexOf(LinkWords, lower) >= 0,
        };
    }

    /// <summary>Names shouted in capitals or whispered without are looked up as they are usually written.</summary>
    private static NameClass ClassOf(ReadOnlySpan<char> word, uint shape, uint lower, NameLexicon lexicon)
    {
        if (shape < Shapes.Letters) return NameClass.None;
        if (shape < Shapes.Title) return lexicon.Find(lower) & ~NameClass.Particle | (lexicon.Find(NameHash.OfTitle(word)) & (NameClass.Place | NameClass.Country)) | (lexicon.Find(lower) & NameClass.Particle);
        var found = lexicon.Find(NameHash.Of(word)) | (lexicon.Find(lower) & NameClass.Common);
        return shape is Shapes.UpperLong or Shapes.Upper ? found | lexicon.Find(NameHash.OfTitle(word)) : found;
    }
}
