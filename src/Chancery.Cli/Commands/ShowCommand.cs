using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Listing;
using Chancery.Cli.Terminal;
using Chancery.Linguistics;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery show</c>: one claim, or the claims of one event or report, beside its words.</summary>
internal static class ShowCommand
{
    internal static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Id of a claim, an event or a report, as list prints it; the first characters of one are enough." };
        var why = new Option<bool>("--why") { Description = "Add the path from the words to the codes." };
        var confidence = FilterArguments.Confidence();
        var command = new ExampleCommand(
            "show",
            "Shows a claim in its sentence, with who says so, how sure, and the figures.",
            "chancery show 3fa9c0d1 --why") { id, why, confidence };
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction((call, _) => Run(call.GetValue(id)!, call.GetValue(why), call.GetValue(confidence), record.Of(call), lexicon.Of(call)));
        return command;
    }

    private static async Task<int> Run(string id, bool why, double least, string record, LanguagePack pack)
    {
        using var interrupt = new Interrupt();
        await using var store = RecordArgument.OpenRead(record);
        var view = new ClaimView(Codebook.Read(pack), why, Console.Out);
        var found = await Find(store, id, least, view, interrupt.Token);
        if (found.Count == 0)
        {
            var anything = least > 0 && await Find(store, id, 0, view, interrupt.Token) is { Count: > 0 };
            return Errors.Fail(anything ? $"no claim of '{id}' was read with a confidence of {least.ToString(CultureInfo.InvariantCulture)} or more" : $"'{record}' has no claim, event or report whose id begins with '{id}'");
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (i > 0) Console.Out.WriteLine();
            found[i]();
        }
        return ExitStatus.Done;
    }

    private static async Task<List<Action>> Find(IRecordStore store, string id, double least, ClaimView view, CancellationToken cancel)
    {
        var claims = await store.ClaimsAsync(new() { Id = id, MinConfidence = least }, cancel).ToListAsync(cancel);
        if (claims.Count > 0) return [.. claims.Select(Show)];
        if (await store.ReadingAsync(id, cancel) is { } reading) return [.. reading.Claims.Where(c => c.Confidence >= least).Select(c => Show(new(reading, c)))];
        var events = await Pages.All(page => store.EventsAsync(new() { Id = id }, page, cancel), cancel).ToListAsync(cancel);
        if (events.Count == 0 && await store.EventAsync(id, cancel) is { } joined) events.Add(joined);
        return [.. events.Where(e => e.Claims.Any(c => c.Claim.Confidence >= least)).Select(e => (Action)(() => view.Print(e, least)))];

        Action Show(FiledClaim claim) => () => view.Print(claim);
    }
}
