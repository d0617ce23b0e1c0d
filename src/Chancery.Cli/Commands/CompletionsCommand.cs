using System.CommandLine;
using System.Text;
using Chancery.Cli.Terminal;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery completions</c>: a script for a shell, which asks the program itself what can follow (its <c>[suggest]</c> directive).</summary>
internal static class CompletionsCommand
{
    internal static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.OneOf("bash", "zsh", "fish", "pwsh");
        var command = new ExampleCommand(
            "completions",
            "Prints a script that lets a shell complete commands, options and their values.",
            "chancery completions bash > ~/.local/share/bash-completion/completions/chancery",
            "chancery completions zsh > \"${fpath[1]}/_chancery\"",
            "chancery completions fish > ~/.config/fish/completions/chancery.fish",
            "chancery completions pwsh >> $PROFILE") { shell };
        command.SetAction(call =>
        {
            using var script = new StreamReader(typeof(CompletionsCommand).Assembly.GetManifestResourceStream($"completions/{call.GetValue(shell)}")!);
            using var output = Output.Open();
            output.Write(Encoding.UTF8.GetBytes(script.ReadToEnd()));
            return ExitStatus.Done;
        });
        return command;
    }
}
