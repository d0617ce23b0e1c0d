using System.Runtime.InteropServices;

namespace Chancery.Cli.Terminal;

/// <summary>Ctrl-C and a polite kill, as a token; a second Ctrl-C ends the process at once.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _keyboard;
    private readonly PosixSignalRegistration _kill;

    internal Interrupt()
    {
        _keyboard = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _kill = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    /// <summary>Cancelled by the first signal.</summary>
    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _keyboard.Dispose();
        _kill.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        if (_source.IsCancellationRequested) return;
        signal.Cancel = true;
        _source.Cancel();
    }
}
