using System.Globalization;
using System.Xml;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Graphs;

/// <summary>GraphML (http://graphml.graphdrawing.org): every column a key; days are strings, since GraphML has no type for them.</summary>
internal sealed class GraphMlFormat : GraphFormat
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    public override string Name => "graphml";

    public override string Ending => ".graphml";

    public override string MediaType => "application/graphml+xml";

    public override string Gloss => "GraphML: actors and the events between them";

    protected override void Open(XmlWriter xml)
    {
        xml.WriteStartElement("graphml", Namespace);
        foreach (var column in GraphTables.Nodes.Columns) WriteKey(xml, "node", column);
        foreach (var column in GraphTables.Edges.Columns) WriteKey(xml, "edge", column);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "record");
        xml.WriteAttributeString("edgedefault", "directed");
    }

    protected override void WriteNode(XmlWriter xml, string key, Participant actor)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", key);
        foreach (var column in GraphTables.NodeColumns) WriteData(xml, "node", column, column.Value(actor));
        xml.WriteEndElement();
    }

    protected override void Between(XmlWriter xml)
    {
    }

    protected override void WriteEdge(XmlWriter xml, long number, string from, string to, Tie tie)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", "e" + number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("source", from);
        xml.WriteAttributeString("target", to);
        if (tie.IsMutual) xml.WriteAttributeString("directed", "false");
        foreach (var column in GraphTables.EdgeColumns) WriteData(xml, "edge", column, column.Value(tie));
        xml.WriteEndElement();
    }

    private static void WriteKey(XmlWriter xml, string of, Column column)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", $"{of}-{column.Name}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", column.Name);
        xml.WriteAttributeString("attr.type", column.Type switch { ColumnType.Number => "double", ColumnType.Count => "long", ColumnType.Flag => "boolean", _ => "string" });
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, string of, Column column, Cell cell)
    {
        if (cell.IsEmpty) return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", $"{of}-{column.Name}");
        xml.WriteString(WellFormed.Xml(cell.ToString()));
        xml.WriteEndElement();
    }
}
