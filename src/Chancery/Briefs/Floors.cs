namespace Chancery.Briefs;

/// <summary>Least confidence of a claim that a brief tells.</summary>
internal sealed class Floors(double? asked)
{
    /// <summary>Of what is told as done: likelier read right than not.</summary>
    private const double Done = 0.5;

    /// <summary>Of what is told as ahead, which is hedged already.</summary>
    private const double Ahead = 0.35;

    internal bool Pass(EventClaim claim) => claim.Confidence >= (asked ?? (Expectation.IsExpected(claim.Status) ? Ahead : Done));
}
