using System.CommandLine;
using System.Runtime.CompilerServices;
using Chancery.Cli.Terminal;
using Chancery.Linguistics;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery record reread</c>: what is in the record read with the reader of today.</summary>
internal static class RereadCommand
{
    internal static Command Create()
    {
        var ids = new Argument<string[]>("REPORT") { Description = "Ids of the reports; none for all that were read with another version.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Read all reports again, as after a change of your own lexicon." };
        var command = new ExampleCommand(
            "reread",
            "Reads reports of the record again with this version of the reader, keeping decisions; what is read as before is not touched.",
            "chancery record reread --record korea.db",
            "chancery record reread --all --lexicon words/") { ids, all };
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction((call, _) => Run(record.Of(call), call.GetValue(ids)!, call.GetValue(all), lexicon.Of(call)));
        return command;
    }

    private static async Task<int> Run(string record, string[] ids, bool all, LanguagePack pack)
    {
        using var interrupt = new Interrupt();
        RecordArgument.MustBeThere(record);
        var reader = new ReportReader(pack);
        await using var store = RecordArgument.Open(record);
        var (otherwise, same, failed) = (0, 0, 0);
        try
        {
            var names = ids.Length > 0 ? ids : all ? await store.ReadingsAsync(interrupt.Token).Select(r => r.Report.Id).ToListAsync(interrupt.Token) : await store.OutdatedAsync(interrupt.Token);
            await Progress.Over(async progress =>
            {
                await foreach (var reading in reader.ReadAllAsync(Reports(store, progress.Following(names), Fail, interrupt.Token), interrupt.Token))
                {
                    if (reading.Notices.FirstOrDefault(n => n.Code == "reader-fault") is { } fault) Fail($"{reading.Report.Id}: {fault.Message}");
                    else if (await store.RereadAsync(FiledReading.Of(reading), interrupt.Token)) otherwise++;
                    else same++;
                    progress.Step();
                }

                void Fail(string message)
                {
                    failed++;
                    progress.Say(message);
                }
            });
        }
        catch (OperationCanceledException)
        {
            Errors.Say($"interrupted after {otherwise + same} reports; the same command goes on from there");
            return ExitStatus.Partly;
        }
        Console.Out.WriteLine($"read again: {otherwise + same}; read otherwise: {otherwise}; failed: {failed}");
        return ExitStatus.Of(otherwise + same, failed);
    }

    private static async IAsyncEnumerable<Report> Reports(IRecordStore store, IEnumerable<string> names, Action<string> fail, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var name in names)
        {
            if (await store.ReadingAsync(name, cancel) is { } reading) yield return reading.Report;
            else fail($"there is no report '{name}' in the record");
        }
    }
}
