namespace Chancery.Records;

/// <summary>An event as a list shows it: of its claims the one that tells it best, of the others their number. An event that hundreds of claims tell costs no more than one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Best">The claim that tells it best.</param>
/// <param name="Claims">Number of its claims; 1 or more.</param>
/// <param name="Status">Whether it happened.</param>
/// <param name="Standing">How the record stands on it.</param>
/// <param name="Independent">Independent origins.</param>
/// <param name="Time">The days it may lie on; null where none is known.</param>
public sealed record EventLine(string Id, FiledClaim Best, int Claims, ClaimStatus Status, Standing Standing, int Independent, ClaimTime? Time)
{
    /// <summary>The line of an event that is at hand.</summary>
    public static EventLine Of(Event item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item.Id, item.Best, item.Claims.Length, item.Status, item.Standing, item.Independent, item.Time);
    }
}
