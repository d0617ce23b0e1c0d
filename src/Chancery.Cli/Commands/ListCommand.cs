using System.CommandLine;
using Chancery.Cli.Listing;
using Chancery.Cli.Terminal;
using Chancery.Feeds;
using Chancery.Fusion;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery list</c>: what the record holds, filtered.</summary>
internal static class ListCommand
{
    internal static Command Create()
    {
        var what = new Argument<string>("WHAT") { Description = "What to list." };
        what.OneOf("claims", "reports", "events", "figures", "expectations", "unknowns", "actors", "ties", "decisions", "feeds");
        var format = new Option<string>("--format") { Description = "table for people; json, jsonl and csv for programs.", DefaultValueFactory = _ => "table" };
        format.OneOf(Listing<Event>.Formats);
        var command = new ExampleCommand(
            "list",
            "Lists claims, reports, events, figures, expectations, unknowns, actors, ties (what went from one country to another, week by week) or decisions of the record, or the feeds it follows. An event, figure, report or unknown is listed where one of its claims passes the filters.",
            "chancery list claims --actor \"North Korea\" --type AID --since 2024-10-01",
            "chancery list figures --text troops --format csv > troops.csv") { what };
        var record = new RecordArgument().AddTo(command);
        var filters = new FilterArguments().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        var asOf = FilterArguments.Day("--as-of", "The day expectations are judged on; today unless told.");
        command.Add(format);
        command.Add(asOf);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            await using var store = RecordArgument.OpenRead(record.Of(call));
            var codes = Codebook.Read(lexicon.Of(call));
            var query = filters.Of(call, FilterArguments.Registry(lexicon.Of(call)), codes);
            using var output = Output.Open();
            var count = await Print(call.GetValue(what)!, store, query, codes, call.GetValue(format)!, call.GetValue(asOf) ?? DateOnly.FromDateTime(DateTime.Today), output, interrupt.Token);
            if (count == 0) Errors.Say($"no {call.GetValue(what)} in '{record.Of(call)}' match");
            return ExitStatus.Done;
        });
        return command;
    }

    private static Task<int> Print(string what, IRecordStore store, ClaimQuery query, Codebook codes, string format, DateOnly today, Output output, CancellationToken cancel)
    {
        var claims = query == new ClaimQuery() ? null : query;
        return what switch
        {
            "claims" => Listings.Claims(codes).Print(Pages.All(page => store.ClaimsAsync(query, page, cancel), cancel), format, output),
            "actors" => Actors(),
            "ties" => Ties(),
            "feeds" => Feeds(),
            "decisions" => Decisions(),
            "events" => Listings.Events(codes).Print(Pages.All(page => store.EventsAsync(new() { Claims = claims }, page, cancel), cancel), format, output),
            "expectations" => Listings.Expectations(codes).Print(
                Pages.All(page => store.EventsAsync(new() { Claims = claims, IsExpected = true }, page, cancel), cancel).Select(e => Expectation.Of(e, today)!), format, output),
            "unknowns" => Listings.Unknowns.Print(Pages.All(page => store.UnknownsAsync(new() { Reports = claims is null ? null : new() { Claims = claims } }, page, cancel), cancel), format, output),
            "figures" => Listings.Figures.Print(Pages.All(page => store.FiguresAsync(new() { Claims = claims }, page, cancel), cancel), format, output),
            _ => Listings.Reports.Print(Pages.All(page => store.ReportsAsync(new() { Claims = claims }, page, cancel), cancel), format, output),
        };

        async Task<int> Feeds() => await FeedListing.Feeds.Print((await new FeedBook((IMemoStore)store).FeedsAsync(cancel)).ToAsyncEnumerable(), format, output);

        async Task<int> Ties()
        {
            var events = await Pages.All(page => store.EventsAsync(new() { Claims = claims }, page, cancel), cancel).ToListAsync(cancel);
            return await TieView.Ties.Print(TieFinder.Find(events, codes.Plover.Code).ToAsyncEnumerable(), format, output);
        }

        async Task<int> Actors() => await Listings.Actors.Print((await ActorTally.Of(store.ClaimsAsync(query, cancel))).ToAsyncEnumerable(), format, output);

        async Task<int> Decisions()
        {
            var wanted = claims is null ? null : await store.ClaimsAsync(claims, cancel).Select(c => c.Claim.Id).ToHashSetAsync(StringComparer.Ordinal, cancel);
            Decision[] decisions = [.. (await store.DecisionsAsync(cancel)).Where(d => wanted is null || d.Claims.Any(wanted.Contains))];
            var about = new Dictionary<string, FiledClaim>(StringComparer.Ordinal);
            foreach (var id in decisions.SelectMany(d => d.Claims.Concat(d.From)).Distinct(StringComparer.Ordinal))
                if ((await store.ClaimsAsync(new() { Id = id }, new(), cancel)).Items.FirstOrDefault(c => c.Claim.Id == id) is { } claim) about.Add(id, claim);
            return await Listings.Decisions(codes, about).Print(decisions.ToAsyncEnumerable(), format, output);
        }
    }
}
