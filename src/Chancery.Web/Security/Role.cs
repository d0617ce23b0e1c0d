namespace Chancery.Web.Security;

/// <summary>What the holder of a key may do; each may do what the one before may.</summary>
internal enum Role
{
    /// <summary>Look at everything.</summary>
    Reader = 1,

    /// <summary>Decide on claims and events.</summary>
    Reviewer = 2,

    /// <summary>Add reports.</summary>
    Admin = 3,
}

/// <summary>Who asks.</summary>
/// <param name="Name">Name of the key; <c>local</c> where none is asked for.</param>
/// <param name="Role">What the caller may do.</param>
internal sealed record Caller(string Name, Role Role)
{
    /// <summary>Whoever sits at the machine, where no keys are configured.</summary>
    internal static Caller Local { get; } = new("local", Role.Admin);
}
