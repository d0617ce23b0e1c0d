using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Parsing;
using Chancery.Linguistics.Tagging;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Linguistics;

/// <summary>The language engine's front door: text in, words, tags and trees out.</summary>
/// <remarks>Immutable and thread-safe; build one and share it. The path is tokenize, tag, parse, mend, harmonize; the text is never altered.</remarks>
public sealed class DocumentReader
{
    private readonly Tokenizer _tokenizer;
    private readonly Tagger _tagger;
    private readonly Parser _parser;
    private readonly TreeMender _mender;
    private readonly Harmonizer _harmonizer;
    private readonly ControlLexicon _control;

    /// <summary>Opens the models of a pack.</summary>
    /// <exception cref="PackException">A model is missing or damaged.</exception>
    public DocumentReader(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
        _tokenizer = new Tokenizer(pack);
        _tagger = Tagger.Open(pack);
        _parser = new Parser(ModelFile.Open(pack, "languages/en/models/parser.bin", ParserNet.Kind));
        _mender = new TreeMender(pack);
        _harmonizer = new Harmonizer(pack, _tagger);
        _control = new ControlLexicon(pack);
    }

    /// <summary>The pack whose models are used.</summary>
    public LanguagePack Pack { get; }

    /// <summary>Reads any string; an empty one gives a document without sentences.</summary>
    public Document Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(_tokenizer.Tokenize(text));
    }

    /// <summary>Reads a text whose sentences are known; its words are cut as in any other.</summary>
    public Document Read(string text, IReadOnlyList<TextSpan> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(_tokenizer.Tokenize(text).In(sentences));
    }

    /// <summary>Tags and parses words that were cut elsewhere, such as those of a CoNLL-U file.</summary>
    public Document Read(TokenizedText words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return _harmonizer.Harmonize(_mender.Mend(_parser.Parse(_tagger.Tag(words)))).Under(_control);
    }

    /// <summary>The tags alone.</summary>
    internal TaggedText Tag(TokenizedText words) => _tagger.Tag(words);
}
