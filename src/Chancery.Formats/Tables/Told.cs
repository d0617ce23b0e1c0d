namespace Chancery.Formats.Tables;

/// <summary>Which events go into data sets that know no status: there, whatever stands in a row counts as having happened.</summary>
internal static class Told
{
    /// <summary>
    /// True for what occurred or goes on, and for what an actor announced, which these data sets code as the promise or threat it is. What is
    /// possible, demanded, conditional, denied or did not occur is left out, unless that status was asked for.
    /// </summary>
    internal static bool AsDone(Event item, ExportSource source) =>
        source.Query.Status is not null || item.Status is ClaimStatus.Occurred or ClaimStatus.Ongoing || (item.Status == ClaimStatus.Planned && item.Best.Claim.IsAnnounced);
}
