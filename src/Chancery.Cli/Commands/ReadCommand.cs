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
    /// <summary>Reports filed in one step at most.</summary>
    private const int Together = 32;

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
        await ReadSummary.Print(tally, store, watch.Elapsed, Console.Out, interrupt.Token);
        return ExitStatus.Of(tally.New + tally.Known, tally.Failed);
    }

    private static async Task File(string[] paths, IntakeOptions options, ReportReader reader, IRecordStore store, ReadTally tally, Progress progress, CancellationToken cancel)
    {
        var files = InputFiles.Expand(paths, Fail, left => tally.LeftOut += left);
        var reports = Unknown(store, new ReportIntake(options, Fail).ReadAsync(progress.Following(files), cancel), tally, cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await foreach (var batch in Batches(reader.ReadAllAsync(reports, stop.Token), stop))
        {
            foreach (var fault in batch.SelectMany(r => r.Notices.Where(n => n.Code == "reader-fault").Take(1), (r, n) => new IntakeFault(r.Report.Id, 0, n.Message))) Fail(fault);
            FiledReading[] readings = [.. batch.Where(r => r.Notices.All(n => n.Code != "reader-fault")).Select(FiledReading.Of)];
            foreach (var filing in await store.FileAsync(readings, cancel)) tally.Count(filing);
            progress.Step(batch.Count);
            await Task.Delay(1, cancel); // whoever else writes to the record gets a turn
        }

        void Fail(IntakeFault fault)
        {
            tally.Fail();
            progress.Say(fault.ToString());
        }
    }

    /// <summary>What is read already is filed together; nothing waits for more to come.</summary>
    /// <param name="readings">Readings as they come.</param>
    /// <param name="stop">Ends them where whoever takes the batches has had enough.</param>
    private static async IAsyncEnumerable<List<Reading>> Batches(IAsyncEnumerable<Reading> readings, CancellationTokenSource stop)
    {
        await using var source = readings.GetAsyncEnumerator(stop.Token);
        var next = source.MoveNextAsync().AsTask();
        try
        {
            while (await next)
            {
                var batch = new List<Reading>();
                do
                {
                    batch.Add(source.Current);
                    next = source.MoveNextAsync().AsTask();
                }
                while (batch.Count < Together && next.IsCompletedSuccessfully && await next);
                yield return batch;
            }
        }
        finally
        {
            // a source must not be left while it looks for the next
            await stop.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
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
