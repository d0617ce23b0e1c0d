using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Chancery.English;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Linguistics;
using Chancery.Ontologies;

namespace Chancery.Benchmarks;

/// <summary>The whole path a sentence, from text to JSON with all layers, beside the trees alone: on one core and on two, and one long report.</summary>
/// <remarks>Times are for one sentence: sentences per second are their inverse.</remarks>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    /// <summary>Sentences counted in one operation; the reports are read until there are as many.</summary>
    private const int Sentences = 2_000;

    private readonly DocumentReader _documents = new(EnglishPack.Instance);
    private readonly ReportReader _reader = new(EnglishPack.Instance);
    private readonly Codebook _codes = Codebook.Read(EnglishPack.Instance);
    private Report[] _reports = [];
    private Report _long = new() { Id = "long", Text = "" };

    /// <summary>The sample reports over and over, and the same text as one report.</summary>
    [GlobalSetup]
    public void Collect()
    {
        var bodies = Samples.Bodies();
        var reports = new List<Report>();
        for (var sentences = 0; sentences < Sentences; sentences += _documents.Read(reports[^1].Text).SentenceCount)
            reports.Add(new() { Id = $"report-{reports.Count}", Text = bodies[reports.Count % bodies.Length], Published = new(2025, 3, 21) });
        _reports = [.. reports];
        _long = _long with { Text = string.Join("\n\n", reports.Select(report => report.Text)) };
    }

    [Benchmark(OperationsPerInvoke = Sentences, Baseline = true)]
    public void Trees()
    {
        foreach (var report in _reports) _documents.Read(report.Text);
    }

    [Benchmark(OperationsPerInvoke = Sentences)]
    public void TreesOnTwoCores() => Parallel.ForEach(_reports, new ParallelOptions { MaxDegreeOfParallelism = 2 }, report => _documents.Read(report.Text));

    [Benchmark(OperationsPerInvoke = Sentences)]
    public void WholePath()
    {
        foreach (var report in _reports) Print(_reader.Read(report));
    }

    [Benchmark(OperationsPerInvoke = Sentences)]
    public void WholePathOnTwoCores() => Parallel.ForEach(_reports, new ParallelOptions { MaxDegreeOfParallelism = 2 }, report => Print(_reader.Read(report)));

    [Benchmark(OperationsPerInvoke = Sentences)]
    public void OneLongReport() => Print(_reader.Read(_long));

    private void Print(Reading reading)
    {
        using var json = new Utf8JsonWriter(Stream.Null, ReadingJson.Compact);
        ReadingJson.Write(json, reading, Layers.All, _codes);
    }
}
