using System.Globalization;
using System.Xml;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Graphs;

/// <summary>GEXF 1.3 (https://gexf.net), a dynamic graph: every edge lasts from the first to the last day its event may lie on.</summary>
internal sealed class GexfFormat : GraphFormat
{
    private const string Namespace = "http://gexf.net/1.3";

    public override string Name => "gexf";

    public override string Ending => ".gexf";

    public override string MediaType => "application/gexf+xml";

    public override string Gloss => "GEXF 1.3: the same graph, dynamic, for Gephi";

    protected override void Open(XmlWriter xml)
    {
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        Start(xml, "graph", ("mode", "dynamic"), ("defaultedgetype", "directed"), ("timeformat", "date"));
        WriteAttributes(xml, "node", Attributes(GraphTables.NodeColumns));
        WriteAttributes(xml, "edge", Attributes(GraphTables.EdgeColumns));
        Start(xml, "nodes");
    }

    protected override void WriteNode(XmlWriter xml, string key, Participant actor)
    {
        Start(xml, "node", ("id", key), ("label", actor.Name));
        WriteValues(xml, GraphTables.NodeColumns, actor);
        xml.WriteEndElement();
    }

    protected override void Between(XmlWriter xml)
    {
        xml.WriteEndElement();
        Start(xml, "edges");
    }

    protected override void WriteEdge(XmlWriter xml, long number, string from, string to, Tie tie)
    {
        Start(
            xml, "edge", ("id", number.ToString(CultureInfo.InvariantCulture)), ("source", from), ("target", to), ("type", tie.IsMutual ? "undirected" : null),
            ("label", tie.Row.Plover?.Type), ("start", Day(tie.Start)), ("end", Day(tie.End)));
        WriteValues(xml, GraphTables.EdgeColumns, tie);
        xml.WriteEndElement();
    }

    /// <summary>The columns but for those that GEXF has attributes of its own for.</summary>
    private static IEnumerable<Column<T>> Attributes<T>(Column<T>[] columns) => columns.Where(c => c.Name is not ("label" or "start" or "end"));

    private static void WriteAttributes(XmlWriter xml, string of, IEnumerable<Column> columns)
    {
        Start(xml, "attributes", ("class", of), ("mode", "static"));
        foreach (var column in columns)
        {
            Start(xml, "attribute", ("id", column.Name), ("title", column.Name), ("type", TypeOf(column)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteValues<T>(XmlWriter xml, Column<T>[] columns, T row)
    {
        Start(xml, "attvalues");
        foreach (var column in Attributes(columns))
        {
            if (column.Value(row) is not { IsEmpty: false } cell) continue;
            Start(xml, "attvalue", ("for", column.Name), ("value", cell.ToString()));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
