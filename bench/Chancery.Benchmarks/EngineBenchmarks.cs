using BenchmarkDotNet.Attributes;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Parsing;
using Chancery.Linguistics.Tagging;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Benchmarks;

/// <summary>The language engine a word: cutting, tagging with lemmas, trees, and the whole on one core and on two; bytes are those of the results.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Words = 10_000;

    private readonly Tokenizer _tokenizer = new(EnglishPack.Instance);
    private readonly Tagger _tagger = Tagger.Open(EnglishPack.Instance);
    private readonly Parser _parser = new(ModelFile.Open(EnglishPack.Instance, "languages/en/models/parser.bin", ParserNet.Kind));
    private readonly DocumentReader _reader = new(EnglishPack.Instance);
    private string _text = "";
    private TokenizedText _words = new("", [], [], []);
    private TaggedText _tagged = new(new("", [], [], []), [], [], [], []);

    /// <summary>Sentences from the examples beside the shipped rules, over and over until there are enough words.</summary>
    [GlobalSetup]
    public void Collect()
    {
        var examples = EnglishPack.Instance.List("").Where(p => p.EndsWith(".tsv", StringComparison.Ordinal)).Select(p => EnglishPack.Instance.Read(p))
            .Where(t => t.Columns.Contains("example")).SelectMany(t => t.Rows).Select(r => r["example"]).Where(e => e.Length > 20).ToArray();
        var text = string.Join('\n', Enumerable.Range(0, Words).Select(i => examples[i * 7919 % examples.Length]));
        var cut = _tokenizer.Tokenize(text);
        _text = text[..cut.Ends[Words - 1]];
        _words = _tokenizer.Tokenize(_text);
        _tagged = _tagger.Tag(_words);
    }

    [Benchmark(OperationsPerInvoke = Words)]
    public TokenizedText Tokenize() => _tokenizer.Tokenize(_text);

    [Benchmark(OperationsPerInvoke = Words)]
    public TaggedText Tag() => _tagger.Tag(_words);

    [Benchmark(OperationsPerInvoke = Words)]
    public Document Parse() => _parser.Parse(_tagged);

    [Benchmark(OperationsPerInvoke = Words)]
    public Document Read() => _reader.Read(_text);

    [Benchmark(OperationsPerInvoke = 2 * Words)]
    public void ReadOnTwoCores() => Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => _reader.Read(_text));
}

/// <summary>How long the models take to be ready, once their pages are in memory.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    [Benchmark]
    public DocumentReader Load() => new(EnglishPack.Instance);
}
