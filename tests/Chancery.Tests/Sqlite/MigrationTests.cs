using System.Globalization;
using System.IO.Compression;
using Chancery.Records;
using Chancery.Sqlite;
using Chancery.Tests.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Tests.Sqlite;

/// <summary>Records as former versions wrote them, of the same two reports, are brought up to date with nothing lost. Whoever adds a version adds a record of the one before.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, RecordSchema.Version - 1)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_record_of_a_former_version_is_brought_up_to_date(int version)
    {
        var record = Unpack(version);
        Should.Throw<RecordException>(() => SqliteRecordStore.OpenRead(record)).Message.ShouldContain("chancery record upgrade");
        ((long)Ask(record, "PRAGMA user_version")).ShouldBe(version);
        var before = (Claims: (long)Ask(record, "SELECT count(*) FROM claim"), Text: (byte[])Ask(record, "SELECT text FROM report WHERE id = 'a'"));

        await using (var store = SqliteRecordStore.Open(record, new("new", "new")))
        {
            (await store.VerifyAsync(Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
            var stamp = await store.StampAsync(Cancel);
            (stamp.Reports, stamp.Claims).ShouldBe((2, (int)before.Claims));
            System.Text.Encoding.UTF8.GetBytes((await store.ReadingAsync("a", Cancel))!.Report.Text).ShouldBe(before.Text);
            (await store.OutdatedAsync(Cancel)).ShouldBe(["a", "b"]);
            (await store.FusedAsync(Cancel)).Events.ShouldNotBeEmpty();
            (await store.ReportsAsync(new() { Text = "Oslo treaty" }, new(), Cancel)).Items.Select(r => r.Reading.Report.Id).ShouldBe(["b"]);
            if (version == 9) (await store.UnknownsAsync(new(), new(), Cancel)).Items.ShouldHaveSingleItem().AnsweredBy.ShouldBe("b", "questions are answered anew");
            if (version >= 10) (await store.FusedAsync(Cancel)).Events.ShouldContain(e => e.Claims.Length == 2, "claims are joined by what is known now");
            if (version == 12) (await store.EventsAsync(new() { IsExpected = true }, new(), Cancel)).Items.ShouldHaveSingleItem().Status.ShouldBe(ClaimStatus.Possible, "what was expected is");
            await store.FileAsync(Readings.Of("c", "A third report."), Cancel);
        }
        ((long)Ask(record, "PRAGMA user_version")).ShouldBe(RecordSchema.Version);
        ((long)Ask(record, "SELECT count(*) FROM bearing WHERE block = -1 AND last - first <= 512")).ShouldBe(0, "what spans some months is looked for in the wide blocks");
        await using var again = SqliteRecordStore.OpenRead(record);
        (await again.CountAsync(Cancel)).ShouldBe(3);
        (await again.VerifyAsync(Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_of_a_newer_version_stays_as_it_was_byte_by_byte()
    {
        var record = _folder.File("record.db");
        await using (var store = SqliteRecordStore.Open(record, new("1", "1"))) await store.FileAsync(Readings.Of("a", "One."), Cancel);
        using (var connection = new SqliteConnection($"Data Source={record};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA user_version = {(RecordSchema.Version + 1).ToString(CultureInfo.InvariantCulture)}";
            command.ExecuteNonQuery();
        }
        var before = await File.ReadAllBytesAsync(record, Cancel);
        Should.Throw<RecordException>(() => SqliteRecordStore.Open(record, new("1", "1"))).Message.ShouldContain("newer chancery");
        Should.Throw<RecordException>(() => SqliteRecordStore.OpenRead(record)).Message.ShouldContain("newer chancery");
        (await File.ReadAllBytesAsync(record, Cancel)).ShouldBe(before);
    }

    private string Unpack(int version)
    {
        var record = _folder.File("record.db");
        using var packed = File.OpenRead(Path.Combine(Repository.Root, "tests", "Chancery.Tests", "Sqlite", "Versions", string.Create(CultureInfo.InvariantCulture, $"version-{version}.db.gz")));
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var file = File.Create(record);
        unpacked.CopyTo(file);
        return record;
    }

    private static object Ask(string record, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={record};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
