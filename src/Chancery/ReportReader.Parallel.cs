using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Chancery.Linguistics.Identifying;

namespace Chancery;

public sealed partial class ReportReader
{
    /// <summary>Reads reports on all cores and hands the readings on in the order the reports came in.</summary>
    /// <remarks>
    /// Bounded: no more than four reports a core are held at a time. A report that the reader fails on comes back as a reading
    /// without layers and with a notice <c>reader-fault</c>, so that one bad report never costs the others.
    /// </remarks>
    public async IAsyncEnumerable<Reading> ReadAllAsync(IAsyncEnumerable<Report> reports, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var underway = Channel.CreateBounded<Task<Reading>>(4 * Environment.ProcessorCount);
        var feeding = Feed(reports, underway.Writer, stop.Token);
        try
        {
            await foreach (var reading in underway.Reader.ReadAllAsync(cancel)) yield return await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
        }
    }

    private async Task Feed(IAsyncEnumerable<Report> reports, ChannelWriter<Task<Reading>> underway, CancellationToken stop)
    {
        try
        {
            await foreach (var report in reports.WithCancellation(stop))
                await underway.WriteAsync(Task.Run(() => ReadOrExplain(report), stop), stop);
            underway.Complete();
        }
        catch (Exception problem)
        {
            underway.TryComplete(problem); // surfaces where the readings are awaited
        }
    }

    /// <summary>Reads one report; where the reader fails on it, a reading of nothing that says so in a notice <c>reader-fault</c>.</summary>
    public Reading ReadOrExplain(Report report)
    {
        try
        {
            return Read(report);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Unread(report, LanguageIdentifier.Undetermined, ReadingNotices.ReaderFault(problem));
        }
    }
}
