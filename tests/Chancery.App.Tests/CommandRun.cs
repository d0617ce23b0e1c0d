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

    internal static Task<CommandRun> Of(params string[] args) => WithInput([], args);

    internal static Task<CommandRun> WithInput(string input, params string[] args) => WithInput(Encoding.UTF8.GetBytes(input), args);

    internal static async Task<CommandRun> WithInput(byte[] input, params string[] args)
    {
        using var process = Start(args);
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

    internal static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var arg in (string[])[Dll, .. args]) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}
