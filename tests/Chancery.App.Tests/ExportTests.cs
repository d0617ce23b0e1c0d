namespace Chancery.App.Tests;

public sealed class ExportTests(RecordFixture record) : IClassFixture<RecordFixture>
{
    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("parquet")]
    [InlineData("gdelt-events")]
    [InlineData("gdelt-mentions")]
    [InlineData("polecat")]
    [InlineData("icews")]
    [InlineData("graphml")]
    [InlineData("gexf")]
    [InlineData("annotations")]
    [InlineData("ftm")]
    public async Task Every_format_writes_a_file_and_nothing_beside_it(string format)
    {
        using var folder = new Folder();
        var run = await record.Run("export", "--format", format, "--output", folder.File("out"));
        run.Status.ShouldBe(0, run.Errors);
        run.Output.ShouldBeEmpty();
        run.ErrorLine.ShouldContain("rows in");
        new FileInfo(folder.File("out")).Length.ShouldBeGreaterThan(500);
        folder.Names.ShouldBe(["out"]);
    }

    [Fact]
    public async Task Filters_and_tables_choose_what_is_written()
    {
        var all = (await record.Run("export", "--format", "csv", "--table", "events")).Output.Split('\n');
        var some = (await record.Run("export", "--format", "csv", "--table", "events", "--actor", "PRK", "--min-confidence", "0.5")).Output.Split('\n');
        some.Length.ShouldBeInRange(3, all.Length - 1);
        some[0].ShouldStartWith("id,from,to,frame,plover");
        (await record.Run("export", "--format", "gexf", "--table", "events")).ErrorLine.ShouldContain("gexf has no tables to choose from");
        var none = await record.Run("export", "--format", "csv", "--text", "pomegranate");
        (none.Status, none.Output.Split('\n').Length).ShouldBe((0, 2));
        none.ErrorLine.ShouldContain("passes the filters");
    }

    [Fact]
    public async Task A_full_disk_leaves_no_half_file_and_keeps_what_was_there()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var folder = new Folder();
        await File.WriteAllTextAsync(folder.File("out.csv"), "what was there");
        // no file may grow beyond so many blocks; the runtime keeps code it makes in one unless told otherwise
        var run = await CommandRun.Shell($"trap '' XFSZ; ulimit -f 100; DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0 dotnet {CommandRun.Dll} export --format jsonl --record {record.Record} --output {folder.File("out.csv")}");
        run.Status.ShouldBe(1, run.Errors);
        run.ErrorLine.ShouldContain("could not be written whole, so nothing of it was kept");
        (await File.ReadAllTextAsync(folder.File("out.csv"))).ShouldBe("what was there");
        folder.Names.ShouldBe(["out.csv"]);
        (await CommandRun.Shell($"dotnet {CommandRun.Dll} export --format csv --record {record.Record} > /dev/full")).ErrorLine.ShouldContain("standard output: ");
    }

    [Fact]
    public async Task What_cannot_be_written_is_told()
    {
        using var folder = new Folder();
        (await record.Run("export", "--format", "csv", "--output", folder.File("no/such/folder.csv"))).ErrorLine.ShouldContain("there is no folder");
        (await record.Run("export", "--format", "csv", "--output", folder.Path)).ErrorLine.ShouldContain("is a folder");
        (await CommandRun.Of("export", "--format", "csv", "--record", folder.File("none.db"))).ErrorLine.ShouldContain("there is no record");
        (await CommandRun.Of("export")).Status.ShouldBe(2);
        (await CommandRun.Of("export", "--format", "xlsx")).Status.ShouldBe(2);
    }

    [Fact]
    public async Task A_closed_pipe_is_no_error()
    {
        if (OperatingSystem.IsWindows()) return;
        var run = await CommandRun.Shell($"for f in jsonl csv gdelt-mentions graphml annotations parquet; do dotnet {CommandRun.Dll} export --format $f --record {record.Record} | head -c 10 | wc -c; done");
        run.Errors.ShouldBeEmpty();
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(l => l.Trim() == "10");
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        (await CommandRun.Of("export", "--format", "jsonl", "--table", "events", "--schema")).Output.ShouldContain("\"const\": \"chancery/events/1\"");
        (await CommandRun.Of("export", "--format", "csv", "--schema")).Status.ShouldBe(1);
    }

    private sealed class Folder : IDisposable
    {
        internal string Path { get; } = Directory.CreateTempSubdirectory("chancery-").FullName;

        internal string[] Names => [.. Directory.EnumerateFileSystemEntries(Path).Select(p => System.IO.Path.GetFileName(p))];

        internal string File(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
