using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Terminal;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery record</c>: what keeps a record in order.</summary>
internal static class RecordCommand
{
    internal static Command Create() => new ExampleCommand(
        "record",
        "Verifies, copies and upgrades a record; reads its reports again; retracts and erases reports.",
        "chancery record verify",
        "chancery record backup korea-2025-03-21.db --record korea.db")
    {
        Verify(),
        Backup(),
        Upgrade(),
        RereadCommand.Create(),
        Retract(),
        Erase(),
    };

    private static ExampleCommand Verify()
    {
        var command = new ExampleCommand("verify", "Looks through the whole record: every span against its text, every event, every index; names each fault. It changes nothing.", "chancery record verify --record korea.db");
        var record = new RecordArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            await using var store = RecordArgument.OpenRead(record.Of(call));
            var faults = 0;
            await foreach (var fault in store.VerifyAsync(interrupt.Token))
            {
                faults++;
                Errors.Say($"{record.Of(call)}: {fault}");
            }
            if (faults > 0) return Errors.Fail($"{record.Of(call)}: {faults} fault{(faults == 1 ? "" : "s")}");
            var stamp = await store.StampAsync(interrupt.Token);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"'{record.Of(call)}' is sound: {stamp.Reports} reports, {stamp.Claims} claims, {stamp.Events} events"));
            return ExitStatus.Done;
        });
        return command;
    }

    private static ExampleCommand Backup()
    {
        var file = new Argument<string>("FILE") { Description = "The copy; there must be no such file yet." };
        var command = new ExampleCommand("backup", "Copies the record as it is at one moment, also while others read and write it.", "chancery record backup korea-2025-03-21.db --record korea.db") { file };
        var record = new RecordArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            await RecordArgument.Backup(record.Of(call), call.GetValue(file)!);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"'{call.GetValue(file)}': {new FileInfo(call.GetValue(file)!).Length:#,0} bytes"));
            return ExitStatus.Done;
        });
        return command;
    }

    private static ExampleCommand Upgrade()
    {
        var command = new ExampleCommand("upgrade", "Brings a record of an older version up to date, as every command does that writes. There is no way back: copy it first.", "chancery record upgrade --record korea.db");
        var record = new RecordArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            RecordArgument.MustBeThere(record.Of(call));
            await using var store = RecordArgument.Open(record.Of(call));
            Console.Out.WriteLine($"'{record.Of(call)}' is up to date");
            return ExitStatus.Done;
        });
        return command;
    }

    private static ExampleCommand Retract()
    {
        var id = new Argument<string>("REPORT") { Description = "Id of the report." };
        var reason = new Option<string>("--reason") { Description = "Why, in the publisher's words or yours.", DefaultValueFactory = _ => "", HelpName = "TEXT" };
        var corrected = new Option<string>("--corrected-by") { Description = "The report that was published in its place.", HelpName = "REPORT" };
        var day = FilterArguments.Day("--day", "When it was withdrawn; today unless told.");
        var undo = new Option<bool>("--undo") { Description = "Let it count again." };
        var command = new ExampleCommand(
            "retract",
            "Marks a report as withdrawn or corrected by its publisher: it stays in the record with its history and counts for nothing.",
            "chancery record retract 2024-10-18-troops --reason \"the agency withdrew it\"",
            "chancery record retract 2024-10-18-troops --undo") { id, reason, corrected, day, undo };
        var record = new RecordArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            RecordArgument.MustBeThere(record.Of(call));
            await using var store = RecordArgument.Open(record.Of(call));
            if (call.GetValue(corrected) is { } other && await store.ReadingAsync(other, interrupt.Token) is null) return Errors.Fail($"'{record.Of(call)}' has no report '{other}'");
            var why = call.GetValue(undo) ? null : new Retraction(call.GetValue(day) ?? DateOnly.FromDateTime(DateTime.Today), call.GetValue(reason)!, call.GetValue(corrected));
            if (!await store.RetractAsync(call.GetValue(id)!, why, interrupt.Token)) return Errors.Fail($"'{record.Of(call)}' has no report '{call.GetValue(id)}'");
            Console.Out.WriteLine(TextTable.Clean($"'{call.GetValue(id)}' {(why is null ? "counts again" : "counts no longer")}"));
            return ExitStatus.Done;
        });
        return command;
    }

    private static ExampleCommand Erase()
    {
        var ids = new Argument<string[]>("REPORT") { Description = "Ids of the reports.", Arity = ArgumentArity.OneOrMore };
        var command = new ExampleCommand(
            "erase",
            "Removes reports and everything read from them, for good: no word of theirs stays in the file. Copies you made of it are yours to erase.",
            "chancery record erase 2024-10-18-troops") { ids };
        var record = new RecordArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            RecordArgument.MustBeThere(record.Of(call));
            await using var store = RecordArgument.Open(record.Of(call));
            var erased = await store.EraseAsync(call.GetValue(ids)!, interrupt.Token);
            var missing = call.GetValue(ids)!.Except(erased.Reports, StringComparer.Ordinal).ToArray();
            foreach (var id in missing) Errors.Say($"'{record.Of(call)}' has no report '{id}'");
            if (erased.Reports.Length > 0) Console.Out.WriteLine(TextTable.Clean($"erased: {string.Join(", ", erased.Reports)}"));
            if (!erased.IsTraceless) Errors.Say($"others use '{record.Of(call)}': words of what was erased may stay in '{record.Of(call)}-wal' until they are done");
            return ExitStatus.Of(erased.Reports.Length, missing.Length + (erased.IsTraceless ? 0 : 1));
        });
        return command;
    }
}
