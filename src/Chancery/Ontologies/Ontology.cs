using System.Collections.Frozen;
using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Ontologies;

/// <summary>An ontology of events such as PLOVER or CAMEO: looks up the code of a frame. Adding one takes a folder of tables and no code.</summary>
/// <remarks>Immutable and thread-safe. The tables are <c>types.tsv</c>, <c>modes.tsv</c> and <c>from-frames.tsv</c> under <c>ontologies/NAME/</c>.</remarks>
public sealed class Ontology
{
    private readonly FrozenDictionary<string, Entry> _entries;
    private readonly FrameTable _frames;

    private Ontology(string name, FrameTable frames, FrozenDictionary<string, Entry> entries) => (Name, _frames, _entries) = (name, frames, entries);

    /// <summary>Name of its folder: <c>plover</c>, <c>cameo</c>.</summary>
    public string Name { get; }

    /// <summary>Names of the ontologies of a pack, ascending.</summary>
    public static IReadOnlyList<string> Names(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.List("ontologies/").Select(path => path.Split('/')[1]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Reads the tables of one ontology.</summary>
    /// <exception cref="PackException">A table is missing or names an unknown frame, type or mode; all faults are listed.</exception>
    public static Ontology Read(LanguagePack pack, string name, FrameTable frames)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(frames);
        var faults = new List<PackFault>();
        var types = pack.Read($"ontologies/{name}/types.tsv", "type", "quad", "score").Rows.ToDictionary(row => row["type"], StringComparer.Ordinal);
        var modes = pack.Read($"ontologies/{name}/modes.tsv", "type", "mode", "score").Rows.ToDictionary(row => (row["type"], row["mode"]));
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var row in pack.Read($"ontologies/{name}/from-frames.tsv", "frame", "type", "mode", "planned").Rows)
        {
            if (frames.Find(row["frame"]) is null) faults.Add(row.Fault($"unknown frame '{row["frame"]}'"));
            if (!entries.TryAdd(row["frame"], new(Code(row, row["type"], row["mode"]), Code(row, row["planned"], "")))) faults.Add(row.Fault($"frame '{row["frame"]}' stands twice"));
        }
        return faults.Count > 0 ? throw new PackException(faults) : new Ontology(name, frames, entries.ToFrozenDictionary(StringComparer.Ordinal));

        EventCode? Code(TableRow row, string type, string mode)
        {
            if (type.Length == 0) return null;
            if (!types.TryGetValue(type, out var known)) { faults.Add(row.Fault($"unknown type '{type}'")); return null; }
            var score = known["score"];
            if (mode.Length > 0)
            {
                if (!modes.TryGetValue((type, mode), out var row2)) { faults.Add(row.Fault($"type '{type}' has no mode '{mode}'")); return null; }
                score = row2["score"];
            }
            return new(name, type, mode.Length == 0 ? null : mode, score.Length == 0 ? null : double.Parse(score, CultureInfo.InvariantCulture), int.Parse(known["quad"], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The code of a claim: that of its frame, or of announcing it where the actor itself plans it; null where the ontology has none.</summary>
    public EventCode? Code(EventClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Code(claim.Frame.Name, claim.IsAnnounced);
    }

    /// <summary>The code of a frame, its parent's where it has none of its own; null where the ontology does not code it.</summary>
    public EventCode? Code(string frame, bool planned = false)
    {
        for (var at = frame; at is not null; at = _frames.Find(at)?.Parent)
            if (_entries.TryGetValue(at, out var entry)) return planned ? entry.Planned ?? entry.Done : entry.Done;
        return null;
    }

    /// <summary>True where the ontology says of this very frame how it is coded, or that it is not.</summary>
    public bool Lists(string frame) => _entries.ContainsKey(frame);

    private readonly record struct Entry(EventCode? Done, EventCode? Planned);
}
