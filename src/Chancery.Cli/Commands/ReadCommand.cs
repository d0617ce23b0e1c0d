using System.CommandLine;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Chancery.Cli.Terminal;
using Chancery.Intake;
using Chancery.Linguistics;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery read</c>: reports into the record.</summary>
internal static class ReadCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders with reports; - reads standard input.", Arity = ArgumentArity.OneOrMore };
        var command = new ExampleCommand(
            "read",
            "Reads reports into the record; what it holds already is left as it is.",
            "chancery read samples",
            "chancery read dispatches.jsonl clippings/ --record korea.db") { paths };
        var record = new RecordArgument().AddTo(command);
        var intake = new IntakeArguments().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(call => Run(call.GetValue(paths)!, record.Of(call), intake.Of(call), lexicon.Of(call)));
        return command;
    }

    private static async Task<int> Run(string[] paths, string record, IntakeOptions options, LanguagePack pack)
    {
        var watch = Stopwatch.StartNew();
        using var interrupt = new Interrupt();
        var reader = new ReportReader(pack); // before there is a record: own tables may have faults
        await using var store = RecordArgument.Open(record);
        var tally = new ReadTally(record);
        try
        {
            await Progress.Over(progress => File(paths, options, reader, store, tally, progress, interrupt.Token));
        }
        catch (OperationCanceledException)
        {
            Errors.Say($"interrupted after {tally.New} new reports; what was read stands, and the same command goes on from there");
            return ExitStatus.Partly;
        }
        catch (RecordException fault) when (tally.New > 0)
        {
            Errors.Say($"{fault.Message} ({tally.New} new reports)");
            return ExitStatus.Partly;
        }
        await ReadSummary.Print(tally, store, pack, watch.Elapsed, Console.Out, interrupt.Token);
        return ExitStatus.Of(tally.New + tally.Known, tally.Failed);
    }

    private static async Task File(string[] paths, IntakeOptions options, ReportReader reader, IRecordStore store, ReadTally tally, Progress progress, CancellationToken cancel)
    {
        var files = InputFiles.Expand(paths, Fail, tally.LeftOut.Add);
        var reports = Unknown(store, new ReportIntake(options, Fail).ReadAsync(progress.Following(files), cancel), tally, cancel);
        await foreach (var batch in ReadAhead.Batches(Readings(), cancel))
        {
            foreach (var filing in await store.FileAsync(batch, cancel)) tally.Count(filing);
            progress.Step(batch.Count);
            await Task.Delay(1, cancel); // whoever else writes to the record gets a turn
        }

        async IAsyncEnumerable<FiledReading> Readings()
        {
            await foreach (var reading in reader.ReadAllAsync(reports, cancel))
            {
                if (reading.Notices.FirstOrDefault(n => n.Code == "reader-fault") is { } fault) Fail(new(reading.Report.Id, 0, fault.Message));
                else yield return FiledReading.Of(reading);
            }
        }

        void Fail(IntakeFault fault)
        {
            tally.Fail();
            progress.Say(fault.ToString());
        }
    }

    /// <summary>The reports the record does not have yet; to read them again would be work for nothing.</summary>
    private static async IAsyncEnumerable<Report> Unknown(IRecordStore store, IAsyncEnumerable<Report> reports, ReadTally tally, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var report in reports.WithCancellation(cancel))
        {
            if (await store.FindAsync(report, cancel) is { } known) tally.Count(new(known, false));
            else yield return report;
        }
    }
}
