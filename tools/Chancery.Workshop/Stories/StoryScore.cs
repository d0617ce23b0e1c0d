using System.Globalization;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary>How well weights do on stories, each fused by itself: pairs of claims in one event, pairs of figures in one series, disputes, numbers that replace each other, numbers that contradict each other.</summary>
internal sealed class StoryScore
{
    private readonly Tally _events = new("events");
    private readonly Tally _disputed = new("disputed");
    private readonly Tally _series = new("series");
    private readonly Tally _replaced = new("replaced");
    private readonly Tally _gainsaid = new("contradicted");

    /// <summary>The score of stories.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="weights">What each of them is fused by.</param>
    internal static StoryScore Of(IReadOnlyList<Story> stories, Func<int, FusionWeights> weights)
    {
        var score = new StoryScore();
        foreach (var (s, story) in stories.Index()) score.Add(story, weights(s));
        return score;
    }

    /// <summary>How well claims were joined, and what they dispute found.</summary>
    internal string Events => $"{_events}; {_disputed}";

    /// <summary>How well figures were.</summary>
    internal string Figures => $"{_series}; {_replaced}; {_gainsaid}";

    private void Add(Story story, FusionWeights weights)
    {
        var state = new MemoryFusionState();
        foreach (var reading in story.Readings) state.File(reading);
        new RecordFuser(state, weights).Add([.. story.Readings]);
        var told = story.Readings.SelectMany(r => story.Told(r).Zip(state.Said(r.Report.Id))).Where(t => t.First is not null).ToArray();
        _disputed.Add(Disputed(state, told, story.Disputes), story.Disputes);
        foreach (var (one, two) in Pairs(told)) _events.Add(one.Second.Event == two.Second.Event, one.First == two.First);
        var rows = new Dictionary<string, (FigureRow Row, string Name, decimal Number)>(StringComparer.Ordinal);
        foreach (var row in story.Readings.SelectMany(r => state.Figures(r.Report.Id)))
            if (story.Told(row) is { } figure) rows.Add(row.Id, (row, figure.Name, figure.Number));
        foreach (var (one, two) in Pairs([.. rows.Values])) _series.Add(one.Row.Series == two.Row.Series, one.Name == two.Name);
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

    /// <summary>Disputes as the truth names them where two sides stand as it has them, else by the event.</summary>
    private static HashSet<StoryDispute> Disputed(MemoryFusionState state, IEnumerable<(string? Name, Testimony Claim)> told, IReadOnlySet<StoryDispute> all)
    {
        var disputed = new HashSet<StoryDispute>();
        foreach (var group in told.GroupBy(t => t.Claim.Event!))
            foreach (var dispute in state.Event(group.Key)!.Disputes.Where(d => d.Field != DisputeField.Figure))
            {
                HashSet<string>[] sides = [.. dispute.Sides.Select(side => side.Select(id => state.Find(id)!.At.Report).ToHashSet())];
                disputed.Add(all.FirstOrDefault(d => d.Field == dispute.Field && group.Any(t => t.Name == d.Name) && sides.Any(a => a.Overlaps(d.Left) && sides.Any(b => a != b && b.Overlaps(d.Right)))) ?? new(group.Key, dispute.Field, [], []));
            }
        return disputed;
    }

    private static IEnumerable<(T, T)> Pairs<T>(T[] all) => all.SelectMany((one, i) => all.Take(i).Select(two => (one, two)));

    private sealed class Tally(string name)
    {
        private int _right, _found, _true;

        internal void Add(bool found, bool isTrue) => (_right, _found, _true) = (_right + (found && isTrue ? 1 : 0), _found + (found ? 1 : 0), _true + (isTrue ? 1 : 0));

        internal void Add<T>(HashSet<T> found, IReadOnlySet<T> all) => (_right, _found, _true) = (_right + found.Count(all.Contains), _found + found.Count, _true + all.Count);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{name} precision {100.0 * _right / Math.Max(1, _found):f1}, recall {100.0 * _right / Math.Max(1, _true):f1}, F1 {200.0 * _right / Math.Max(1, _found + _true):f1}");
    }
}
