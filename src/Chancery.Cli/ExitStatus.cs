namespace Chancery.Cli;

/// <summary>Exit statuses; scripts rely on them.</summary>
internal static class ExitStatus
{
    /// <summary>All was done.</summary>
    internal const int Done = 0;

    /// <summary>Nothing could be done.</summary>
    internal const int Failed = 1;

    /// <summary>The command was called wrongly.</summary>
    internal const int Usage = 2;

    /// <summary>Part was done; what was not is named on standard error.</summary>
    internal const int Partly = 3;

    /// <summary>The status of work of which so much was done and so much failed.</summary>
    internal static int Of(int done, int failed) => failed == 0 ? Done : done == 0 ? Failed : Partly;
}
