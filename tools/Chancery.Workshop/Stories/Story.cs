using System.Globalization;
using Chancery.Fusion;
using Chancery.Intake;

namespace Chancery.Workshop.Stories;

/// <summary>A story of <c>eval/stories</c>: its reports as read, and which words of them tell of one happening or count one thing.</summary>
internal sealed class Story
{
    private Story(string name, List<FiledReading> readings, List<(string Name, string Report, int Start, int End)> events, List<(string Name, string Report, int Start, int End, decimal Number)> figures, HashSet<(string Series, decimal New, decimal Old)> replaced, HashSet<(string Series, decimal Less, decimal More)> gainsaid, HashSet<StoryDispute> disputes, Dictionary<string, string?> expectations) =>
        (Name, Readings, Events, Figures, Replaced, Gainsaid, Disputes, Expectations) = (name, readings, events, figures, replaced, gainsaid, disputes, expectations);

    internal string Name { get; }

    internal IReadOnlyList<FiledReading> Readings { get; }

    internal IReadOnlyList<(string Name, string Report, int Start, int End)> Events { get; }

    internal IReadOnlyList<(string Name, string Report, int Start, int End, decimal Number)> Figures { get; }

    /// <summary>The figure of the truth that a row is; null where it lists none there.</summary>
    internal (string Name, decimal Number)? Told(FigureRow row)
    {
        var span = row.Figure.Mention.Span;
        foreach (var figure in Figures)
            if (figure.Report == row.Report && figure.Start < span.End && span.Start < figure.End) return (figure.Name, figure.Number);
        return null;
    }

    /// <summary>Numbers of a series of which the first takes the place of the second.</summary>
    internal IReadOnlySet<(string Series, decimal New, decimal Old)> Replaced { get; }

    /// <summary>Numbers of a series that cannot both be right, the lower one first.</summary>
    internal IReadOnlySet<(string Series, decimal Less, decimal More)> Gainsaid { get; }

    /// <summary>What reports disagree on, numbers apart.</summary>
    internal IReadOnlySet<StoryDispute> Disputes { get; }

    /// <summary>What was planned, predicted or demanded, with the happening that settled it; null where none did.</summary>
    internal IReadOnlyDictionary<string, string?> Expectations { get; }

    internal static async Task<Story> Read(string folder, ReportReader reader)
    {
        var name = Path.GetFileName(folder);
        var number = name.Split('-')[0];
        var readings = new List<FiledReading>();
        await foreach (var reading in reader.ReadAllAsync(new ReportIntake(new(), fault => Console.Error.WriteLine(fault)).ReadAsync([.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)], default), default))
            readings.Add(FiledReading.Of(reading));
        var byLetter = readings.ToDictionary(r => r.Report.Id[number.Length]);
        List<(string, string, int, int)> events = [];
        List<(string, string, int, int, decimal)> figures = [];
        var (replaced, gainsaid) = (new HashSet<(string, decimal, decimal)>(), new HashSet<(string, decimal, decimal)>());
        var disputes = new HashSet<StoryDispute>();
        var expectations = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "truth.tsv")))
        {
            var cells = line.Split('\t');
            if (cells[0] is "supersedes") replaced.Add((cells[1], Number(cells[2]), Number(cells[3])));
            if (cells[0] is "contradicts") gainsaid.Add((cells[1], Math.Min(Number(cells[2]), Number(cells[3])), Math.Max(Number(cells[2]), Number(cells[3]))));
            if (cells[0] is "dispute") disputes.Add(new(cells[1], Enum.Parse<DisputeField>(cells[2], ignoreCase: true), Reports(cells[3]), Reports(cells[4])));
            if (cells[0] is "expectation") expectations[cells[1]] = cells[3] == "-" ? null : cells[3];
            if (cells[0] is not ("event" or "figure")) continue;
            var report = byLetter[cells[2][0]].Report;
            var said = cells[2][3..];
            var open = said.IndexOf('[', StringComparison.Ordinal);
            var length = said.IndexOf(']', StringComparison.Ordinal) - open - 1;
            var start = report.Text.IndexOf(said.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), StringComparison.Ordinal) + open;
            if (cells[0] == "event") events.Add((cells[1], report.Id, start, start + length));
            else figures.Add((cells[1], report.Id, start, start + length, Number(cells[3])));
        }
        return new(name, readings, events, figures, replaced, gainsaid, disputes, expectations);

        IReadOnlyList<string> Reports(string letters) => [.. letters.Split(',').Select(letter => byLetter[letter[0]].Report.Id)];
    }

    /// <summary>'300-' and '300-400' are 300, '-400' is 400.</summary>
    private static decimal Number(string range) => decimal.Parse(range.Split('-') is ["", var most] ? most : range.Split('-')[0], CultureInfo.InvariantCulture);

    /// <summary>For every claim of a report the happening it tells, by the rule of <c>stories.py</c>: its trigger overlaps the words listed, else it is the only one left in their sentence.</summary>
    internal string?[] Told(FiledReading reading)
    {
        var told = new string?[reading.Claims.Length];
        var listed = Events.Where(e => e.Report == reading.Report.Id).ToList();
        listed.RemoveAll(e =>
        {
            var i = Enumerable.Range(0, told.Length).FirstOrDefault(i => told[i] is null && reading.Claims[i].Trigger is var t && t.Start < e.End && e.Start < t.End, -1);
            if (i >= 0) told[i] = e.Name;
            return i >= 0;
        });
        foreach (var group in listed.GroupBy(e => reading.Sentences.IndexOf(reading.Sentences.FirstOrDefault(s => s.Start <= e.Start && e.Start < s.End))))
        {
            int[] left = [.. Enumerable.Range(0, told.Length).Where(i => told[i] is null && reading.Claims[i].Sentence == group.Key)];
            if (left is [var only] && group.Count() == 1) told[only] = group.First().Name;
        }
        return told;
    }
}

/// <summary>What reports disagree on of a happening.</summary>
/// <param name="Name">The happening.</param>
/// <param name="Field">Whether it was, who did it, to whom, where or when.</param>
/// <param name="Left">Ids of the reports on the one side.</param>
/// <param name="Right">Of those on the other.</param>
internal sealed record StoryDispute(string Name, DisputeField Field, IReadOnlyList<string> Left, IReadOnlyList<string> Right);
