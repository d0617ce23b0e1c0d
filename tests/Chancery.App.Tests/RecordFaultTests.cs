using Microsoft.Data.Sqlite;

namespace Chancery.App.Tests;

/// <summary>What can befall a record file: one clear line that names it and the fault, the record as it was, never a stack trace.</summary>
public sealed class RecordFaultTests : IDisposable
{
    private const string Text = "Russia's foreign minister arrived in Pyongyang on Friday, state media said. He met the leader of North Korea.";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_in_place_of_a_record_is_told()
    {
        Directory.CreateDirectory(Record);
        foreach (var run in (CommandRun[])[await Read("a"), await Run("list", "claims"), await Run("record", "verify")])
        {
            run.Status.ShouldBe(1);
            run.ErrorLine.ShouldContain("record.db");
            run.ErrorLine.ShouldContain("a folder");
        }
    }

    [Fact]
    public async Task A_record_cut_short_is_told_and_left_as_it_is()
    {
        (await Read("a")).Status.ShouldBe(0);
        var whole = await File.ReadAllBytesAsync(Record, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Record, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        foreach (var run in (CommandRun[])[await Read("b"), await Run("list", "claims")])
        {
            run.Status.ShouldBe(1, run.Errors);
            run.ErrorLine.ShouldContain("is damaged");
        }
        var verified = await Run("record", "verify");
        verified.Status.ShouldBe(1);
        verified.Errors.ShouldContain("damaged");
        verified.Errors.ShouldNotContain("   at ");
        (await File.ReadAllBytesAsync(Record, TestContext.Current.CancellationToken)).ShouldBe(whole[..(whole.Length / 2)]);
    }

    [Fact]
    public async Task A_record_that_may_not_be_written_can_still_be_read()
    {
        if (OperatingSystem.IsWindows()) return;
        (await Read("a")).Status.ShouldBe(0);
        var held = CommandRun.Held;
        File.SetUnixFileMode(Record, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            var written = await CommandRun.Shell($"echo '{Text.Replace("'", "", StringComparison.Ordinal)}' | {held}dotnet {CommandRun.Dll} read - --record {Record}");
            written.Status.ShouldBe(1, written.Errors);
            written.ErrorLine.ShouldContain("read-only");
            var listed = await CommandRun.Shell($"{held}dotnet {CommandRun.Dll} list reports --format jsonl --record {Record}");
            listed.Status.ShouldBe(0, listed.Errors);
            listed.Output.ShouldContain("\"id\":\"a\"");
            var elsewhere = await CommandRun.Shell($"echo x | {held}dotnet {CommandRun.Dll} read - --record {Path.Combine(_folder, "other.db")}");
            elsewhere.Status.ShouldBe(1);
            elsewhere.ErrorLine.ShouldContain("no permission");
        }
        finally
        {
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_file_that_may_grow_no_further_is_told_and_keeps_what_was_filed()
    {
        if (OperatingSystem.IsWindows()) return;
        (await Read("a")).Status.ShouldBe(0);
        var input = Path.Combine(_folder, "many.jsonl");
        await File.WriteAllLinesAsync(input, Enumerable.Range(0, 200).Select(i => $"{{\"id\":\"m{i}\",\"text\":\"{Text} Number {i}.\"}}"), TestContext.Current.CancellationToken);
        // in blocks of 512 bytes: room for some, not for all; the runtime's own double mapping of code takes a file that is larger
        var run = await CommandRun.Shell($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 1200; dotnet {CommandRun.Dll} read {input} --record {Record}");
        run.Status.ShouldBeOneOf(1, 3);
        run.ErrorLine.ShouldContain("record.db");
        run.ErrorLine.ShouldContain("what was filed before stands");
        var verified = await Run("record", "verify");
        verified.Status.ShouldBe(0, verified.Errors);
        (await Run("list", "reports", "--format", "jsonl")).Output.ShouldContain("\"id\":\"a\"");
        (await CommandRun.Of("read", input, "--record", Record)).Status.ShouldBe(0);
        (await Run("record", "verify")).Output.ShouldContain("201 reports");
    }

    [Fact]
    public async Task Of_two_that_write_one_waits()
    {
        (await Read("a")).Status.ShouldBe(0);
        using var other = Lock();
        var reading = Read("b");
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        reading.IsCompleted.ShouldBeFalse();
        Execute(other, "COMMIT");
        (await reading).Status.ShouldBe(0);
        (await Run("record", "verify")).Output.ShouldContain("2 reports");
    }

    [Fact]
    public async Task Of_two_that_write_one_is_told_where_the_other_does_not_end()
    {
        (await Read("a")).Status.ShouldBe(0);
        using var other = Lock();
        var run = await Read("b");
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("is in use");
        (await Run("list", "reports", "--format", "jsonl")).Output.ShouldContain("\"id\":\"a\"");
        Execute(other, "ROLLBACK");
        (await Read("b")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task Two_that_read_into_one_record_at_once_both_have_all_of_theirs_in_it()
    {
        var inputs = new List<string>();
        foreach (var name in (string[])["x", "y"])
        {
            inputs.Add(Path.Combine(_folder, name + ".jsonl"));
            await File.WriteAllLinesAsync(inputs[^1], Enumerable.Range(0, 150).Select(i => $"{{\"id\":\"{name}{i}\",\"date\":\"2025-03-{1 + i % 28:00}\",\"text\":\"{Text} Number {i} of {name}.\"}}"), TestContext.Current.CancellationToken);
        }
        var runs = await Task.WhenAll(inputs.Select(input => CommandRun.Of("read", input, "--record", Record)));
        runs.ShouldAllBe(run => run.Status == 0);
        (await Run("record", "verify")).Output.ShouldContain("300 reports");
    }

    private Task<CommandRun> Read(string id) => CommandRun.WithInput($"{{\"id\":\"{id}\",\"text\":\"{Text} {id}\"}}\n", "read", "-", "--record", Record);

    private Task<CommandRun> Run(params string[] args) => CommandRun.Of([.. args, "--record", Record]);

    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={Record};Pooling=False");
        connection.Open();
        Execute(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
