using System.Text;
using System.Text.Json;

namespace Chancery.App.Tests;

/// <summary><c>chancery record</c> and <c>chancery decide</c>, as a user runs them.</summary>
public sealed class RecordTests : IDisposable
{
    private const string Visit = "Russia's foreign minister visited Oslo on Thursday and met his Norwegian counterpart, Norway's foreign ministry said.";
    private const string Again = "Norway's foreign ministry said the Russian foreign minister had visited Oslo on Thursday. Zanzibarine roses are a rarity there.";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_record_verifies_is_copied_and_the_copy_verifies()
    {
        await Read();
        (await Run("record", "verify")).Output.ShouldContain("is sound: 2 reports");
        var copy = Path.Combine(_folder, "copy.db");
        (await Run("record", "backup", copy)).Status.ShouldBe(0);
        (await CommandRun.Of("record", "verify", "--record", copy)).Status.ShouldBe(0);
        Directory.GetFiles(_folder, "copy.db*").ShouldBe([copy]);
        (await CommandRun.Of("list", "claims", "--record", copy, "--format", "jsonl")).Output.ShouldBe((await Run("list", "claims", "--format", "jsonl")).Output);
        var again = await Run("record", "backup", copy);
        again.Status.ShouldBe(1);
        again.ErrorLine.ShouldContain("is there already");
    }

    [Fact]
    public async Task Whatever_is_wrong_in_a_record_is_named()
    {
        await Read();
        var claim = (await Claims())[0].GetProperty("id").GetString();
        Change("UPDATE claim SET status = 'Denied', confidence = 2 WHERE id = $id; UPDATE report SET text = substr(text, 1, 20) WHERE id = 'two'; DELETE FROM claim_words WHERE rowid = (SELECT seq FROM claim WHERE id = $id)", claim!);
        var run = await Run("record", "verify");
        run.Status.ShouldBe(1);
        run.Errors.ShouldContain($"claim '{claim}' is in no index of words");
        run.Errors.ShouldContain($"claim '{claim}' is not what its columns say");
        run.Errors.ShouldContain("report 'two': its content is not what it was filed under");
        run.Errors.ShouldContain("lies outside the text");
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task What_is_erased_leaves_no_word_in_any_file()
    {
        await Read();
        Holds("Zanzibarine").ShouldBeTrue();
        var run = await Run("record", "erase", "two", "nine");
        run.Status.ShouldBe(3);
        run.Output.ShouldContain("erased: two");
        run.ErrorLine.ShouldContain("has no report 'nine'");
        Holds("Zanzibarine").ShouldBeFalse();
        Holds("zanzibarine").ShouldBeFalse();
        (await Run("list", "reports", "--format", "jsonl")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        (await Run("record", "verify")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_retracted_report_stays_and_counts_no_longer()
    {
        await Read();
        var before = (await Claims()).Length;
        (await Run("record", "retract", "two", "--reason", "the agency withdrew it", "--corrected-by", "one", "--day", "2025-03-22")).Status.ShouldBe(0);
        (await Claims()).Length.ShouldBe(before);
        Lines(await Run("list", "events", "--format", "jsonl")).SelectMany(e => e.GetProperty("claims").EnumerateArray()).ShouldAllBe(c => c.GetProperty("report").GetString() == "one");
        var retraction = Lines(await Run("list", "reports", "--format", "jsonl")).Single(r => r.GetProperty("id").GetString() == "two").GetProperty("retraction");
        retraction.GetProperty("correctedBy").GetString().ShouldBe("one");
        (await Run("record", "verify")).Status.ShouldBe(0);
        (await Run("record", "retract", "two", "--undo")).Status.ShouldBe(0);
        (await Run("list", "events", "--format", "jsonl")).Output.ShouldContain("\"two\"");
        (await Run("record", "retract", "nine")).ErrorLine.ShouldContain("has no report 'nine'");
    }

    [Fact]
    public async Task What_is_decided_holds_through_a_rereading_until_it_is_undone()
    {
        await Read();
        var claim = (await Claims()).First(c => c.GetProperty("report").GetString() == "one").GetProperty("id").GetString()!;
        (await Run("decide", "correct", claim[..10], "status", "denied", "--by", "an analyst", "--reason", "a slip")).Output.ShouldContain("decision 1: correct");
        (await Run("decide", "reject", claim)).Status.ShouldBe(0);
        (await Run("record", "reread", "--all")).Output.ShouldContain("read again: 2; read otherwise: 0; failed: 0");
        (await Claims()).Single(c => c.GetProperty("id").GetString() == claim).GetProperty("status").GetString().ShouldBe("denied");
        (await Run("list", "events", "--format", "jsonl")).Output.ShouldNotContain(claim + "\"}");
        (await Run("decide", "undo", "2")).Status.ShouldBe(0);
        (await Run("decide", "undo", "2")).Status.ShouldBe(1);

        var decisions = Lines(await Run("list", "decisions", "--format", "jsonl"));
        decisions.Length.ShouldBe(2);
        decisions[0].GetProperty("was").GetString().ShouldBe("occurred");
        decisions[0].GetProperty("value").GetString().ShouldBe("denied");
        decisions[0].GetProperty("by").GetString().ShouldBe("an analyst");
        decisions[0].GetProperty("claims")[0].GetProperty("sentenceText").GetString()!.ShouldContain("Oslo");
        decisions[1].GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
        (await Run("list", "decisions")).Output.ShouldContain("a slip");
        (await Run("record", "verify")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task Claims_and_events_are_joined_and_split()
    {
        await Read();
        var claims = (await Claims()).Select(c => c.GetProperty("id").GetString()!).ToArray();
        (await Run("decide", "join", claims[0], claims[^1])).Output.ShouldContain("decision 1: join");
        var joined = Lines(await Run("list", "events", "--format", "jsonl")).Single(e => e.GetProperty("claims").EnumerateArray().Any(c => c.GetProperty("id").GetString() == claims[0]));
        joined.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("id").GetString()).ShouldContain(claims[^1]);
        (await Run("decide", "split", claims[0])).Status.ShouldBe(0);
        Lines(await Run("list", "events", "--format", "jsonl")).Single(e => e.GetProperty("claims").EnumerateArray().Any(c => c.GetProperty("id").GetString() == claims[0])).GetProperty("claims").GetArrayLength().ShouldBe(1);
        (await Run("decide", "split", claims[0])).ErrorLine.ShouldContain("stand with no other");
    }

    [Theory]
    [InlineData(1, "has no claim whose id begins with", "decide", "accept", "zzz")]
    [InlineData(2, "is no status", "decide", "correct", "CLAIM", "status", "perhaps")]
    [InlineData(2, "is no day", "decide", "correct", "CLAIM", "from", "yesterday")]
    [InlineData(2, "takes two claims or more", "decide", "join", "CLAIM")]
    [InlineData(1, "has no decision 7 in force", "decide", "undo", "7")]
    public async Task A_decision_that_cannot_be_is_told(int status, string fault, params string[] args)
    {
        await Read();
        var claim = (await Claims())[0].GetProperty("id").GetString()!;
        var run = await Run([.. args.Select(a => a == "CLAIM" ? claim : a)]);
        run.Status.ShouldBe(status, run.Errors);
        run.ErrorLine.ShouldContain(fault);
    }

    [Theory]
    [InlineData("decide", "accept", "x")]
    [InlineData("record", "verify")]
    [InlineData("record", "backup", "copy.db")]
    [InlineData("record", "upgrade")]
    [InlineData("record", "reread")]
    [InlineData("record", "retract", "x")]
    [InlineData("record", "erase", "x")]
    public async Task A_misspelled_record_is_told_and_not_made(params string[] args)
    {
        var run = await Run(args);
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("there is no record");
        File.Exists(Record).ShouldBeFalse();
    }

    private async Task Read()
    {
        var input = Path.Combine(_folder, "reports.jsonl");
        await File.WriteAllLinesAsync(input, [Line("one", "Harbor Gazette", Visit), Line("two", "Evening Column", Again)], TestContext.Current.CancellationToken);
        (await Run("read", input)).Status.ShouldBe(0);
        File.Delete(input);
    }

    private async Task<JsonElement[]> Claims() => Lines(await Run("list", "claims", "--format", "jsonl"));

    private Task<CommandRun> Run(params string[] args) => CommandRun.Of([.. args, "--record", Record]);

    private bool Holds(string word) => Directory.GetFiles(_folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    private void Change(string sql, string id)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Record};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id);
        command.ExecuteNonQuery();
    }

    private static string Line(string id, string publisher, string text) => JsonSerializer.Serialize(new { id, date = "2025-03-21", publisher, text });

    private static JsonElement[] Lines(CommandRun run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
