namespace Chancery.Fusion;

/// <summary>Joins the claims of many reports into events: folds copies of one dispatch, then decides which claims tell of one happening.</summary>
/// <remarks>Thread-safe. The result depends on the readings alone, not on the order they come in.</remarks>
public static class Fuser
{
    /// <summary>Fuses a whole record.</summary>
    public static FusedRecord Fuse(IEnumerable<FiledReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var state = new MemoryFusionState();
        var fuser = new RecordFuser(state);
        var filed = new List<FiledReading>();
        // Of one day's tellings the longest comes first: a rewrite shortens.
        foreach (var reading in readings.OrderBy(r => r.Report.Published ?? DateOnly.MaxValue).ThenByDescending(r => r.Report.Text.Length).ThenBy(r => r.Report.Id, StringComparer.Ordinal))
        {
            filed.Add(ClaimNames.Free(reading, state.HasClaim));
            state.File(filed[^1]);
        }
        fuser.Add(filed);
        return state.Fused();
    }
}
