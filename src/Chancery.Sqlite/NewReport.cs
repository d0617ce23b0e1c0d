using Chancery.Fusion;

namespace Chancery.Sqlite;

/// <summary>A report that was filed in a change which is not done: it is written when that is, once, with what fusion made of it.</summary>
/// <param name="Seq">Its row.</param>
/// <param name="Reading">What was read from it, under the names it has in the record.</param>
/// <param name="Identity">What tells it from other reports; null where its row is in the file and what was read from it is not.</param>
internal sealed record NewReport(long Seq, FiledReading Reading, byte[]? Identity)
{
    /// <summary>What it is known again by; null until it is folded.</summary>
    internal Sketch? Sketch { get; set; }

    /// <summary>Which dispatch it tells; null until it is folded.</summary>
    internal Lineage? Lineage { get; set; }
}
