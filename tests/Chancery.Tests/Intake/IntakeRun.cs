using System.Text;
using Chancery.Intake;

namespace Chancery.Tests.Intake;

/// <summary>What the intake makes of some bytes.</summary>
internal sealed record IntakeRun(List<Report> Reports, List<string> Faults)
{
    internal Report Report => Reports.ShouldHaveSingleItem();

    internal static Task<IntakeRun> Of(string name, string content, IntakeOptions? options = null) => Of(name, Encoding.UTF8.GetBytes(content), options);

    internal static async Task<IntakeRun> Of(string name, byte[] content, IntakeOptions? options = null)
    {
        var run = new IntakeRun([], []);
        var intake = new ReportIntake(options ?? new(), f => run.Faults.Add(f.ToString()));
        await foreach (var report in intake.ReadAsync(name, new Trickle(content), TestContext.Current.CancellationToken)) run.Reports.Add(report);
        return run;
    }

    /// <summary>A stream that gives a few bytes at a time, as a slow pipe does.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
    }
}
