using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;
using Chancery.Linguistics.Packs;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>What an act is where no party to it is told: 'the treaty was signed' tells of an agreement. Read from <c>frames/bare.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class BareActs
{
    private readonly FrameTable _frames;
    private readonly Dictionary<string, EventFrame?> _happenings = new(StringComparer.Ordinal);

    internal BareActs(LanguagePack pack, FrameTable frames)
    {
        _frames = frames;
        foreach (var row in pack.Read("frames/bare.tsv", "act", "happening", "example").Rows)
            _happenings.Add(row["act"], row["happening"].Length == 0 ? null : frames.Find(row["happening"]) ?? throw new PackException([row.Fault($"unknown frame '{row["happening"]}'")]));
    }

    /// <summary>
    /// The hit as a happening; null where the act is none without its parties and for a noun that no verb tells of. A verb must be passive or tell
    /// what nobody did, or nobody knows who: one whose subject is no party is mostly a figure of speech ('the rules require').
    /// </summary>
    /// <param name="act">The hit.</param>
    /// <param name="isUnnamed">True where who did it is left open: 'nobody', 'who'.</param>
    internal Hit? AsHappening(Hit act, bool isUnnamed)
    {
        if (act.IsModal || !isUnnamed && !IsTold(act)) return null;
        for (var frame = act.Entry.Frame; frame is not null; frame = frame.Parent is { } parent ? _frames.Find(parent) : null)
            if (_happenings.TryGetValue(frame.Name, out var happening)) return happening is null ? null : new(act.Entry, act.Predication, happening);
        return null;
    }

    private static bool IsTold(Hit act) =>
        act.Predication.IsVerb ? new Clause(act.Word).IsPassive : act.Predication.Light is not null || EntryMatcher.IsCounted(act.Word);
}
