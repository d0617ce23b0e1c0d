using Spectre.Console;

namespace Chancery.Cli.Terminal;

/// <summary>A bar on standard error while files are read, where that is a terminal; nothing elsewhere.</summary>
internal sealed class Progress
{
    private readonly IAnsiConsole? _console;
    private ProgressTask? _bar;
    private int _reports;

    private Progress(IAnsiConsole? console) => _console = console;

    /// <summary>Does some work with a bar over it.</summary>
    internal static async Task Over(Func<Progress, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(new(null));
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn()).StartAsync(async context =>
        {
            var bar = context.AddTask("reading", maxValue: 1);
            await work(new(console) { _bar = bar });
        });
    }

    /// <summary>The same files, counted as they are taken.</summary>
    internal IEnumerable<string> Following(IEnumerable<string> files)
    {
        if (_bar is null) return files;
        string[] all = [.. files];
        _bar.MaxValue = Math.Max(1, all.Length);
        return all.Select(file =>
        {
            if (_bar.Value + 1 < all.Length) _bar.Increment(1);
            return file;
        });
    }

    /// <summary>Some more reports are done.</summary>
    internal void Step(int reports = 1)
    {
        _reports += reports;
        if (_bar is not null) _bar.Description = $"{_reports} reports";
    }

    /// <summary>A line for the user, which the bar makes room for.</summary>
    internal void Say(string message)
    {
        if (_console is null) Errors.Say(message);
        else _console.WriteLine(Errors.Line(message));
    }
}
