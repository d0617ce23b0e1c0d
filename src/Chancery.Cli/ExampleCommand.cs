using System.CommandLine;

namespace Chancery.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Lines a user can copy.</summary>
    internal string[] Examples { get; } = examples;
}
