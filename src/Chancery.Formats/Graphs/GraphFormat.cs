using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Graphs;

/// <summary>Actors as nodes, events as edges between them, with their days. Holds the actors in memory, not the events.</summary>
/// <remarks>The record is walked twice, first for the nodes; an event that comes in between and names a new actor is left out.</remarks>
internal abstract class GraphFormat : ExportFormat
{
    private const int Chunk = 64 * 1024;

    public override ImmutableArray<Table> Tables { get; } = [GraphTables.Nodes, GraphTables.Edges];

    /// <summary>Both tables are written, so there is none to choose.</summary>
    public override ImmutableArray<string> TableNames => [];

    public sealed override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        _ = Asked(source);
        using var buffer = new MemoryStream(2 * Chunk);
        await using var xml = XmlWriter.Create(buffer, new() { Async = true, Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" });
        var nodes = await Tie.Nodes(source, cancel);
        xml.WriteStartDocument();
        Open(xml);
        foreach (var (key, actor) in nodes)
        {
            WriteNode(xml, WellFormed.Xml(key), actor);
            await Pass();
        }
        Between(xml);
        var count = 0L;
        await foreach (var tie in Tie.Rows(source, cancel))
        {
            var (from, to) = (ActorKey.Of(tie.From), ActorKey.Of(tie.To));
            if (!nodes.ContainsKey(from) || !nodes.ContainsKey(to)) continue;
            WriteEdge(xml, count++, WellFormed.Xml(from), WellFormed.Xml(to), tie);
            await Pass();
        }
        xml.WriteEndDocument();
        xml.Flush();
        buffer.WriteByte((byte)'\n');
        await Pass(0);
        await output.FlushAsync(cancel);
        return count;

        // the XML writer writes to memory, so that whoever takes the output is written to without blocking
        async ValueTask Pass(int least = Chunk)
        {
            if (buffer.Length < least) return;
            xml.Flush();
            await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel);
            buffer.SetLength(0);
        }
    }

    /// <summary>Everything before the first node.</summary>
    protected abstract void Open(XmlWriter xml);

    protected abstract void WriteNode(XmlWriter xml, string key, Participant actor);

    /// <summary>Everything between nodes and edges.</summary>
    protected abstract void Between(XmlWriter xml);

    protected abstract void WriteEdge(XmlWriter xml, long number, string from, string to, Tie tie);

    /// <summary>Opens an element; attributes without a value are left out.</summary>
    protected static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null) xml.WriteAttributeString(attribute, WellFormed.Xml(value));
    }

    /// <summary>The word both formats have for what a column holds; days are strings.</summary>
    protected static string TypeOf(Column column) => column.Type switch { ColumnType.Number => "double", ColumnType.Count => "long", ColumnType.Flag => "boolean", _ => "string" };
}
