namespace Chancery.Attributing.Predicates;

/// <summary>On what grounds something is told as lying ahead.</summary>
internal enum Grounds
{
    /// <summary>It is told outright: 'will leave'.</summary>
    Told,

    /// <summary>Somebody intends or expects it: 'plans to leave'.</summary>
    Intended,

    /// <summary>It is what something else is done for: 'to brief the king'.</summary>
    Aimed,
}

/// <summary>What the words around a predicate say becomes of it.</summary>
/// <param name="Status">Whether it is said to have happened.</param>
/// <param name="Grounds">On what grounds it is told, where it lies ahead.</param>
internal readonly record struct Mood(ClaimStatus Status, Grounds Grounds = Grounds.Told)
{
    /// <summary>Said plainly.</summary>
    internal static Mood Plain => new(ClaimStatus.Occurred);

    internal bool IsNegative => Status is ClaimStatus.NotOccurred or ClaimStatus.Denied;

    /// <summary>True where neither it nor its absence is a fact.</summary>
    internal bool IsOpen => Status is ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Demanded or ClaimStatus.Conditional;

    /// <summary>The mood of what this one governs, where the table gives that outcome.</summary>
    internal Mood Under(Outcome outcome) => outcome switch
    {
        Outcome.None or Outcome.As => Plain,
        Outcome.Holds => IsOpen ? this : Plain,
        Outcome.Ongoing => IsOpen || IsNegative ? this : new(ClaimStatus.Ongoing),
        Outcome.Fails => IsOpen && this != new Mood(ClaimStatus.Planned) ? new(ClaimStatus.Possible) : new(ClaimStatus.NotOccurred),
        Outcome.Denied => IsOpen ? new(ClaimStatus.Possible) : new(ClaimStatus.Denied),
        Outcome.Planned => Status is ClaimStatus.Possible or ClaimStatus.Conditional ? this : new(ClaimStatus.Planned, Grounds.Intended),
        Outcome.Purpose => Status is ClaimStatus.Conditional ? this : new(ClaimStatus.Planned, Grounds.Aimed),
        Outcome.Possible => Status is ClaimStatus.Conditional ? this : new(ClaimStatus.Possible),
        Outcome.Demanded => new(ClaimStatus.Demanded),
        Outcome.Conditional => new(ClaimStatus.Conditional),
        _ => Plain,
    };

    /// <summary>This mood with a modal, an adverb or a negation of the predicate's own.</summary>
    internal Mood With(Outcome own)
    {
        if (own is Outcome.None or Outcome.As or Outcome.Holds) return this;
        if (own == Outcome.Fails)
        {
            return Status switch
            {
                ClaimStatus.NotOccurred => new(ClaimStatus.Occurred),
                ClaimStatus.Occurred or ClaimStatus.Ongoing or ClaimStatus.Planned when Grounds == Grounds.Told => new(ClaimStatus.NotOccurred),
                _ => this,
            };
        }
        // 'expects that he may come' is no surer than 'may'
        if (own == Outcome.Possible && this is { Status: ClaimStatus.Planned, Grounds: Grounds.Intended }) return new(ClaimStatus.Possible);
        // What is open already stays what it is: 'hopes that he may return'. A denial of a possibility is still one.
        return IsOpen || IsNegative ? this : own == Outcome.Planned ? new(ClaimStatus.Planned) : Plain.Under(own);
    }
}
