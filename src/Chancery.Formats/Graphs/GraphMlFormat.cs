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
        WriteKeys(xml, "node", GraphTables.NodeColumns);
        WriteKeys(xml, "edge", GraphTables.EdgeColumns);
        Start(xml, "graph", ("id", "record"), ("edgedefault", "directed"));
    }

    protected override void WriteNode(XmlWriter xml, string key, Participant actor)
    {
        Start(xml, "node", ("id", key));
        WriteData(xml, "node", GraphTables.NodeColumns, actor);
        xml.WriteEndElement();
    }

    protected override void Between(XmlWriter xml)
    {
    }

    protected override void WriteEdge(XmlWriter xml, long number, string from, string to, Tie tie)
    {
        Start(xml, "edge", ("id", string.Create(CultureInfo.InvariantCulture, $"e{number}")), ("source", from), ("target", to), ("directed", tie.IsMutual ? "false" : null));
        WriteData(xml, "edge", GraphTables.EdgeColumns, tie);
        xml.WriteEndElement();
    }

    private static void WriteKeys(XmlWriter xml, string of, IEnumerable<Column> columns)
    {
        foreach (var column in columns)
        {
            Start(xml, "key", ("id", $"{of}-{column.Name}"), ("for", of), ("attr.name", column.Name), ("attr.type", TypeOf(column)));
            xml.WriteEndElement();
        }
    }

    private static void WriteData<T>(XmlWriter xml, string of, Column<T>[] columns, T row)
    {
        foreach (var column in columns)
        {
            if (column.Value(row) is not { IsEmpty: false } cell) continue;
            Start(xml, "data", ("key", $"{of}-{column.Name}"));
            xml.WriteString(WellFormed.Xml(cell.ToString()));
            xml.WriteEndElement();
        }
    }
}
