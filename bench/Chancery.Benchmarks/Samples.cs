namespace Chancery.Benchmarks;

/// <summary>The sample reports beside the project.</summary>
internal static class Samples
{
    /// <summary>Their texts without the lines above the first blank one, in order of name.</summary>
    internal static string[] Bodies()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "samples"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("samples");
        return [.. Directory.GetFiles(Path.Combine(folder, "samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).Select(text => text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..])];
    }
}
