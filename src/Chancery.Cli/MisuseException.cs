namespace Chancery.Cli;

/// <summary>A command was called wrongly in a way that only the tables or the environment can tell; the message is the one line the user gets.</summary>
internal sealed class MisuseException(string message) : Exception(message);
