using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Chancery.Web.Pages;

/// <summary>Builds the pages from a clone's <c>web/</c> with npm, where Node is found and they are not built yet or have changed.</summary>
internal static class PageBuild
{
    private const int LeastNode = 20;

    /// <summary>The folder of the built pages; null where there is none and none can be made.</summary>
    internal static string? Run(Action<string> say)
    {
        var sources = typeof(PageBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "WebSources")?.Value;
        if (sources is null || !File.Exists(Path.Combine(sources, "package-lock.json")))
        {
            say("the pages are not part of this build and their sources are not here; the API under /api/v1 works without them");
            return null;
        }
        var built = Path.Combine(sources, "dist");
        if (IsFresh(sources, built)) return built;
        if (NodeVersion() is not { } version || version < LeastNode)
        {
            var isOld = File.Exists(Path.Combine(built, "index.html"));
            var takes = $"that takes Node {LeastNode} or later on the PATH";
            say(isOld
                ? $"the pages are older than their sources and cannot be built anew ({takes}): they are served as they are"
                : $"the pages are not built and cannot be: {takes}; the API under /api/v1 works without them");
            return isOld ? built : null;
        }
        say("building the pages, once …");
        if (Npm(sources, "ci --no-audit --no-fund --ignore-scripts") is { } trouble || (trouble = Npm(sources, "run build")) is not null)
        {
            var isOld = File.Exists(Path.Combine(built, "index.html"));
            say($"the pages could not be built ({trouble}); {(isOld ? "the ones built before are served" : "the API under /api/v1 works without them")}");
            return isOld ? built : null;
        }
        return built;
    }

    private static bool IsFresh(string sources, string built)
    {
        var index = new FileInfo(Path.Combine(built, "index.html"));
        if (!index.Exists) return false;
        var inputs = Directory.EnumerateFiles(Path.Combine(sources, "src"), "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(sources));
        return inputs.All(file => File.GetLastWriteTimeUtc(file) <= index.LastWriteTimeUtc);
    }

    private static int? NodeVersion()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = node.StandardOutput.ReadToEnd().Trim();
            node.WaitForExit();
            return int.TryParse(text.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs npm; the last line it said where it failed.</summary>
    private static string? Npm(string folder, string arguments)
    {
        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", $"/c npm {arguments}") : new ProcessStartInfo("npm", arguments);
            start.WorkingDirectory = folder;
            start.RedirectStandardOutput = start.RedirectStandardError = true;
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode == 0) return null;
            var said = (errors + "\n" + output.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return said.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? $"npm {arguments} ended with {npm.ExitCode}";
        }
        catch (Win32Exception problem)
        {
            return problem.Message;
        }
    }
}
