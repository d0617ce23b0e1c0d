using System.Globalization;

namespace Chancery.Cli.Terminal;

/// <summary>A line of progress on standard error where that is a terminal; nothing elsewhere.</summary>
internal sealed class Progress : IDisposable
{
    private const int BarWidth = 30;

    private readonly bool _visible = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private int _files, _filesBegun, _reports;
    private long _drawn;
    private bool _ended;

    /// <summary>The same files, counted as they are taken.</summary>
    internal IEnumerable<string> Following(IEnumerable<string> files)
    {
        if (!_visible) return files;
        string[] all = [.. files];
        _files = all.Length;
        return Count(all);
    }

    /// <summary>One more report is done.</summary>
    internal void Step()
    {
        _reports++;
        if (_visible && Environment.TickCount64 - _drawn > 100) Draw();
    }

    /// <summary>A line for the user, which the bar makes room for.</summary>
    internal void Say(string message)
    {
        lock (_lock)
        {
            Clear();
            Errors.Say(message);
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_ended) return;
            Clear();
            _ended = true;
        }
    }

    private IEnumerable<string> Count(string[] files)
    {
        foreach (var file in files)
        {
            yield return file;
            _filesBegun++;
        }
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_ended) return;
            _drawn = Environment.TickCount64;
            var full = _files == 0 ? 0 : BarWidth * Math.Min(_filesBegun, _files) / _files;
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\e[2K{new string('━', full)}{new string('╌', BarWidth - full)} {_filesBegun}/{_files} files, {_reports} reports"));
        }
    }

    private void Clear()
    {
        if (_visible && _drawn > 0) Console.Error.Write("\r\e[2K");
    }
}
