using Microsoft.Win32.SafeHandles;

namespace Chancery.Cli.Terminal;

/// <summary>Standard output as bytes; throws <see cref="ClosedPipeException"/> once nobody reads it any more.</summary>
internal sealed class Output : IDisposable
{
    private readonly Stream _stream;

    private Output(Stream stream) => _stream = stream;

    /// <summary>Opens standard output.</summary>
    internal static Output Open()
    {
        if (OperatingSystem.IsWindows()) return new(Console.OpenStandardOutput());
        // The console's own stream hides that a pipe was closed; a file stream tells. For files it is the other way round:
        // a file stream keeps a position of its own, and the next command of a shell group would write over this one's lines.
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return new(stream.CanSeek ? Console.OpenStandardOutput() : stream);
    }

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (IOException problem) when (problem.Message.Contains("Broken pipe", StringComparison.OrdinalIgnoreCase) || OperatingSystem.IsWindows())
        {
            throw new ClosedPipeException();
        }
        catch (IOException problem)
        {
            throw new CommandException($"standard output: {problem.Message}");
        }
    }

    public void Dispose() => _stream.Dispose();
}

/// <summary>The reader of standard output has gone, as <c>head</c> does; no error.</summary>
internal sealed class ClosedPipeException : Exception;
