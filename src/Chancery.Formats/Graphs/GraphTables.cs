using System.Runtime.CompilerServices;
using Chancery.Exports;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Graphs;

using C = Column<Tie>;
using N = Column<Participant>;

/// <summary>What the graph formats say of actors and of events.</summary>
internal static class GraphTables
{
    internal static N[] NodeColumns { get; } =
    [
        N.Text("label", p => p.Name, "name"),
        N.Text("country", p => p.Country, "ISO 3166-1 alpha-3, `IGO` or `NGO`"),
        N.Text("sectors", ClaimTable.Sectors, "PLOVER sectors, blanks between them"),
        N.Text("actorId", p => p.ActorId, "id in the registry"),
    ];

    internal static C[] EdgeColumns { get; } =
    [
        C.Text("event", t => t.Row.Event.Id, "id of the event"),
        C.Text("frame", t => t.Row.Best.Frame.Name, "kind of action"),
        C.Text("plover", t => t.Row.Plover?.Type, "PLOVER type"),
        C.Text("mode", t => t.Row.Plover?.Mode, "PLOVER mode"),
        C.Text("cameo", t => t.Row.Cameo?.Type, "CAMEO code, text"),
        C.Number("goldstein", t => t.Row.Cameo?.Score, "Goldstein value of the CAMEO code"),
        C.Count("quadClass", t => t.Row.Plover?.QuadClass ?? t.Row.Cameo?.QuadClass, "1 to 4"),
        C.Text("status", t => t.Row.Event.Status.Name(), "whether it happened"),
        C.Text("standing", t => t.Row.Event.Standing.Name(), "settled, contested, single-source or superseded"),
        C.Count("independent", t => t.Row.Event.Independent, "independent origins that say so"),
        C.Day("start", t => t.Start, "first day it may lie on, else the day of its first report"),
        C.Day("end", t => t.End, "last day it may lie on, else the same"),
        C.Text("place", t => t.Row.Best.Place?.Name, "where"),
    ];

    internal static Table Nodes { get; } = new Table<Participant>("nodes", AllNodes, NodeColumns);

    internal static Table Edges { get; } = new Table<Tie>("edges", Tie.Rows, EdgeColumns);

    private static async IAsyncEnumerable<Participant> AllNodes(ExportSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var node in (await Tie.Nodes(source, cancel)).Values) yield return node;
    }
}
