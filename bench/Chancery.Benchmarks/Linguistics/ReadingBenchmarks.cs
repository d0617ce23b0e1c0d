using BenchmarkDotNet.Attributes;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Parsing;

namespace Chancery.Benchmarks.Linguistics;

/// <summary>The language engine from raw text to trees: words a second on one core and on two, the parser alone, the time until it is ready.</summary>
/// <remarks>Divide <see cref="Words"/> by a mean to get words a second.</remarks>
[MemoryDiagnoser]
[ShortRunJob]
public class ReadingBenchmarks
{
    private readonly DocumentReader _reader = new(EnglishPack.Instance);
    private readonly Parser _parser = new(ModelFile.Open(EnglishPack.Instance, "languages/en/models/parser.bin", ParserNet.Kind));
    private string[] _texts = [];
    private Document[] _read = [];

    /// <summary>Words read in one run.</summary>
    public int Words { get; private set; }

    [GlobalSetup]
    public void Setup()
    {
        _texts = [.. Samples.Reports().SelectMany(r => Enumerable.Repeat(r, 20))];
        _read = [.. _texts.Select(_reader.Read)];
        Words = _read.Sum(r => r.Count);
        Console.WriteLine($"// {Words} words in {_texts.Length} reports");
    }

    [Benchmark(Description = "raw text to trees, one core")]
    public int OneCore() => _texts.Sum(t => _reader.Read(t).Count);

    [Benchmark(Description = "raw text to trees, two cores")]
    public int TwoCores()
    {
        var words = 0;
        Parallel.ForEach(_texts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, t => Interlocked.Add(ref words, _reader.Read(t).Count));
        return words;
    }

    [Benchmark(Description = "tags to trees, one core")]
    public int ParserAlone() => _read.Sum(r => _parser.Parse(r.Tagged).Count);

    [Benchmark(Description = "until ready")]
    public DocumentReader Open() => new(EnglishPack.Instance);
}
