using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Ontologies;

/// <summary>The two ontologies that claims are printed in, and any others of the pack, opened together.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Frames">The frames that both code.</param>
/// <param name="Plover">PLOVER.</param>
/// <param name="Cameo">CAMEO.</param>
public sealed record Codebook(FrameTable Frames, Ontology Plover, Ontology Cameo)
{
    /// <summary>Further ontologies of the pack, such as a user's own, by name.</summary>
    public ImmutableArray<Ontology> Others { get; init; } = [];

    /// <summary>Opens all ontologies of a pack.</summary>
    /// <exception cref="Linguistics.Packs.PackException">A table is missing or has faults.</exception>
    public static Codebook Read(LanguagePack pack)
    {
        var frames = FrameTable.Read(pack);
        return new(frames, Ontology.Read(pack, "plover", frames), Ontology.Read(pack, "cameo", frames))
        {
            Others = [.. Ontology.Names(pack).Where(name => name is not ("plover" or "cameo")).Select(name => Ontology.Read(pack, name, frames))],
        };
    }

    /// <summary>The kinds of action a user may mean by a PLOVER type or mode, a CAMEO code or the opening digits of one, or a frame.</summary>
    public FrameFilter Filter(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new(Named(kind, planned: false), Named(kind, planned: true));
    }

    private HashSet<string> Named(string kind, bool planned) =>
        [.. Frames.All.Select(f => f.Name).Where(f => Frames.Is(f, kind) || Means(Plover.Code(f, planned), kind) || IsCameo(Cameo.Code(f, planned), kind))];

    private static bool Means(EventCode? code, string kind) =>
        code is not null && (code.Type.Equals(kind, StringComparison.OrdinalIgnoreCase) || kind.Equals(code.Mode, StringComparison.OrdinalIgnoreCase));

    private static bool IsCameo(EventCode? code, string kind) =>
        code is not null && kind.Length > 1 && char.IsAsciiDigit(kind[0]) && code.Type.StartsWith(kind, StringComparison.Ordinal);
}

/// <summary>Frames to look for; an ontology may code what is planned otherwise than what is done.</summary>
/// <param name="Done">Names of the frames of claims that are not planned.</param>
/// <param name="Planned">Names of the frames of claims that are planned.</param>
public sealed record FrameFilter(IReadOnlySet<string> Done, IReadOnlySet<string> Planned)
{
    /// <summary>True where nothing can match: no ontology and no frame has such a kind.</summary>
    public bool IsEmpty => Done.Count + Planned.Count == 0;

    /// <summary>True where the claim is of such a kind.</summary>
    public bool Matches(EventClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return (claim.Status == ClaimStatus.Planned ? Planned : Done).Contains(claim.Frame.Name);
    }
}
