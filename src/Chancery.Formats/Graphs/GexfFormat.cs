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
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("timeformat", "date");
        WriteAttributes(xml, "node", GraphTables.Nodes.Columns.Where(c => c.Name != "label"));
        WriteAttributes(xml, "edge", GraphTables.Edges.Columns.Where(c => c.Name is not ("start" or "end")));
        xml.WriteStartElement("nodes", Namespace);
    }

    protected override void WriteNode(XmlWriter xml, string key, Participant actor)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", key);
        xml.WriteAttributeString("label", WellFormed.Xml(actor.Name));
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var column in GraphTables.NodeColumns) if (column.Name != "label") WriteValue(xml, column.Name, column.Value(actor));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    protected override void Between(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
    }

    protected override void WriteEdge(XmlWriter xml, long number, string from, string to, Tie tie)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("source", from);
        xml.WriteAttributeString("target", to);
        if (tie.IsMutual) xml.WriteAttributeString("type", "undirected");
        if (tie.Row.Plover is { } plover) xml.WriteAttributeString("label", plover.Type);
        if (tie.Start is { } start) xml.WriteAttributeString("start", start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (tie.End is { } end) xml.WriteAttributeString("end", end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var column in GraphTables.EdgeColumns) if (column.Name is not ("start" or "end")) WriteValue(xml, column.Name, column.Value(tie));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter xml, string of, IEnumerable<Column> columns)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        foreach (var column in columns)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", column.Name);
            xml.WriteAttributeString("title", column.Name);
            xml.WriteAttributeString("type", column.Type switch { ColumnType.Number => "double", ColumnType.Count => "long", ColumnType.Flag => "boolean", _ => "string" });
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, string name, Cell cell)
    {
        if (cell.IsEmpty) return;
        xml.WriteStartElement("attvalue", Namespace);
        xml.WriteAttributeString("for", name);
        xml.WriteAttributeString("value", WellFormed.Xml(cell.ToString()));
        xml.WriteEndElement();
    }
}
