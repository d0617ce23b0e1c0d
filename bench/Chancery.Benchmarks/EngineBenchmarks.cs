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
    /// <summary>So many words, in as many reports: a long text alone would be parsed on all cores.</summary>
    private const int Words = 10_000, Reports = 10;

    private readonly Tokenizer _tokenizer = new(EnglishPack.Instance);
    private readonly Tagger _tagger = Tagger.Open(EnglishPack.Instance);
    private readonly Parser _parser = new(ModelFile.Open(EnglishPack.Instance, "languages/en/models/parser.bin", ParserNet.Kind));
    private readonly DocumentReader _reader = new(EnglishPack.Instance);
    private string[] _texts = [];
    private TokenizedText[] _words = [];
    private TaggedText[] _tagged = [];

    /// <summary>Sentences from the examples beside the shipped rules, over and over until there are enough words.</summary>
    [GlobalSetup]
    public void Collect()
    {
        var examples = EnglishPack.Instance.List("").Where(p => p.EndsWith(".tsv", StringComparison.Ordinal)).Select(p => EnglishPack.Instance.Read(p))
            .Where(t => t.Columns.Contains("example")).SelectMany(t => t.Rows).Select(r => r["example"]).Where(e => e.Length > 20).ToArray();
        var text = string.Join('\n', Enumerable.Range(0, Words).Select(i => examples[i * 7919 % examples.Length]));
        var cut = _tokenizer.Tokenize(text);
        const int each = Words / Reports;
        _texts = [.. Enumerable.Range(0, Reports).Select(i => text[cut.Starts[i * each]..cut.Ends[(i + 1) * each - 1]])];
        _words = Array.ConvertAll(_texts, _tokenizer.Tokenize);
        _tagged = Array.ConvertAll(_words, _tagger.Tag);
    }

    [Benchmark(OperationsPerInvoke = Words)]
    public void Tokenize() => Array.ForEach(_texts, text => _tokenizer.Tokenize(text));

    [Benchmark(OperationsPerInvoke = Words)]
    public void Tag() => Array.ForEach(_words, words => _tagger.Tag(words));

    [Benchmark(OperationsPerInvoke = Words)]
    public void Parse() => Array.ForEach(_tagged, words => _parser.Parse(words));

    [Benchmark(OperationsPerInvoke = Words)]
    public void Read() => Array.ForEach(_texts, text => _reader.Read(text));

    [Benchmark(OperationsPerInvoke = 2 * Words)]
    public void ReadOnTwoCores() => Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => Read());
}

/// <summary>How long the models take to be ready, once their pages are in memory.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    [Benchmark]
    public DocumentReader Load() => new(EnglishPack.Instance);
}
