using System.Runtime.CompilerServices;

namespace Chancery.Benchmarks;

/// <summary>The reports under samples/, to be timed on.</summary>
internal static class Samples
{
    internal static IEnumerable<string> Reports([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
