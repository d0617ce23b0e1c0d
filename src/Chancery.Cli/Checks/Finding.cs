namespace Chancery.Cli.Checks;

/// <summary>How something stands.</summary>
internal enum CheckState
{
    /// <summary>As it should.</summary>
    Good,

    /// <summary>Something can be done only in part.</summary>
    Odd,

    /// <summary>Commands will fail.</summary>
    Bad,
}

/// <summary>What a check found.</summary>
/// <param name="State">How it stands.</param>
/// <param name="What">What was looked at, one word.</param>
/// <param name="Said">What was found.</param>
/// <param name="Remedy">What to do; null where nothing need be done.</param>
internal sealed record Finding(CheckState State, string What, string Said, string? Remedy = null)
{
    internal string Mark => State switch
    {
        CheckState.Good => "ok ",
        CheckState.Odd => "?  ",
        _ => "BAD",
    };
}
