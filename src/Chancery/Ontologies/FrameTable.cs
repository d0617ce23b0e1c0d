using System.Collections.Frozen;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Ontologies;

/// <summary>All frames of a pack with their parents: the joint between languages, which map words to frames, and ontologies, which map frames to codes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FrameTable
{
    private readonly FrozenDictionary<string, EventFrame> _frames;

    private FrameTable(FrozenDictionary<string, EventFrame> frames) => _frames = frames;

    /// <summary>The frames, in no order.</summary>
    public IEnumerable<EventFrame> All => _frames.Values;

    /// <summary>Reads <c>frames/frames.tsv</c>.</summary>
    /// <exception cref="PackException">A frame stands twice, has an unknown parent or is its own ancestor; all faults are listed.</exception>
    public static FrameTable Read(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var rows = pack.Read("frames/frames.tsv", "name", "parent", "reciprocal", "gloss").Rows;
        var frames = new Dictionary<string, EventFrame>(rows.Count, StringComparer.Ordinal);
        var faults = new List<PackFault>();
        foreach (var row in rows)
        {
            var parent = row["parent"];
            if (!frames.TryAdd(row["name"], new(row["name"], parent.Length == 0 ? null : parent, row["reciprocal"] == "yes", row["gloss"])))
                faults.Add(row.Fault($"frame '{row["name"]}' stands twice"));
        }
        foreach (var row in rows)
        {
            if (row["parent"].Length > 0 && !frames.ContainsKey(row["parent"])) faults.Add(row.Fault($"unknown parent '{row["parent"]}'"));
            else if (IsCyclic(frames, row["name"])) faults.Add(row.Fault($"frame '{row["name"]}' is its own ancestor"));
        }
        return faults.Count > 0 ? throw new PackException(faults) : new FrameTable(frames.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The frame of that name; null where there is none.</summary>
    public EventFrame? Find(string name) => _frames.GetValueOrDefault(name);

    /// <summary>True where <paramref name="frame"/> is <paramref name="ancestor"/> or descends from it.</summary>
    public bool Is(string? frame, string ancestor)
    {
        for (var at = frame; at is not null; at = _frames.GetValueOrDefault(at)?.Parent)
            if (at == ancestor) return true;
        return false;
    }

    private static bool IsCyclic(Dictionary<string, EventFrame> frames, string name)
    {
        var at = frames[name].Parent;
        for (var step = 0; at is not null && frames.TryGetValue(at, out var frame); step++, at = frame.Parent)
            if (step > frames.Count) return true;
        return false;
    }
}
