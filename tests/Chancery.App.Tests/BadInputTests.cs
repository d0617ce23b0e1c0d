using System.Text;

namespace Chancery.App.Tests;

/// <summary>Each fault gets one clear line that names the file and the fault, the rest is read, and there is never a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = "Russia's foreign minister arrived in Pyongyang on Friday, state media said. He met the leader of North Korea.";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "empty.txt", [], "empty" },
        { "blank.txt", "\r\n  \n"u8.ToArray(), "empty" },
        { "binary.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 32))], "not text" },
        { "bare.html", "<html><script>x</script></html>"u8.ToArray(), "no text" },
        { "words.conllu", "1\n"u8.ToArray(), "Line 1" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_is_named_and_the_rest_is_read(string name, byte[] content, string fault)
    {
        var (bad, good) = (await Make(name, content), await Make("good.txt", Good));
        var run = await CommandRun.Of("read", bad, good, "--record", Path.Combine(_folder, "r.db"));
        run.Status.ShouldBe(3, run.Errors);
        run.ErrorLine.ShouldContain(bad);
        run.ErrorLine.ShouldContain(fault);
        run.Output.ShouldContain("1 new report");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await CommandRun.Of("annotate", Path.Combine(_folder, "none.txt"));
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("none.txt: no such file");
    }

    [Fact]
    public async Task A_report_over_the_limit_is_refused_by_name()
    {
        var run = await CommandRun.Of("annotate", "--max-report", "50", await Make("long.txt", Good));
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("long.txt: larger than --max-report (50 bytes)");
    }

    [Fact]
    public async Task Text_that_is_not_English_is_a_notice_without_claims_and_no_error()
    {
        var run = await CommandRun.WithInput("Le ministre a dit que les pourparlers avec les rebelles ont été suspendus après le vote des députés.", "annotate", "--layers", "claims");
        run.Status.ShouldBe(0);
        run.Errors.ShouldBeEmpty();
        run.Output.ShouldContain("\"code\":\"language\"");
        run.Output.ShouldContain("\"language\":\"fr\"");
        run.Output.ShouldContain("\"claims\":[]");
    }

    [Fact]
    public async Task A_wrong_date_and_a_name_used_twice_are_notices()
    {
        var run = await CommandRun.WithInput($"{{\"id\":\"a\",\"date\":\"2025-13-01\",\"text\":\"{Good}\"}}\n{{\"id\":\"a\",\"text\":\"{Good} Again.\"}}", "annotate", "--layers", "claims");
        run.Status.ShouldBe(0);
        run.Output.ShouldContain("date-invalid");
        run.Output.ShouldContain("duplicate-id");
    }

    [Fact]
    public async Task A_byte_order_mark_and_carriage_returns_shift_no_offset()
    {
        var run = await CommandRun.Of("annotate", "--layers", "tokens", await Make("marked.txt", "\ufeffEnvoys met.\r\nThey left 😀 Oslo.\r\n"));
        var report = System.Text.Json.JsonDocument.Parse(run.Output).RootElement;
        var points = report.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        foreach (var token in report.GetProperty("tokens").EnumerateArray())
        {
            var words = points[token.GetProperty("start").GetInt32()..token.GetProperty("end").GetInt32()];
            string.Concat(words.Select(r => r.ToString())).ShouldBe(token.GetProperty("text").GetString());
        }
        report.GetProperty("tokens")[0].GetProperty("text").GetString().ShouldBe("Envoys");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_named()
    {
        if (OperatingSystem.IsWindows()) return;
        var closed = Directory.CreateDirectory(Path.Combine(_folder, "closed"));
        var open = Directory.CreateDirectory(Path.Combine(_folder, ".open"));
        await Make("good.txt", Good);
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(open.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(closed.FullName, UnixFileMode.None);
        var run = await CommandRun.Shell($"{CommandRun.Held}dotnet {CommandRun.Dll} read {_folder} --record {Path.Combine(open.FullName, "r.db")}");
        File.SetUnixFileMode(closed.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        run.Status.ShouldBe(3);
        run.ErrorLine.ShouldContain("closed: no permission to read this folder");
    }

    [Fact]
    public async Task A_record_that_is_no_record_is_told_and_left_alone()
    {
        var letter = await Make("letter.db", string.Concat(Enumerable.Repeat(Good, 50)));
        var run = await CommandRun.Of("read", await Make("good.txt", Good), "--record", letter);
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("letter.db' is not a record");
        (await CommandRun.Of("list", "claims", "--record", letter)).ErrorLine.ShouldContain("is not a record");
    }

    [Fact]
    public async Task A_record_in_no_folder_is_told()
    {
        var run = await CommandRun.Of("read", await Make("good.txt", Good), "--record", Path.Combine(_folder, "no", "r.db"));
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("there is no folder");
    }

    [Fact]
    public async Task Output_that_finds_the_disk_full_is_told()
    {
        if (!File.Exists("/dev/full")) return;
        var run = await CommandRun.Shell($"dotnet {CommandRun.Dll} annotate {await Make("good.txt", Good)} > /dev/full");
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("standard output");
    }

    private async Task<string> Make(string name, string content) => await Make(name, Encoding.UTF8.GetBytes(content));

    private async Task<string> Make(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }
}
