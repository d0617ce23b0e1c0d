namespace Chancery.Cli;

/// <summary>A command cannot go on; the message is the one line the user gets.</summary>
internal sealed class CommandException(string message) : Exception(message);
