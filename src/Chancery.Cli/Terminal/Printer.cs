using System.ComponentModel;
using System.Diagnostics;

namespace Chancery.Cli.Terminal;

/// <summary>Prints a page to PDF with a Chromium that is installed; offline, in a folder of its own.</summary>
internal static class Printer
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>The PDF; null where no Chromium is at hand or it prints nothing within a minute.</summary>
    internal static async Task<byte[]?> PrintAsync(byte[] page, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-print-").FullName;
        try
        {
            var (html, pdf) = (Path.Combine(folder, "brief.html"), Path.Combine(folder, "brief.pdf"));
            await File.WriteAllBytesAsync(html, page, cancel);
            foreach (var name in Names)
                if (await RunAsync(name, folder, html, pdf, cancel) && File.Exists(pdf)) return await File.ReadAllBytesAsync(pdf, cancel);
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> RunAsync(string name, string folder, string html, string pdf, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var start = new ProcessStartInfo(name) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--headless", "--disable-gpu", "--no-sandbox", "--no-pdf-header-footer", "--user-data-dir=" + Path.Combine(folder, "profile"), "--print-to-pdf=" + pdf, new Uri(html).AbsoluteUri])
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            try
            {
                await process.WaitForExitAsync(limit.Token);
                await Task.WhenAll(said, complained);
                return process.ExitCode == 0;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return false;
            }
        }
        catch (Win32Exception)
        {
            return false; // not installed under this name
        }
    }
}
