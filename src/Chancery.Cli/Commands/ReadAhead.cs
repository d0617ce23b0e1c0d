using System.Threading.Channels;

namespace Chancery.Cli.Commands;

/// <summary>Readings on their way to the record: what was read while others were filed is filed together, so that reading never waits for filing.</summary>
/// <remarks>A change costs the more for each report the fewer there are in it: the same pages of the indexes are written by every one. Few therefore wait for more, for a moment.</remarks>
internal static class ReadAhead
{
    /// <summary>Readings filed in one step at most.</summary>
    private const int Together = 128;

    /// <summary>Readings that wait to be filed at most; a long one counts for several.</summary>
    private const int Room = 192;

    /// <summary>UTF-16 units of text that count for one more reading.</summary>
    private const int Long = 64 << 10;

    /// <summary>How long a reading waits for others to be filed with.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The readings in their order, some at a time.</summary>
    /// <param name="readings">Readings as they come; they are asked for on another thread.</param>
    /// <param name="cancel">Ends it.</param>
    internal static async IAsyncEnumerable<List<FiledReading>> Batches(IAsyncEnumerable<FiledReading> readings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var room = new SemaphoreSlim(Room, Room);
        var ahead = Channel.CreateUnbounded<FiledReading>(new() { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Read(readings, ahead.Writer, room, stop.Token), CancellationToken.None);
        try
        {
            var more = More();
            while (await more)
            {
                var batch = new List<FiledReading>();
                var patience = Task.Delay(Patience, cancel);
                do
                {
                    while (batch.Count < Together && ahead.Reader.TryRead(out var next))
                    {
                        batch.Add(next);
                        room.Release(Weight(next));
                    }
                    more = More();
                }
                while (batch.Count < Together && await Task.WhenAny(patience, more) == more && more is { IsCompletedSuccessfully: true, Result: true });
                yield return batch;
            }
        }
        finally
        {
            // a source must not be left while it looks for the next
            await stop.CancelAsync();
            await reading;
        }

        Task<bool> More() => ahead.Reader.WaitToReadAsync(cancel).AsTask();
    }

    private static async Task Read(IAsyncEnumerable<FiledReading> readings, ChannelWriter<FiledReading> ahead, SemaphoreSlim room, CancellationToken stop)
    {
        try
        {
            await foreach (var next in readings.WithCancellation(stop))
            {
                for (var i = Weight(next); i > 0; i--) await room.WaitAsync(stop);
                ahead.TryWrite(next);
            }
            ahead.Complete();
        }
        catch (Exception problem)
        {
            ahead.TryComplete(problem); // surfaces where the batches are awaited
        }
    }

    private static int Weight(FiledReading reading) => Math.Min(Room, 1 + reading.Report.Text.Length / Long);
}
