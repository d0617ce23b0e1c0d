using Chancery.Briefs;
using Chancery.English;
using Chancery.Intake;
using Chancery.Records;

namespace Chancery.Tests.Briefs;

/// <summary>The samples, read once, and told back.</summary>
public sealed class SamplesBrief : IAsyncLifetime
{
    internal static BriefWriter Writer { get; } = new(EnglishPack.Instance, new(EnglishPack.Instance));

    internal IReadOnlyList<FiledReading> Readings { get; private set; } = [];

    internal FusedRecord Fused { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using var store = new MemoryRecordStore();
        var files = Directory.GetFiles(Repository.File("samples"), "*.txt").Order(StringComparer.Ordinal);
        var reports = new ReportIntake(new(), fault => throw new InvalidOperationException(fault.ToString())).ReadAsync(files, default);
        await foreach (var reading in new ReportReader(EnglishPack.Instance).ReadAllAsync(reports, default)) await store.FileAsync(FiledReading.Of(reading));
        Readings = await store.ReadingsAsync().ToListAsync();
        Fused = await store.FusedAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal Brief Write(BriefRequest request) => Writer.Write(Readings, Fused, request);

    internal static IEnumerable<BriefSentence> Told(Brief brief, params string[] headings) => brief.Sections.Where(s => headings.Length == 0 || headings.Contains(s.Heading)).SelectMany(s => s.Sentences);
}
