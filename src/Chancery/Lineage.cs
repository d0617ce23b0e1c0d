namespace Chancery;

/// <summary>How a report came to be.</summary>
public enum ReportKind
{
    /// <summary>Derived from no other report of the record.</summary>
    Original,

    /// <summary>The words of another report.</summary>
    Copy,

    /// <summary>Another report told in other words.</summary>
    Rewrite,

    /// <summary>A later version by the same publisher.</summary>
    Update,
}

/// <summary>Where a report stands among the tellings of one dispatch.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Dispatch">Name of the group: the id of its earliest report.</param>
/// <param name="DerivedFrom">Id of the report it was taken from; null for an original.</param>
/// <param name="Kind">How it was taken.</param>
public sealed record Lineage(string Report, string Dispatch, string? DerivedFrom, ReportKind Kind);
