#pragma warning disable xUnit1051, CA1859 // an example is written as its readers would write it
using Chancery.English;
using Chancery.Records;
using Chancery.Sqlite;

namespace Chancery.Tests.Examples;

/// <summary>Keeps a record and asks it. The region is the code of docs/library.md.</summary>
public sealed class KeepARecord
{
    [Fact]
    public async Task Runs()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("record.db");
        var reader = new ReportReader(EnglishPack.Instance);
        (string, string)[] reports = [("a", "Norway sent two ships to Latvia, the ministry said."), ("b", "Latvia thanked Norway on Friday.")];
        #region example
        await using IRecordStore record = SqliteRecordStore.Open(path, new ReadWith(Reader: "1.0", Pack: "en 1.0"));
        foreach (var (id, text) in reports)
            await record.FileAsync(FiledReading.Of(reader.Read(new Report { Id = id, Text = text, Published = new(2025, 3, 21) })));

        await foreach (var filed in record.ClaimsAsync(new() { Actor = new("Norway"), Since = new(2025, 1, 1) }))
            Console.WriteLine($"{filed.Claim.Id} in {filed.Reading.Report.Id}: {filed.Sentence()}");
        var page = await record.EventsAsync(new() { MinIndependent = 2 }, new PageRequest(Limit: 50));
        #endregion
        (await record.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        page.Items.ShouldAllBe(e => e.Independent >= 2);
    }
}
