using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Listing;
using Chancery.Cli.Terminal;
using Chancery.Intake.Gdelt;
using Chancery.Exports;
using Chancery.Ontologies;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery compare</c>: another data set laid beside the record.</summary>
internal static class CompareCommand
{
    private static readonly Listing<ComparedWeek> Weeks = new(
    [
        new("week", w => Cells.Day(w.Week)),
        new("pair", w => w.Pair, IsName: true),
        new("root", w => w.Root, IsName: true),
        new("gdeltEvents", w => Number(w.GdeltEvents)),
        new("gdeltMentions", w => Number(w.GdeltMentions)),
        new("gdeltFromReports", w => Number(w.GdeltFromReports)),
        new("events", w => Number(w.Events.Length)),
        new("independent", w => Number(w.Independent)),
        new("reports", w => Number(w.Reports)),
        new("notOccurred", w => Number(w.NotOccurred)),
        new("behind", w => string.Join("; ", w.Events.Take(5).Select(Behind))),
    ], (json, week) =>
    {
        json.WriteStartObject();
        json.WriteString("week", Cells.Day(week.Week));
        json.WriteString("pair", week.Pair);
        json.WriteString("root", week.Root);
        json.WriteNumber("gdeltEvents", week.GdeltEvents);
        json.WriteNumber("gdeltMentions", week.GdeltMentions);
        json.WriteNumber("gdeltFromReports", week.GdeltFromReports);
        json.WriteNumber("independent", week.Independent);
        json.WriteNumber("reports", week.Reports);
        json.WriteNumber("notOccurred", week.NotOccurred);
        json.WriteStartArray("events");
        foreach (var item in week.Events)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("status", item.Status.Name());
            json.WriteString("standing", item.Standing.Name());
            json.WriteNumber("independent", item.Independent);
            json.WriteString("statement", item.Best.Claim.Statement);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    internal static Command Create()
    {
        var with = new Argument<string>("WITH") { Description = "What to compare with." };
        with.OneOf("gdelt");
        var files = new Argument<string[]>("FILE") { Description = "GDELT's event and mention files, as published (.CSV.zip) or unpacked.", Arity = ArgumentArity.OneOrMore };
        var pair = new Option<string>("--pair") { Description = "Two countries, ISO 3166-1 alpha-3; all pairs without.", HelpName = "PRK-RUS" };
        pair.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !IsPair(text)) result.AddError($"--pair '{text}': expected two countries such as PRK-RUS");
        });
        var since = FilterArguments.Day("--since", "First day.");
        var until = FilterArguments.Day("--until", "Last day.");
        var format = new Option<string>("--format") { Description = "table for people; json, jsonl and csv for programs.", DefaultValueFactory = _ => "table" };
        format.OneOf(Listing<Event>.Formats);
        var command = new ExampleCommand(
            "compare",
            "Lays GDELT's events beside the record, by pair of countries, week and CAMEO root: what GDELT has, and what stands behind it here.",
            "chancery compare gdelt 20250321*.export.CSV.zip 20250321*.mentions.CSV.zip --pair PRK-RUS") { with, files, pair, since, until, format };
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            await using var store = RecordArgument.OpenRead(record.Of(call));
            var (faults, read) = (0, 0);
            var rows = Rows(call.GetValue(files)!, fault =>
            {
                faults++;
                Errors.Say(fault);
            }).Select(row =>
            {
                read++;
                return row;
            });
            var countries = call.GetValue(pair)?.ToUpperInvariant();
            var weeks = await GdeltComparison.OfAsync(
                rows, store, Codebook.Read(lexicon.Of(call)).Cameo, countries is null ? null : (countries[..3], countries[4..]), call.GetValue(since), call.GetValue(until), interrupt.Token);
            if (read == 0 && faults > 0) return ExitStatus.Failed;
            using var output = Output.Open();
            var count = await Weeks.Print(weeks.ToAsyncEnumerable(), call.GetValue(format)!, output);
            if (count == 0) Errors.Say("neither has anything for that");
            return ExitStatus.Of(count, faults);
        });
        return command;
    }

    /// <summary>Events of all files, then mentions, which refer to them.</summary>
    private static IEnumerable<object> Rows(string[] files, Action<string> onFault) =>
        files.OrderBy(f => f.Contains("mentions", StringComparison.OrdinalIgnoreCase)).SelectMany(file => Of(file, onFault));

    private static IEnumerable<object> Of(string file, Action<string> onFault)
    {
        using var rows = GdeltReader.Read(file, fault => onFault(fault.ToString())).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext()) yield break;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                onFault($"{file}: {(problem is FileNotFoundException or DirectoryNotFoundException ? "no such file" : problem.Message)}");
                yield break;
            }
            yield return rows.Current;
        }
    }

    private static bool IsPair(string text) => text.Length == 7 && text[3] == '-' && text.Where((_, i) => i != 3).All(char.IsAsciiLetter);

    private static string Behind(Event item) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.Id}: {Cells.Names(item.Best.Claim.Actors)} [{item.Best.Claim.Frame.Name}] {Cells.Names(item.Best.Claim.Recipients)} ({item.Status.Name()}, {item.Independent} independent)");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
