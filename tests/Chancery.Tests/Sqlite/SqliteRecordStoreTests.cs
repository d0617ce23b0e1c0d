using Chancery.Records;
using Chancery.Sqlite;
using Chancery.Tests.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Tests.Sqlite;

public sealed class SqliteRecordStoreTests : RecordStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<IRecordStore> OpenAsync() => Task.FromResult<IRecordStore>(Open(_folder.File("record.db")));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_there_when_opened_again()
    {
        await Store.FileAsync(Readings.Of("a", "One."), TestContext.Current.CancellationToken);
        await Store.DisposeAsync();
        await using var again = SqliteRecordStore.OpenRead(_folder.File("record.db"));
        (await again.ReadingAsync("a", TestContext.Current.CancellationToken))!.Report.Text.ShouldBe("One.");
    }

    [Fact]
    public async Task Others_read_while_one_writes()
    {
        await using var reader = SqliteRecordStore.OpenRead(_folder.File("record.db"));
        await Store.FileAsync(Readings.Of("a", "One."), TestContext.Current.CancellationToken);
        (await reader.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public void What_is_no_record_is_told_and_left_alone()
    {
        var path = _folder.File("letter.txt");
        File.WriteAllText(path, new string('x', 5000));
        Should.Throw<RecordException>(() => Open(path)).Message.ShouldContain("is not a record: it is no SQLite database");
        File.ReadAllText(path).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public void A_database_of_another_program_is_told_and_left_alone()
    {
        var path = _folder.File("other.db");
        Execute(path, "CREATE TABLE t (x)");
        Should.Throw<RecordException>(() => Open(path)).Message.ShouldContain("a database of another program");
    }

    [Fact]
    public void A_record_of_a_newer_version_is_told_and_left_alone()
    {
        Execute(_folder.File("record.db"), "PRAGMA user_version = 99");
        Should.Throw<RecordException>(() => Open(_folder.File("record.db"))).Message.ShouldContain("newer");
        Should.Throw<RecordException>(() => SqliteRecordStore.OpenRead(_folder.File("record.db"))).Message.ShouldContain("newer");
    }

    [Fact]
    public void A_record_that_is_not_there_is_told() =>
        Should.Throw<RecordException>(() => SqliteRecordStore.OpenRead(_folder.File("none.db"))).Message.ShouldContain("there is no record");

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_no_half_a_report()
    {
        await Store.FileAsync(Readings.Of("a", "One."), TestContext.Current.CancellationToken);
        ((SqliteRecordStore)Store).LimitPages();
        var text = string.Concat(Enumerable.Repeat("A long report. ", 20_000));
        var claims = Enumerable.Range(0, 50).Select(i => Readings.Claim($"c{i}", text, "long", "A", "report")).ToArray();
        (await Should.ThrowAsync<RecordException>(() => Store.FileAsync(Readings.Of("b", text, claims: claims)))).Message.ShouldContain("the disk is full");
        (await Store.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await Store.ClaimsAsync(new(), TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static SqliteRecordStore Open(string path) => SqliteRecordStore.Open(path, new("1.0", "en 1.0"));

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
