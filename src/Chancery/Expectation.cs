namespace Chancery;

/// <summary>What became of something announced, predicted or demanded.</summary>
public enum Outcome
{
    /// <summary>Nothing yet, and its time has not passed.</summary>
    Open,

    /// <summary>It came about.</summary>
    Met,

    /// <summary>It is told as not having come about, or called off.</summary>
    Cancelled,

    /// <summary>Sources disagree on whether it is planned at all.</summary>
    Contradicted,

    /// <summary>Its time has passed and no report tells what became of it.</summary>
    Lapsed,
}

/// <summary>An event that lies ahead, or did when it was told, with what became of it.</summary>
/// <param name="Event">The plan, possibility or demand.</param>
/// <param name="Outcome">What became of it as of the day asked for.</param>
/// <param name="Due">Last day it may lie on; null where no report names one.</param>
public sealed record Expectation(Event Event, Outcome Outcome, DateOnly? Due)
{
    /// <summary>Days after which an expectation without a date counts as lapsed.</summary>
    public const int Patience = 180;

    /// <summary>True for what is not told as done: planned, possible, demanded or conditional. Of what is possible <see cref="Event.IsExpected"/> knows whether it lies ahead.</summary>
    public static bool IsExpected(ClaimStatus status) => status is ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Demanded or ClaimStatus.Conditional;

    /// <summary>How an event that lies ahead stands on a day; null for one that does not lie ahead.</summary>
    public static Expectation? Of(Event plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.IsExpected) return null;
        var due = plan.Time is { Basis: not TimeBasis.Document, To: { } to } ? to : (DateOnly?)null;
        var last = due ?? plan.Claims.Max(c => c.Reading.Report.Published)?.AddDays(Patience);
        var outcome = plan.SettledBy is { } end ? end.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred ? Outcome.Cancelled : Outcome.Met
            : plan.Disputes.Any(d => d.Field == DisputeField.Status) ? Outcome.Contradicted
            : last < today ? Outcome.Lapsed : Outcome.Open;
        return new(plan, outcome, due);
    }
}
