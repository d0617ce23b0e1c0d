using System.Globalization;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary>How well weights do on stories, each fused by itself: pairs of figures in one series, numbers that replace each other, numbers that contradict each other.</summary>
internal sealed class StoryScore
{
    private readonly Tally _series = new("series");
    private readonly Tally _replaced = new("replaced");
    private readonly Tally _gainsaid = new("contradicted");

    /// <summary>The score of stories.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="weights">What each of them is fused by.</param>
    internal static string Of(IReadOnlyList<Story> stories, Func<int, CountWeights> weights)
    {
        var score = new StoryScore();
        foreach (var (s, story) in stories.Index()) score.Add(story, weights(s));
        return $"{score._series}; {score._replaced}; {score._gainsaid}";
    }

    private void Add(Story story, CountWeights weights)
    {
        var state = new MemoryFusionState();
        foreach (var reading in story.Readings) state.File(reading);
        new RecordFuser(state, weights).Add([.. story.Readings]);
        var rows = new Dictionary<string, (FigureRow Row, string Name, decimal Number)>(StringComparer.Ordinal);
        foreach (var row in story.Readings.SelectMany(r => state.Figures(r.Report.Id)))
            if (story.Told(row) is { } told) rows.Add(row.Id, (row, told.Name, told.Number));
        foreach (var (one, two) in rows.Values.SelectMany((one, i) => rows.Values.Take(i).Select(two => (one, two)))) _series.Add(one.Row.Series == two.Row.Series, one.Name == two.Name);
        var (replaced, gainsaid) = (new HashSet<(string, decimal, decimal)>(), new HashSet<(string, decimal, decimal)>());
        foreach (var (row, name, number) in rows.Values)
        {
            if (row.Supersedes is { } former && rows.TryGetValue(former, out var was)) replaced.Add((name, number, was.Number));
            foreach (var id in row.Contradicts)
                if (rows.TryGetValue(id, out var other)) gainsaid.Add((name == other.Name ? name : $"{name} / {other.Name}", Math.Min(number, other.Number), Math.Max(number, other.Number)));
        }
        _replaced.Add(replaced, story.Replaced);
        _gainsaid.Add(gainsaid, story.Gainsaid);
    }

    private sealed class Tally(string name)
    {
        private int _right, _found, _true;

        internal void Add(bool found, bool isTrue) => (_right, _found, _true) = (_right + (found && isTrue ? 1 : 0), _found + (found ? 1 : 0), _true + (isTrue ? 1 : 0));

        internal void Add<T>(HashSet<T> found, IReadOnlySet<T> all) => (_right, _found, _true) = (_right + found.Count(all.Contains), _found + found.Count, _true + all.Count);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{name} precision {100.0 * _right / Math.Max(1, _found):f1}, recall {100.0 * _right / Math.Max(1, _true):f1}, F1 {200.0 * _right / Math.Max(1, _found + _true):f1}");
    }
}
