using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Cli.Commands;
using Chancery.Cli.Configuration;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Records;

namespace Chancery.Cli.Checks;

/// <summary>The checks of <c>doctor</c>, in the order a user would look.</summary>
internal static class Checkup
{
    private const long Tight = 1L << 30;
    private const string Sample = "Norway sent two ships to Latvia on Friday, the ministry said.";

    internal static async IAsyncEnumerable<Finding> Run(string record, LanguagePack pack, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return Version();
        yield return Settled();
        yield return Knowledge(pack);
        yield return await Record(record, cancel);
        yield return Folder(record);
        yield return Room(record);
        yield return Clock(DateTimeOffset.Now);
        yield return Terminal();
        yield return Helper("node", "node", "needed only to build the pages of 'serve' from their sources");
        yield return Helper("browser", "chromium", "needed only to print a brief as PDF and by the project's own tests");
    }

    private static Finding Version()
    {
        var version = typeof(ReportReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        var said = $"chancery {version} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}";
        return OperatingSystem.IsLinux()
            ? new(CheckState.Good, "version", said)
            : new(CheckState.Odd, "version", said, "written for this system too, but only ever run on Linux: please report what fails");
    }

    private static Finding Settled()
    {
        string[] files = [.. new[] { Settings.FindProjectFile(), Settings.UserFile }.OfType<string>().Where(File.Exists)];
        return new(CheckState.Good, "settings", files.Length == 0 ? "no file of settings; see 'chancery config --help'" : string.Join(", ", files));
    }

    /// <summary>Loads every table and model, and reads a sentence with them.</summary>
    private static Finding Knowledge(LanguagePack pack)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var reader = new ReportReader(pack);
            var reading = reader.Read(new Report { Id = "check", Text = Sample, Published = new(2025, 3, 21) });
            return reading.Claims.Claims.Length > 0
                ? new(CheckState.Good, "knowledge", string.Create(CultureInfo.InvariantCulture, $"tables and models are whole; loaded and a sentence read in {watch.ElapsedMilliseconds} ms"))
                : new(CheckState.Bad, "knowledge", $"nothing was read from '{Sample}'", "own tables given with --lexicon may hide the shipped ones; else install chancery again");
        }
        catch (PackException broken)
        {
            return new(CheckState.Bad, "knowledge", string.Join("; ", broken.Faults.Take(3)), "correct the tables given with --lexicon; without --lexicon, install chancery again");
        }
    }

    private static async Task<Finding> Record(string record, CancellationToken cancel)
    {
        if (!File.Exists(record) && !Directory.Exists(record)) return new(CheckState.Good, "record", $"there is no '{record}' yet; 'chancery read PATH' makes it");
        try
        {
            await using var store = RecordArgument.OpenRead(record);
            var stamp = await store.StampAsync(cancel);
            return new(CheckState.Good, "record", string.Create(CultureInfo.InvariantCulture, $"'{record}': {stamp.Reports:#,0} reports, {stamp.Claims:#,0} claims, {stamp.Events:#,0} events, {new FileInfo(record).Length / 1e6:#,0.0} MB"));
        }
        catch (RecordException problem)
        {
            return new(CheckState.Bad, "record", problem.Message, "name another with --record, or restore this one from a copy");
        }
    }

    /// <summary>Beside a record SQLite keeps two files while it is written; so the folder must be writable too.</summary>
    private static Finding Folder(string record)
    {
        var path = Path.GetFullPath(record);
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            if (File.Exists(path)) File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            var probe = Path.Combine(folder, $".chancery-{Guid.NewGuid():N}");
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return new(CheckState.Good, "writing", $"'{record}' and its folder can be written");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(CheckState.Odd, "writing", $"'{record}' cannot be written: {problem.Message}", $"reading and exporting work; to file reports, make '{folder}' writable or name another record with --record");
        }
    }

    private static Finding Room(string record)
    {
        try
        {
            var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(record))!).AvailableFreeSpace;
            var said = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:#,0.0} GB free beside the record");
            return free >= Tight ? new(CheckState.Good, "room", said) : new(CheckState.Odd, "room", said, "a report with its claims takes about 30 kB; make room before reading many");
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return new(CheckState.Odd, "room", $"the room on the disk cannot be told: {problem.Message}", "see to it yourself before reading many reports");
        }
    }

    private static Finding Clock(DateTimeOffset now)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm zzz}, {TimeZoneInfo.Local.Id}; days of reports are the publisher's, expectations are judged by today here");
        return now.Year is >= 2026 and < 2100 ? new(CheckState.Good, "clock", said) : new(CheckState.Bad, "clock", said, "set the clock: plans would count as lapsed or open wrongly");
    }

    private static Finding Terminal() => Console.OutputEncoding.WebName is "utf-8" or "utf-16"
        ? new(CheckState.Good, "terminal", "prints Unicode")
        : new(CheckState.Odd, "terminal", $"prints {Console.OutputEncoding.WebName}", "names may show as ?; set a UTF-8 locale, such as LANG=C.UTF-8");

    private static Finding Helper(string what, string program, string purpose)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, program + ".exe")])
            .FirstOrDefault(File.Exists);
        return found is null ? new(CheckState.Good, what, $"no {program} on the PATH: {purpose}") : new(CheckState.Good, what, $"{found}: {purpose}");
    }
}
