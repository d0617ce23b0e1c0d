namespace Chancery.Cli.Terminal;

/// <summary>A file that is there whole or not at all: written beside its name and renamed when all of it is on the disk.</summary>
internal sealed class OutputFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string? _beside;
    private readonly FileStream _stream;

    private OutputFile(string path, string? beside, FileStream stream) => (_path, _beside, _stream) = (path, beside, stream);

    /// <summary>Where to write.</summary>
    internal Stream Stream => _stream;

    /// <exception cref="CommandException">The file cannot be made there.</exception>
    internal static OutputFile Create(string name)
    {
        var path = Path.GetFullPath(name);
        try
        {
            // a device is written to, not replaced
            if (path.StartsWith("/dev/", StringComparison.Ordinal)) return new(path, null, new(path, FileMode.Open, FileAccess.Write));
            if (Directory.Exists(path)) throw new CommandException($"'{name}' is a folder: name a file in it");
            if (File.Exists(path)) path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            var beside = $"{path}.{Guid.NewGuid().ToString("N")[..8]}.part";
            return new(path, beside, new(beside, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 128 * 1024));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{name}' cannot be written: {Reason(problem, path)}");
        }
    }

    /// <summary>Writes the file and gives it its name.</summary>
    /// <exception cref="CommandException">The disk would not take it; nothing is left behind, and what had that name before is there still.</exception>
    internal static async Task Write(string name, Func<Stream, Task> write)
    {
        await using var file = Create(name);
        try
        {
            await write(file.Stream);
            file._stream.Flush(flushToDisk: file._beside is not null);
            await file._stream.DisposeAsync();
            if (file._beside is not null) File.Move(file._beside, file._path, overwrite: true);
        }
        catch (Exception problem) when (IsOfDisk(problem))
        {
            throw new CommandException($"'{name}' could not be written whole, so nothing of it was kept: {Reason(problem, file._path)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.DisposeAsync();
        }
        catch (Exception problem) when (IsOfDisk(problem))
        {
            // what was left in its buffer found no room; it is thrown away in any case
        }
        if (_beside is not null && File.Exists(_beside)) File.Delete(_beside);
    }

    /// <summary>A file that would grow beyond what the system allows is told by .NET as an argument out of range.</summary>
    private static bool IsOfDisk(Exception problem) => problem is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private static string Reason(Exception problem, string path) => problem switch
    {
        DirectoryNotFoundException => $"there is no folder '{Path.GetDirectoryName(path)}'",
        UnauthorizedAccessException => "no permission",
        ArgumentOutOfRangeException => "it would be larger than the system allows",
        _ => problem.Message.Split(" : ")[0],
    };
}
