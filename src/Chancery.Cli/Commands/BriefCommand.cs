using System.CommandLine;
using System.Text;
using Chancery.Briefs;
using Chancery.Cli.Terminal;
using Chancery.Exports.Html;
using Chancery.Exports.Markdown;
using Chancery.Intake;
using Chancery.Linguistics;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery brief</c>: the record, or the files given, told back.</summary>
internal static class BriefCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Reports to tell without a record; none tells the record.", Arity = ArgumentArity.ZeroOrMore };
        var about = new Option<string[]>("--about") { Description = "Actors or countries it is to be about, with commas between.", HelpName = "NAME,NAME…", AllowMultipleArgumentsPerToken = false };
        var since = FilterArguments.Day("--since", "First day of interest.");
        var confidence = FilterArguments.Confidence();
        var changed = FilterArguments.Day("--what-changed-since", "Tells only what reports of this day and later ones changed.");
        var format = new Option<string>("--format") { Description = "markdown, html (one page, figures drawn) or pdf (where a Chromium is installed).", DefaultValueFactory = _ => "markdown" };
        format.OneOf("markdown", "html", "pdf");
        var command = new ExampleCommand(
            "brief",
            "Tells the record back as Markdown: the situation, a timeline, the figures, what is disputed, expected and unknown, every sentence with its sources.",
            "chancery brief --about \"North Korea, Russia\" --since 2024-10-01",
            "chancery brief --what-changed-since 2025-03-01 --format html > brief.html",
            "chancery brief report.txt") { paths, about, since, confidence, changed, format };
        var record = new RecordArgument().AddTo(command);
        var intake = new IntakeArguments().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction((call, _) =>
        {
            string[] names = [.. (call.GetValue(about) ?? []).SelectMany(a => a.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
            var request = new BriefRequest { About = names, Since = call.GetValue(since), MinConfidence = call.GetResult(confidence) is { Implicit: false } ? call.GetValue(confidence) : null, ChangedSince = call.GetValue(changed) };
            return Run(call.GetValue(paths) ?? [], record.Of(call), intake.Of(call), lexicon.Of(call), request, call.GetValue(format)!);
        });
        return command;
    }

    private static async Task<int> Run(string[] paths, string record, IntakeOptions options, LanguagePack pack, BriefRequest request, string format)
    {
        using var interrupt = new Interrupt();
        var failed = 0;
        var view = paths.Length == 0 ? await OfRecord(record, interrupt.Token) : await OfFiles(paths, options, pack, fault =>
        {
            Interlocked.Increment(ref failed);
            Errors.Say(fault.ToString());
        }, interrupt.Token);
        if (view.Readings.Count == 0) return failed > 0 ? ExitStatus.Failed : Errors.Fail($"there are no reports in '{record}'");
        var text = new StringWriter();
        var brief = new BriefWriter(pack, new(pack)).Write(view.Readings, view.Fused, request);
        if (format == "markdown") BriefMarkdown.Write(brief, text);
        else BriefHtml.Write(brief, text);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (format == "pdf")
        {
            if (await Printer.PrintAsync(bytes, interrupt.Token) is not { } printed) return Errors.Fail("no Chromium was found to print with: write --format html and print that");
            bytes = printed;
        }
        using var output = Output.Open();
        output.Write(bytes);
        return ExitStatus.Of(view.Readings.Count, failed);
    }

    private static async Task<FusedView> OfRecord(string record, CancellationToken cancel)
    {
        await using var store = RecordArgument.OpenRead(record);
        return await FusedView.Of(store, cancel);
    }

    private static async Task<FusedView> OfFiles(string[] paths, IntakeOptions options, LanguagePack pack, Action<IntakeFault> onFault, CancellationToken cancel)
    {
        await using var store = new MemoryRecordStore();
        var reports = new ReportIntake(options, onFault).ReadAsync(InputFiles.Expand(paths, onFault, _ => { }), cancel);
        await foreach (var reading in new ReportReader(pack).ReadAllAsync(reports, cancel)) await store.FileAsync(FiledReading.Of(reading), cancel);
        return await FusedView.Of(store, cancel);
    }
}
