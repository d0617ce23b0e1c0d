#pragma warning disable xUnit1051, CA1859 // an example is written as its readers would write it
using Chancery.Briefs;
using Chancery.English;
using Chancery.Exports.Markdown;
using Chancery.Formats;
using Chancery.Records;

namespace Chancery.Tests.Examples;

/// <summary>Tells a record back and takes it away. The region is the code of docs/library.md.</summary>
public sealed class TakeItAway
{
    [Fact]
    public async Task Runs()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("claims.parquet");
        var reader = new ReportReader(EnglishPack.Instance);
        await using var record = new MemoryRecordStore();
        await record.FileAsync(FiledReading.Of(reader.Read(new Report { Id = "a", Text = "Norway sent two ships to Latvia, the ministry said.", Published = new(2025, 3, 21) })), TestContext.Current.CancellationToken);
        var readings = await record.ReadingsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var fused = await record.FusedAsync(TestContext.Current.CancellationToken);
        #region example
        var brief = new BriefWriter(EnglishPack.Instance, new(EnglishPack.Instance)).Write(readings, fused, new BriefRequest { About = ["Norway"] });
        BriefMarkdown.Write(brief, Console.Out);

        await using var file = File.Create(path);
        var rows = await ExportFormats.Find("parquet")!.WriteAsync(new ExportSource(record, EnglishPack.Instance) { Query = new() { MinConfidence = 0.5 } }, file);
        #endregion
        rows.ShouldBeGreaterThan(0);
        file.Length.ShouldBeGreaterThan(1000);
    }
}
