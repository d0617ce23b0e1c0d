using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Cli.Terminal;
using Chancery.Feeds.Telling;
using Chancery.Ontologies;
using Chancery.Records;
using Chancery.Registry;
using Chancery.Watching;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery watch</c>: tells what has changed in what somebody asked to be told of.</summary>
internal static class WatchCommand
{
    private const string SecretVariable = "CHANCERY_WEBHOOK_SECRET";

    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The watches: JSON, see docs/watching.md." };
        var once = new Option<bool>("--once") { Description = "Look once, and end." };
        var every = SpanArgument.Of("--every", "Time between two looks.", TimeSpan.FromMinutes(1));
        var format = new Option<string>("--format") { Description = "text for people; jsonl for programs.", DefaultValueFactory = _ => "text" };
        format.OneOf("text", "jsonl");
        var atom = new Option<string>("--atom") { Description = "Keep an Atom feed of the alerts in this file.", HelpName = "FILE" };
        var mail = new Option<string>("--mail") { Description = "Keep the alerts as mails in this folder, a file a story.", HelpName = "FOLDER" };
        var webhook = new Option<string>("--webhook") { Description = $"Tell the alerts to a program at this address, signed with the secret in {SecretVariable}.", HelpName = "URL" };
        var digest = new Option<bool>("--digest") { Description = "Tell once a day what changed on the day before, in one." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Let the webhook be on this machine or its network." };
        var command = new ExampleCommand(
            "watch",
            "Tells of changes of state in what the watches ask for: a plan met, a denial, another independent source, a dispute, a figure revised, an unusual week. One alert a story, updated rather than repeated. The first look tells of nothing.",
            "chancery watch korea.watch --once",
            "chancery watch korea.watch --atom alerts.xml --mail alerts/ --digest") { file, once, every, format, atom, mail, webhook, digest, allowPrivate };
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            var watches = Read(call.GetValue(file)!);
            var pack = lexicon.Of(call);
            var registry = FilterArguments.Registry(pack);
            var codes = Codebook.Read(pack);
            var asked = watches.Select(w => (Watch: w, Query: Resolved(w, registry, codes))).ToList();
            await using var store = RecordArgument.Open(record.Of(call));
            using var hook = call.GetValue(webhook) is { } address ? HookOf(address, (IMemoStore)store, call.GetValue(allowPrivate)) : null;
            using var output = Output.Open();
            var ways = new AlertWays(call.GetValue(atom), call.GetValue(mail), hook, call.GetValue(format) == "jsonl", output);
            var round = new WatchRound(asked, new Watcher(store, (IMemoStore)store, pack, TimeProvider.System), (IMemoStore)store, ways, call.GetValue(digest), TimeProvider.System);
            try
            {
                while (true)
                {
                    var waiting = await round.LookAsync(interrupt.Token);
                    if (call.GetValue(once)) return waiting == 0 ? ExitStatus.Done : ExitStatus.Partly;
                    await Task.Delay(call.GetValue(every), interrupt.Token);
                }
            }
            catch (OperationCanceledException) when (!call.GetValue(once))
            {
                return ExitStatus.Done;
            }
        });
        return command;
    }

    private static IReadOnlyList<Watch> Read(string file)
    {
        try
        {
            return WatchFile.Parse(File.ReadAllText(file));
        }
        catch (FormatException problem)
        {
            throw new CommandException($"{file}: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file}: {(problem is FileNotFoundException or DirectoryNotFoundException ? "no such file" : problem.Message)}");
        }
    }

    private static ClaimQuery Resolved(Watch watch, Lazy<ActorRegistry> registry, Codebook codes)
    {
        try
        {
            return watch.Question.ToQuery(() => registry.Value, codes);
        }
        catch (FormatException problem)
        {
            throw new CommandException($"watch '{watch.Name}': type {problem.Message}");
        }
    }

    private static Webhook HookOf(string address, IMemoStore memos, bool allowPrivate)
    {
        if (Environment.GetEnvironmentVariable(SecretVariable) is not { Length: > 0 } secret)
            throw new CommandException($"--webhook: {SecretVariable} is not set; alerts are told signed or not at all");
        if (allowPrivate) Errors.Say("--allow-private: alerts may be told to this machine and its network");
        try
        {
            return new(new Uri(address), Encoding.UTF8.GetBytes(secret), memos, TimeProvider.System, Random.Shared, Errors.Say, allowPrivate);
        }
        catch (Exception problem) when (problem is UriFormatException or ArgumentException)
        {
            throw new MisuseException($"--webhook '{address}': {(problem is UriFormatException ? "no address" : problem.Message.Split(" (Parameter")[0])}");
        }
    }
}

/// <summary>Looks for all watches once and tells what there is to tell.</summary>
internal sealed class WatchRound(IReadOnlyList<(Watch Watch, ClaimQuery Query)> watches, Watcher watcher, IMemoStore memos, AlertWays ways, bool digest, TimeProvider time)
{
    private const string DigestTopic = "watch-digest";

    /// <summary>One look; returns how many alerts wait for a webhook to take them.</summary>
    internal async Task<int> LookAsync(CancellationToken cancel)
    {
        var told = new List<Alert>();
        foreach (var (watch, query) in watches) told.AddRange(await watcher.LookAsync(watch, query, cancel));
        var all = new List<Alert>();
        foreach (var (watch, _) in watches) all.AddRange(await watcher.AlertsAsync(watch.Name, cancel));
        if (digest && await DigestAsync(all, cancel) is { } yesterday)
        {
            told.Add(yesterday);
            all.Add(yesterday);
        }
        return await ways.TellAsync(told, all, time.GetUtcNow(), cancel);
    }

    private async Task<Alert?> DigestAsync(List<Alert> alerts, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        var name = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (await memos.MemoAsync(DigestTopic, name, cancel) is not null) return null;
        await memos.KeepAsync([new(DigestTopic, name, "told")], cancel);
        return Digest.Of(day, alerts, now);
    }
}
