using System.IO.Pipelines;

namespace Chancery.Formats.Tables;

/// <summary>What is written on its way to an output, which gets it in pieces and is waited for, not blocked on.</summary>
internal static class Chunks
{
    private const int Least = 64 * 1024;

    /// <summary>A way into a stream that stays open. <see cref="PipeWriter.FlushAsync"/> passes on the last piece.</summary>
    internal static PipeWriter Of(Stream output) => PipeWriter.Create(output, new(minimumBufferSize: Least, leaveOpen: true));

    /// <summary>Passes on what was written, if it is enough for a piece.</summary>
    internal static async ValueTask Pass(this PipeWriter output, CancellationToken cancel)
    {
        if (output.UnflushedBytes >= Least) await output.FlushAsync(cancel);
    }
}
