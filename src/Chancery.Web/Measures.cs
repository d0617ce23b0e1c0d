using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Chancery.Web;

/// <summary>What the server tells a collector of itself, beside what the framework tells of requests and the runtime of memory.</summary>
internal static class Measures
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    internal const string Name = "Chancery.Web";

    private static readonly Meter Meter = new(Name);

    /// <summary>Work that is no request: counting in the background.</summary>
    internal static ActivitySource Work { get; } = new(Name);

    /// <summary>Reports that were filed, by whether they were new.</summary>
    internal static Counter<long> Filed { get; } = Meter.CreateCounter<long>("chancery.reports.filed", "{report}");

    /// <summary>Decisions that were kept, by kind.</summary>
    internal static Counter<long> Decided { get; } = Meter.CreateCounter<long>("chancery.decisions.kept", "{decision}");

    /// <summary>How long requests waited for a connection to the record.</summary>
    internal static Histogram<double> Waited { get; } = Meter.CreateHistogram<double>("chancery.record.wait", "s");

    /// <summary>How long it took to count what had changed.</summary>
    internal static Histogram<double> Counted { get; } = Meter.CreateHistogram<double>("chancery.record.count", "s");
}
