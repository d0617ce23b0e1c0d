using System.CommandLine;
using Chancery.Cli.Listing;
using Chancery.Cli.Terminal;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery list</c>: what the record holds, filtered.</summary>
internal static class ListCommand
{
    internal static Command Create()
    {
        var what = new Argument<string>("WHAT") { Description = "What to list." };
        what.AcceptOnlyFromAmong("claims", "reports", "events", "figures", "actors");
        var format = new Option<string>("--format") { Description = "table for people; json, jsonl and csv for programs.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong(Listing<Event>.Formats);
        var command = new ExampleCommand(
            "list",
            "Lists claims, reports, events, figures or actors of the record. An event, figure or report is listed where one of its claims passes the filters.",
            "chancery list claims --actor \"North Korea\" --type AID --since 2024-10-01",
            "chancery list figures --text troops --format csv > troops.csv") { what };
        var record = new RecordArgument().AddTo(command);
        var filters = new FilterArguments().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.Add(format);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            await using var store = RecordArgument.OpenRead(record.Of(call));
            var codes = Codebook.Read(lexicon.Of(call));
            var query = filters.Of(call, FilterArguments.Registry(lexicon.Of(call)), codes);
            using var output = Output.Open();
            var count = await Print(call.GetValue(what)!, store, query, codes, call.GetValue(format)!, output, interrupt.Token);
            if (count == 0) Errors.Say($"no {call.GetValue(what)} in '{record.Of(call)}' match");
            return ExitStatus.Done;
        });
        return command;
    }

    private static async Task<int> Print(string what, IRecordStore store, ClaimQuery query, Codebook codes, string format, Output output, CancellationToken cancel)
    {
        switch (what)
        {
            case "claims": return await Listings.Claims(codes).Print(store.ClaimsAsync(query, cancel), format, output);
            case "actors": return await Listings.Actors.Print((await ActorTally.Of(store.ClaimsAsync(query, cancel))).ToAsyncEnumerable(), format, output);
        }
        var view = await FusedView.Of(store, cancel);
        var isFiltered = query != new ClaimQuery();
        switch (what)
        {
            case "events":
                var events = view.Fused.Events.Where(e => !isFiltered || e.Claims.Any(query.Matches));
                return await Listings.Events(codes).Print(events.ToAsyncEnumerable(), format, output);
            case "figures":
                var figures = view.Fused.Figures.Where(f => !isFiltered || Matches(query, f));
                return await Listings.Figures.Print(figures.ToAsyncEnumerable(), format, output);
            default:
                var lineages = view.Fused.Lineages.ToDictionary(l => l.Report, StringComparer.Ordinal);
                var reports = view.Readings.Where(r => !isFiltered || r.Claims.Any(c => query.Matches(new(r, c)))).Select(r => (r, lineages.GetValueOrDefault(r.Report.Id)));
                return await Listings.Reports.Print(reports.ToAsyncEnumerable(), format, output);
        }
    }

    /// <summary>A figure passes where its claim does; one that belongs to no claim has only words, source, days and report to go by.</summary>
    private static bool Matches(ClaimQuery query, FigureEntry entry)
    {
        var (reading, figure) = (entry.Reading, entry.Figure);
        if (reading.Claims.FirstOrDefault(c => c.Id == figure.ClaimId) is { } claim) return query.Matches(new(reading, claim));
        if (query.Status is not null || query.Kind is not null) return false;
        return query.Matches(new(reading, new EventClaim
        {
            Id = entry.Id,
            Trigger = figure.Mention.Span,
            Word = figure.Mention.Head,
            Sentence = Math.Max(0, reading.Sentences.IndexOf(reading.Sentences.FirstOrDefault(s => s.Contains(figure.Mention.Span.Start)))),
            Evidence = figure.Mention.Span,
            Frame = new("", null, false, ""),
            Attribution = figure.Attribution,
            Confidence = 1,
            Time = entry.AsOf is null ? null : new(entry.AsOf, entry.AsOf, TimeBasis.Document),
        }));
    }
}
