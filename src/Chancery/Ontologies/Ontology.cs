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
    private readonly FrozenDictionary<string, Worth> _types;
    private readonly FrameTable _frames;

    private Ontology(string name, FrameTable frames, FrozenDictionary<string, Entry> entries, FrozenDictionary<string, Worth> types) =>
        (Name, _frames, _entries, _types) = (name, frames, entries, types);

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
        var faults = new PackFaults();
        var types = new Dictionary<string, Worth>(StringComparer.Ordinal);
        foreach (var row in faults.Rows(pack, $"ontologies/{name}/types.tsv", "type", "quad", "score"))
        {
            if (!int.TryParse(row["quad"], NumberStyles.None, CultureInfo.InvariantCulture, out var quad) || quad is < 0 or > 4) faults.Add(row.Fault($"'{row["quad"]}' is no quad class; expected 1 to 4, or 0 for none"));
            if (!types.TryAdd(row["type"], new(Score(row), quad))) faults.Add(row.Fault($"type '{row["type"]}' stands twice"));
        }
        var modes = new Dictionary<(string, string), double?>();
        foreach (var row in faults.Rows(pack, $"ontologies/{name}/modes.tsv", "type", "mode", "score"))
        {
            if (!types.ContainsKey(row["type"])) faults.Add(row.Fault($"unknown type '{row["type"]}'"));
            if (!modes.TryAdd((row["type"], row["mode"]), Score(row))) faults.Add(row.Fault($"type '{row["type"]}' has mode '{row["mode"]}' twice"));
        }
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var row in faults.Rows(pack, $"ontologies/{name}/from-frames.tsv", "frame", "type", "mode", "planned"))
        {
            if (frames.Find(row["frame"]) is null) faults.Add(row.Fault($"unknown frame '{row["frame"]}'"));
            if (!entries.TryAdd(row["frame"], new(Code(row, row["type"], row["mode"]), Code(row, row["planned"], "")))) faults.Add(row.Fault($"frame '{row["frame"]}' stands twice"));
        }
        faults.ThrowIfAny();
        return new Ontology(name, frames, entries.ToFrozenDictionary(StringComparer.Ordinal), types.ToFrozenDictionary(StringComparer.Ordinal));

        EventCode? Code(TableRow row, string type, string mode)
        {
            if (type.Length == 0) return null;
            if (!types.TryGetValue(type, out var known))
            {
                faults.Add(row.Fault($"unknown type '{type}'"));
                return null;
            }
            if (mode.Length == 0) return new(name, type, null, known.Score, known.QuadClass);
            if (modes.TryGetValue((type, mode), out var score)) return new(name, type, mode, score, known.QuadClass);
            faults.Add(row.Fault($"type '{type}' has no mode '{mode}'"));
            return null;
        }

        double? Score(TableRow row)
        {
            if (row["score"].Length == 0) return null;
            if (double.TryParse(row["score"], NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score)) return score;
            faults.Add(row.Fault($"'{row["score"]}' is no score; expected a number such as -6.5"));
            return null;
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

    /// <summary>The code of a type without a mode; null where the ontology has no such type.</summary>
    public EventCode? CodeOf(string type) => _types.TryGetValue(type, out var worth) ? new(Name, type, null, worth.Score, worth.QuadClass) : null;

    /// <summary>True where the ontology says of this very frame how it is coded, or that it is not.</summary>
    public bool Lists(string frame) => _entries.ContainsKey(frame);

    private readonly record struct Entry(EventCode? Done, EventCode? Planned);

    /// <summary>What a type is worth on the scale from conflict to cooperation, and its quad class.</summary>
    private readonly record struct Worth(double? Score, int QuadClass);
}
