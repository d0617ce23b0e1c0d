using System.CommandLine;
using Chancery.Cli.Terminal;
using Chancery.Feeds;
using Chancery.Feeds.Fetching;
using Chancery.Intake;
using Chancery.Intake.Feeds;
using Chancery.Linguistics;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery follow</c>: feeds into the record, once or for as long as it runs.</summary>
internal static class FollowCommand
{
    internal static Command Create()
    {
        var feeds = new Argument<string[]>("FEED") { Description = "Addresses of feeds, and files that list them: OPML, or an address a line. Without any, the feeds that are followed already.", Arity = ArgumentArity.ZeroOrMore };
        var once = new Option<bool>("--once") { Description = "Look at every feed once, and end." };
        var remove = new Option<bool>("--remove") { Description = "Follow the feeds named no longer; their reports stay." };
        var every = SpanArgument.Of("--every", "Time between two looks at a feed.", new FollowOptions().Every);
        var interval = SpanArgument.Of("--host-interval", "Time between two requests to one host.", new FetchOptions().HostInterval);
        var requests = new Option<int>("--host-requests") { Description = "Requests under way at a time to one host.", DefaultValueFactory = _ => new FetchOptions().HostRequests, HelpName = "2" };
        var timeout = SpanArgument.Of("--timeout", "Longest time one request may take.", new FetchOptions().Timeout);
        var pages = new Option<string>("--pages") { Description = "Which pages behind the items are fetched: always, missing (where the feed has no full text) or never.", DefaultValueFactory = _ => "always" };
        pages.OneOf("always", "missing", "never");
        var agent = new Option<string>("--agent") { Description = "How it names itself to servers.", DefaultValueFactory = _ => new FetchOptions().Agent, HelpName = "NAME" };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Fetch from this machine and its network too; for trials only." };
        requests.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 16) result.AddError("--host-requests: expected 1 to 16");
        });
        var command = new ExampleCommand(
            "follow",
            "Follows RSS, Atom and JSON feeds: files the reports they lead to and later versions of these. Heeds robots.txt, asks for what has changed alone, and lets hosts rest.",
            "chancery follow https://harbor.example/feed.xml --once",
            "chancery follow feeds.opml --every 15m",
            "chancery list feeds") { feeds, once, remove, every, pages, requests, interval, timeout, agent, allowPrivate };
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            if (call.GetValue(remove)) return await RemoveAsync(call.GetValue(feeds) ?? [], record.Of(call), interrupt.Token);
            var fetching = new FetchOptions
            {
                Agent = call.GetValue(agent)!,
                Timeout = call.GetValue(timeout),
                HostInterval = call.GetValue(interval),
                HostRequests = call.GetValue(requests),
                AllowPrivate = call.GetValue(allowPrivate),
            };
            return await Run(call.GetValue(feeds) ?? [], record.Of(call), lexicon.Of(call), fetching, new() { Every = call.GetValue(every), Pages = Enum.Parse<PagePolicy>(call.GetValue(pages)!, ignoreCase: true) }, call.GetValue(once), interrupt.Token);
        });
        return command;
    }

    private static async Task<int> Run(string[] names, string record, LanguagePack pack, FetchOptions fetching, FollowOptions options, bool once, CancellationToken cancel)
    {
        if (fetching.AllowPrivate) Errors.Say("--allow-private: a feed can now have this machine fetch from itself and its network");
        var faults = 0;
        var wanted = Subscriptions(names, Fail);
        if (names.Length > 0 && wanted.Count == 0) return ExitStatus.Failed;
        var reader = new ReportReader(pack);
        await using var store = RecordArgument.Open(record);
        var book = new FeedBook((IMemoStore)store);
        foreach (var feed in wanted) await book.SubscribeAsync(feed, TimeProvider.System.GetUtcNow(), cancel);
        if ((await book.FeedsAsync(cancel)).Count == 0) return Errors.Fail($"'{record}' follows no feeds yet: name one, or a file that lists some");
        using var fetcher = new Fetcher(fetching, TimeProvider.System);
        var follower = new FeedFollower(fetcher, report => FiledReading.Of(reader.ReadOrExplain(report)), store, (IMemoStore)store, options, TimeProvider.System, Random.Shared, Fail);
        try
        {
            if (!once) await follower.StayAsync(Say, cancel);
            // a feed that fails is left alone until it is due, unless it is named: a time table that calls this again and again must not press it
            var named = wanted.Select(f => f.Address.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
            var tally = await follower.RoundAsync(feed => feed.Failures == 0 || named.Contains(feed.Feed), cancel);
            Say(tally);
            return ExitStatus.Of(tally.Feeds - tally.FeedsFailed, faults + tally.FeedsFailed + tally.Failed + tally.Waiting);
        }
        catch (OperationCanceledException)
        {
            Errors.Say("interrupted; what was filed stands, and the same command goes on from there");
            return once ? ExitStatus.Partly : ExitStatus.Done;
        }

        void Fail(IntakeFault fault)
        {
            Interlocked.Increment(ref faults);
            Errors.Say(fault.ToString());
        }
    }

    private static async Task<int> RemoveAsync(string[] names, string record, CancellationToken cancel)
    {
        var failed = 0;
        await using var store = RecordArgument.Open(record);
        var book = new FeedBook((IMemoStore)store);
        var wanted = Subscriptions(names, fault => Fail(fault.ToString()));
        foreach (var feed in wanted)
            if (!await book.ForgetAsync(feed.Address.AbsoluteUri, cancel)) Fail($"'{feed.Address}' is not followed");
        return ExitStatus.Of(wanted.Count - failed, failed);

        void Fail(string message)
        {
            failed++;
            Errors.Say(message);
        }
    }

    private static List<Subscription> Subscriptions(string[] names, Action<IntakeFault> onFault)
    {
        var feeds = new List<Subscription>();
        foreach (var name in names)
        {
            if (FeedList.Web(name) is { } address)
            {
                feeds.Add(new(address));
                continue;
            }
            try
            {
                feeds.AddRange(FeedList.Read(name, File.ReadAllText(name), onFault));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                onFault(new(name, 0, problem is FileNotFoundException or DirectoryNotFoundException ? "neither an http or https address nor a file" : problem.Message));
            }
        }
        return feeds;
    }

    private static void Say(FollowTally tally) => Console.Out.WriteLine(
        $"{tally.Feeds} feeds, {tally.FeedsFailed} of them at fault; {tally.New} new reports, {tally.Known} items known, {tally.Failed} given up, {tally.Waiting} to be tried again");
}
