using System.CommandLine;
using Chancery.Cli.Checks;
using Chancery.Cli.Terminal;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery doctor</c>: what stands in the way, each with what to do.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var command = new ExampleCommand("doctor", "Checks what the commands need: version, knowledge, record, room on the disk, clock, helpers. Changes nothing.", "chancery doctor --record korea.db");
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            var bad = 0;
            await foreach (var found in Checkup.Run(record.Of(call), lexicon.Of(call), interrupt.Token))
            {
                Console.Out.WriteLine($"{found.Mark}  {found.What,-9} {TextTable.Clean(found.Said)}");
                if (found.Remedy is { } remedy) Console.Out.WriteLine($"              → {TextTable.Clean(remedy)}");
                if (found.State == CheckState.Bad) bad++;
            }
            return bad == 0 ? ExitStatus.Done : Errors.Fail($"{bad} of these keep commands from working");
        });
        return command;
    }
}
