using System.Xml.Linq;

namespace Chancery.Tests.Formats;

public sealed class GraphTests(ExportFixture record) : IClassFixture<ExportFixture>
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";
    private static readonly XNamespace Gexf = "http://gexf.net/1.3";

    [Fact]
    public async Task Graphml_comes_back_with_every_edge_between_nodes_and_every_value_under_a_key()
    {
        var root = XDocument.Parse(await record.Text("graphml")).Root!;
        var keys = root.Elements(GraphMl + "key").ToDictionary(k => (string)k.Attribute("id")!, k => (For: (string)k.Attribute("for")!, Name: (string)k.Attribute("attr.name")!));
        var (nodes, edges) = (root.Descendants(GraphMl + "node").ToArray(), root.Descendants(GraphMl + "edge").ToArray());
        var ids = nodes.Select(n => (string)n.Attribute("id")!).ToArray();
        ids.ShouldBeUnique();
        edges.Length.ShouldBe(4);
        edges.SelectMany(e => new[] { (string)e.Attribute("source")!, (string)e.Attribute("target")! }).ShouldAllBe(end => ids.Contains(end));
        root.Descendants(GraphMl + "data").ShouldAllBe(d => keys.ContainsKey((string)d.Attribute("key")!) && keys[(string)d.Attribute("key")!].For == d.Parent!.Name.LocalName);
        edges.Count(e => (string?)e.Attribute("directed") == "false").ShouldBe(1);
        var visit = edges.Single(e => Value(e, "event") == "ec1");
        (Value(visit, "start"), Value(visit, "end"), Value(visit, "plover"), Value(visit, "status")).ShouldBe(("2025-03-21", "2025-03-22", "CONSULT", "occurred"));
        edges.Single(e => Value(e, "event") == "ec4").Descendants().ShouldContain(d => d.Value == "possible");

        static string? Value(XElement edge, string column) => edge.Elements(GraphMl + "data").FirstOrDefault(d => (string)d.Attribute("key")! == "edge-" + column)?.Value;
    }

    [Fact]
    public async Task Gexf_is_a_dynamic_graph_whose_edges_have_days()
    {
        var graph = XDocument.Parse(await record.Text("gexf")).Root!.Element(Gexf + "graph")!;
        ((string)graph.Attribute("mode")!, (string)graph.Attribute("timeformat")!).ShouldBe(("dynamic", "date"));
        var declared = graph.Elements(Gexf + "attributes").SelectMany(a => a.Elements().Select(x => ((string)a.Attribute("class")!, (string)x.Attribute("id")!))).ToHashSet();
        graph.Descendants(Gexf + "attvalue").Select(v => (v.Parent!.Parent!.Name.LocalName, (string)v.Attribute("for")!)).Except(declared).ShouldBeEmpty();
        var visit = graph.Descendants(Gexf + "edge").Single(e => e.Descendants().Any(v => (string?)v.Attribute("value") == "ec1"));
        ((string)visit.Attribute("start")!, (string)visit.Attribute("end")!).ShouldBe(("2025-03-21", "2025-03-22"));
        graph.Descendants(Gexf + "node").Select(n => (string)n.Attribute("label")!).ShouldContain("Sergei Shoigu");
    }
}
