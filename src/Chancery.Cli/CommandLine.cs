using System.CommandLine;

namespace Chancery.Cli;

/// <summary>The commands and what they share: exit statuses by the contract.</summary>
internal static class CommandLine
{
    internal static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Reads news reports about conflict and diplomacy and keeps the record of them.");
        return await root.Parse(args).InvokeAsync();
    }
}
