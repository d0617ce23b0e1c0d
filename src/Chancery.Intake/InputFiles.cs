namespace Chancery.Intake;

/// <summary>Finds the files that reports are in.</summary>
public static class InputFiles
{
    private static readonly string[] Endings = [".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".conllu", ".csv", ".tsv", ".pdf", ".warc", ".warc.gz"];

    /// <summary>Files as they are named; of folders, and of those in them, all files that reports come in, by name. Hidden ones are left out.</summary>
    /// <param name="paths">Files, folders, or <c>-</c>.</param>
    /// <param name="onFault">Told of folders that cannot be read.</param>
    /// <param name="onLeftOut">Told of every file of a folder that is of another kind.</param>
    public static IEnumerable<string> Expand(IEnumerable<string> paths, Action<IntakeFault> onFault, Action<string> onLeftOut)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(onFault);
        ArgumentNullException.ThrowIfNull(onLeftOut);
        foreach (var path in paths)
        {
            if (path == "-" || !Directory.Exists(path)) yield return path;
            else
                foreach (var file in In(path, onFault, onLeftOut)) yield return file;
        }
    }

    private static IEnumerable<string> In(string root, Action<IntakeFault> onFault, Action<string> onLeftOut)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            string[] files, below;
            try
            {
                files = [.. Directory.GetFiles(folder).Where(IsVisible).Order(StringComparer.Ordinal)];
                below = [.. Directory.GetDirectories(folder).Where(IsVisible).Where(f => new DirectoryInfo(f).LinkTarget is null).OrderDescending(StringComparer.Ordinal)];
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                onFault(new(folder, 0, problem is UnauthorizedAccessException ? "no permission to read this folder" : problem.Message));
                continue;
            }
            foreach (var file in files)
            {
                if (Array.Exists(Endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) yield return file;
                else onLeftOut(file);
            }
            foreach (var next in below) folders.Push(next);
        }
    }

    private static bool IsVisible(string path) => !Path.GetFileName(path).StartsWith('.');
}
