using System.Runtime.CompilerServices;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Graphs;

/// <summary>An event as an edge of the graph of actors.</summary>
/// <param name="Row">The event with its codes.</param>
/// <param name="From">Who did it.</param>
/// <param name="To">To whom.</param>
/// <param name="IsMutual">True for an act without direction.</param>
internal sealed record Tie(EventRow Row, Participant From, Participant To, bool IsMutual)
{
    internal DateOnly? Start => Row.Event.Time?.From ?? Row.Event.Claims[0].Reading.Report.Published;

    internal DateOnly? End => Row.Event.Time is { } time ? time.To ?? time.From : Row.Event.Claims[0].Reading.Report.Published;

    internal static async IAsyncEnumerable<Tie> Rows(ExportSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var item in Walk.Events(source, cancel))
        {
            var row = new EventRow(item, source.Codes);
            // what no ontology codes is nothing that goes between two
            if (row.Plover is null && row.Cameo is null) continue;
            foreach (var tie in Of(row)) yield return tie;
        }
    }

    /// <summary>The participants of all ties, each once: as many as there are actors, which is what the graph formats hold in memory.</summary>
    internal static async Task<Dictionary<string, Participant>> Nodes(ExportSource source, CancellationToken cancel)
    {
        var nodes = new Dictionary<string, Participant>(StringComparer.Ordinal);
        await foreach (var tie in Rows(source, cancel))
        {
            nodes.TryAdd(ActorKey.Of(tie.From), tie.From);
            nodes.TryAdd(ActorKey.Of(tie.To), tie.To);
        }
        return nodes;
    }

    private static IEnumerable<Tie> Of(EventRow row)
    {
        Participant[] actors = [.. row.Best.Actors.DistinctBy(ActorKey.Of)], recipients = [.. row.Best.Recipients.DistinctBy(ActorKey.Of)];
        foreach (var actor in actors)
            foreach (var recipient in recipients) yield return new(row, actor, recipient, false);
        if (recipients.Length > 0) yield break;
        for (var i = 0; i < actors.Length; i++)
            for (var j = i + 1; j < actors.Length; j++) yield return new(row, actors[i], actors[j], true);
    }
}
