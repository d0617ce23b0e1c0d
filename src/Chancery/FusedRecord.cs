using System.Collections.Immutable;

namespace Chancery;

/// <summary>Everything fusion makes of a record: recomputed, never edited.</summary>
/// <param name="Lineages">One for every report, in order of publication.</param>
/// <param name="Events">The events, by time.</param>
/// <param name="Figures">The figures, by series and day.</param>
public sealed record FusedRecord(ImmutableArray<Lineage> Lineages, ImmutableArray<Event> Events, ImmutableArray<FigureEntry> Figures);
