using Chancery.Intake;

namespace Chancery.Workshop.Stories;

/// <summary>A story of <c>eval/stories</c>: its reports as read, and which words of them tell of one happening or count one thing.</summary>
internal sealed class Story
{
    private Story(string name, List<FiledReading> readings, List<(string Name, string Report, int Start, int End)> events, List<(string Name, string Report, int Start, int End)> figures) =>
        (Name, Readings, Events, Figures) = (name, readings, events, figures);

    internal string Name { get; }

    internal IReadOnlyList<FiledReading> Readings { get; }

    internal IReadOnlyList<(string Name, string Report, int Start, int End)> Events { get; }

    internal IReadOnlyList<(string Name, string Report, int Start, int End)> Figures { get; }

    internal static async Task<Story> Read(string folder, ReportReader reader)
    {
        var name = Path.GetFileName(folder);
        var number = name.Split('-')[0];
        var readings = new List<FiledReading>();
        await foreach (var reading in reader.ReadAllAsync(new ReportIntake(new(), fault => Console.Error.WriteLine(fault)).ReadAsync([.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)], default), default))
            readings.Add(FiledReading.Of(reading));
        var byLetter = readings.ToDictionary(r => r.Report.Id[number.Length]);
        List<(string, string, int, int)> events = [], figures = [];
        foreach (var line in File.ReadLines(Path.Combine(folder, "truth.tsv")))
        {
            var cells = line.Split('\t');
            if (cells[0] is not ("event" or "figure")) continue;
            var report = byLetter[cells[2][0]].Report;
            var said = cells[2][3..];
            var open = said.IndexOf('[', StringComparison.Ordinal);
            var length = said.IndexOf(']', StringComparison.Ordinal) - open - 1;
            var start = report.Text.IndexOf(said.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), StringComparison.Ordinal) + open;
            (cells[0] == "event" ? events : figures).Add((cells[1], report.Id, start, start + length));
        }
        return new(name, readings, events, figures);
    }
}
