namespace Chancery.Cli.Terminal;

/// <summary>Standard error: one line a fault, each opened by the program's name.</summary>
internal static class Errors
{
    internal static void Say(string message)
    {
        lock (Console.Error) Console.Error.WriteLine(Line(message));
    }

    internal static string Line(string message) => $"chancery: {TextTable.Clean(message.ReplaceLineEndings(" "))}";

    internal static int Fail(string message)
    {
        Say(message);
        return ExitStatus.Failed;
    }
}
