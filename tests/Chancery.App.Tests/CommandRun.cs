using System.Diagnostics;
using System.Text;

namespace Chancery.App.Tests;

/// <summary>One run of the real command as a process of its own.</summary>
/// <param name="Status">Exit status.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record CommandRun(int Status, string Output, string Errors)
{
    /// <summary>The command as it was built beside the tests.</summary>
    internal static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "chancery.dll");

    /// <summary>What a shell's command is begun with so that what a file's mode forbids is forbidden: root is held to it only without these two powers.</summary>
    /// <remarks>It stays the same user, who can read the program wherever the project lies, also below a folder of his own.</remarks>
    internal static string Held { get; } = Environment.UserName == "root" ? "setpriv --bounding-set=-dac_override,-dac_read_search " : "";

    /// <summary>The one line of standard error; fails where there are more, or a stack trace.</summary>
    internal string ErrorLine => Errors.TrimEnd('\n').ShouldBeOneLine();

    internal static Task<CommandRun> Of(params string[] args) => WithInput([], args);

    internal static Task<CommandRun> WithInput(string input, params string[] args) => WithInput(Encoding.UTF8.GetBytes(input), args);

    internal static Task<CommandRun> WithInput(byte[] input, params string[] args) => Finish(Start(args), input);

    private static async Task<CommandRun> Finish(Process started, byte[] input)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // the command may end without having read its input
        }
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a line of shell.</summary>
    internal static Task<CommandRun> Shell(string line) => Finish(Launch("/bin/sh", ["-c", line]), []);

    internal static Process Start(params string[] args) => Launch("dotnet", [Dll, .. args]);

    /// <summary>Starts it so that an interrupt reaches it, also where the tests themselves were started in the background, whose children ignore interrupts.</summary>
    internal static Process StartInterruptible(params string[] args) => Launch("env", ["--default-signal=INT", "dotnet", Dll, .. args]);

    private static Process Launch(string program, string[] args)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}

internal static class Lines
{
    internal static string ShouldBeOneLine(this string text)
    {
        text.ShouldNotContain('\n');
        text.ShouldStartWith("chancery: ");
        return text;
    }
}
