using BenchmarkDotNet.Attributes;
using Chancery.Attributing;
using Chancery.Coding;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Mentions;
using Chancery.Registry;

namespace Chancery.Benchmarks;

/// <summary>What coding adds to parsing: trees and claims of the same sample reports, each alone, on one core.</summary>
public class CodingBenchmarks
{
    private readonly DocumentReader _documents = new(EnglishPack.Instance);
    private readonly Coder _coder = new(EnglishPack.Instance);
    private (Report Report, Document Document, MentionSet Mentions, Attributions Attributions)[] _read = [];

    /// <summary>Reads the samples up to the step before coding.</summary>
    [GlobalSetup]
    public void Read()
    {
        var (mentions, attributor) = (new MentionFinder(EnglishPack.Instance, new ActorRegistry(EnglishPack.Instance)), new Attributor(EnglishPack.Instance));
        _read = [.. Samples.Bodies().Select((text, i) =>
        {
            var report = new Report { Id = $"report-{i}", Text = text, Published = new(2025, 3, 21) };
            var document = _documents.Read(text);
            var found = mentions.Find(report, document);
            return (report, document, found, attributor.Attribute(document, found));
        })];
    }

    [Benchmark(Baseline = true)]
    public void Trees()
    {
        foreach (var read in _read) _documents.Read(read.Report.Text);
    }

    [Benchmark]
    public void Claims()
    {
        foreach (var read in _read) _coder.Code(read.Report, read.Document, read.Mentions, read.Attributions);
    }
}
