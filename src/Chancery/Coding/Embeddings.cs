using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>Acts about acts: what 'agree' becomes over 'withdraw'. Read from <c>frames/embedding.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Embeddings
{
    private readonly FrameTable _frames;
    private readonly List<(string Outer, string Inner, EventFrame Frame)> _rows = [];

    internal Embeddings(LanguagePack pack, FrameTable frames)
    {
        _frames = frames;
        var faults = new List<PackFault>();
        foreach (var row in pack.Read("frames/embedding.tsv", "outer", "inner", "frame", "example").Rows)
        {
            foreach (var name in (string[])[row["outer"], row["inner"]]) if (frames.Find(name) is null) faults.Add(row.Fault($"unknown frame '{name}'"));
            if (frames.Find(row["frame"]) is { } frame) _rows.Add((row["outer"], row["inner"], frame));
            else faults.Add(row.Fault($"unknown frame '{row["frame"]}'"));
        }
        if (faults.Count > 0) throw new PackException(faults);
    }

    /// <summary>The frame of the pair; the outer one where the table has none.</summary>
    internal EventFrame Join(EventFrame outer, EventFrame inner)
    {
        foreach (var row in _rows)
            if (_frames.Is(outer.Name, row.Outer) && _frames.Is(inner.Name, row.Inner)) return row.Frame;
        return outer;
    }
}
