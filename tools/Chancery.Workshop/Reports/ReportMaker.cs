using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Linguistics;

namespace Chancery.Workshop.Reports;

/// <summary>
/// Makes up reports as a news room gets them: stories that go on for days, what is new in them followed by what is behind it, dispatches that others copy and
/// rewrite, some that come late. Deterministic.
/// </summary>
internal sealed partial class ReportMaker
{
    private const int Stories = 150;

    /// <summary>How far lengths spread, as the deviation of their logarithm: nine in ten of the news have between half and twice the words of the middling one.</summary>
    private const double Spread = 0.45;

    private static readonly string[] Sources = ["the {a} defense ministry", "the {b} foreign ministry", "{a} state media", "a {b} government spokesman", "a United Nations official", "{b} police", "the {a} interior ministry"];

    private static readonly string[] Syllables = ["va", "ren", "ko", "tol", "mi", "ra", "bes", "lan", "dor", "zu", "kal", "pe", "shi", "tam", "gor", "ne", "lu", "bar", "sen", "ot"];

    private static readonly string[] Outlets = [.. Enumerable.Range(1, 40).Select(n => string.Create(CultureInfo.InvariantCulture, $"Gazette {n}"))];

    private readonly Random _random;

    /// <summary>Draws for what is behind the news alone, so that the news of a seed is the same at every length.</summary>
    private readonly Random _behind;
    private readonly int _words;
    private readonly (string Name, string Adjective, string Capital)[] _states;
    private readonly Dictionary<(string Kind, string Part), string[]> _sentences;
    private readonly string[] _kinds;

    /// <param name="pack">Tables with the states.</param>
    /// <param name="sentences">What reports are put together from.</param>
    /// <param name="seed">The same reports for the same seed.</param>
    /// <param name="words">Words of a middling report; 0 for reports that tell what is new and nothing else.</param>
    internal ReportMaker(LanguagePack pack, LanguagePack sentences, int seed, int words)
    {
        (_random, _behind, _words) = (new(seed), new(seed + 1), words);
        _states = [.. pack.Read("actors/states.tsv").Rows
            .Where(row => row["adjectives"].Length > 0 && row["capitals"].Length > 0 && row["under"].Length == 0)
            .Select(row => (row["name"], row.Parts("adjectives")[0], row.Parts("capitals")[0]))];
        // not in the order of the alphabet, since the first ones are in the news most
        _random.Shuffle(_states);
        _sentences = sentences.Read("sentences.tsv", "kind", "part", "text").Rows
            .GroupBy(row => (row["kind"], row["part"]), row => row["text"])
            .ToDictionary(group => group.Key, group => group.ToArray());
        _kinds = [.. _sentences.Keys.Select(key => key.Kind).Where(kind => kind != "any").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>So many reports over so many days.</summary>
    internal IEnumerable<Report> Make(int count, DateOnly first, int days)
    {
        var stories = Enumerable.Range(0, Stories).Select(_ => Begin(first)).ToArray();
        var made = 0;
        while (made < count)
        {
            var today = first.AddDays((int)((long)made * days / count));
            var at = Low(Stories);
            if (stories[at].Ends < today) stories[at] = Begin(today);
            foreach (var report in Dispatch(stories[at], today))
            {
                if (made == count) yield break;
                made++;
                yield return report with { Id = string.Create(CultureInfo.InvariantCulture, $"made-{made:000000}") };
            }
        }
    }

    /// <summary>A dispatch with what other outlets make of it: copies, shortened rewrites, and reports of their own.</summary>
    private IEnumerable<Report> Dispatch(Story story, DateOnly today)
    {
        story.Number += _random.Next(1, 40);
        story.Town = Town();
        var source = One(Sources);
        var original = Write(story, today, source, 2 + _random.Next(4));
        yield return Published(original, today);
        var copies = Low(5);
        for (var i = 0; i < copies; i++) yield return Published(original[..^Math.Min(_random.Next(2), original.Length - 1)], Later(today));
        if (_random.Next(3) == 0) yield return Published([Write(story, today, source, 0)[0], .. original[1..].Reverse().Take(2)], Later(today));
        if (_random.Next(2) == 0) yield return Published(Write(story, today, One(Sources), 1 + _random.Next(4), isOwn: true), Later(today));
    }

    private Report Published(string[] sentences, DateOnly day) => new() { Id = "", Text = string.Join("\n\n", sentences), Publisher = One(Outlets), Published = day };

    /// <summary>One in ten comes in some days after it was written.</summary>
    private DateOnly Later(DateOnly day) => _random.Next(10) == 0 ? day.AddDays(-_random.Next(1, 4)) : day;

    private string[] Write(Story story, DateOnly day, string source, int more, bool isOwn = false)
    {
        var numbers = (story.Number, Small: _random.Next(2, 60));
        var sentences = new List<string> { One(_sentences[(story.Kind, "lead")]) };
        for (var i = 0; i < more; i++) sentences.Add(One(_sentences[(_random.Next(3) == 0 ? "any" : story.Kind, "more")]));
        if (_random.Next(3) == 0) sentences.Add(One(_sentences[(story.Kind, "doubt")]));
        string[] news = [.. sentences.Distinct(StringComparer.Ordinal).Select(s => Filled(s, story, day, source, numbers.Number, numbers.Small))];
        return _words == 0 ? news : [.. news, .. Behind(news, story, day, source, isOwn)];
    }

    /// <summary>What is behind the news, up to a length drawn for the report. Half of what the desk that follows a story tells stood in its earlier reports; others write their own.</summary>
    private IEnumerable<string> Behind(string[] news, Story story, DateOnly day, string source, bool isOwn)
    {
        var patterns = _sentences[("any", "background")];
        var wanted = _words * Math.Exp(Spread * Normal()) - news.Sum(Words);
        foreach (var at in Enumerable.Range(0, patterns.Length).OrderBy(_ => _behind.Next()))
        {
            if (wanted <= 0) yield break;
            if (isOwn || _behind.Next(2) == 0 || !story.Behind.TryGetValue(at, out var sentence)) sentence = Fresh(patterns[at]);
            if (!isOwn) story.Behind[at] = sentence;
            wanted -= Words(sentence);
            yield return sentence;
        }

        string Fresh(string pattern)
        {
            var chosen = Choice().Replace(pattern, choice => Any(choice.Groups[1].Value.Split('|')));
            var year = _behind.Next(1950, 2023).ToString(CultureInfo.InvariantCulture);
            return Filled(chosen.Replace("{Y}", year, StringComparison.Ordinal), story, day, source, _behind.Next(3, 900), _behind.Next(2, 60));
        }

        string Any(string[] ways) => ways[_behind.Next(ways.Length)];
    }

    private string Filled(string sentence, Story story, DateOnly day, string source, int number, int small)
    {
        var (a, b, c) = (_states[story.A], _states[story.B], _states[story.C]);
        var filled = sentence.Replace("{S}", source, StringComparison.Ordinal)
            .Replace("{A}", a.Name, StringComparison.Ordinal).Replace("{a}", a.Adjective, StringComparison.Ordinal).Replace("{Ac}", a.Capital, StringComparison.Ordinal)
            .Replace("{B}", b.Name, StringComparison.Ordinal).Replace("{b}", b.Adjective, StringComparison.Ordinal).Replace("{Bc}", b.Capital, StringComparison.Ordinal)
            .Replace("{C}", c.Name, StringComparison.Ordinal).Replace("{Cc}", c.Capital, StringComparison.Ordinal)
            .Replace("{N}", number.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{M}", small.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{T}", story.Town, StringComparison.Ordinal)
            .Replace("{D}", day.DayOfWeek.ToString(), StringComparison.Ordinal);
        return char.ToUpperInvariant(filled[0]) + filled[1..];
    }

    private static int Words(string sentence) => sentence.Count(' ') + 1;

    /// <summary>A draw around 0 with a deviation of 1.</summary>
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _behind.NextDouble())) * Math.Cos(2 * Math.PI * _behind.NextDouble());

    /// <summary>'[one|another]'.</summary>
    [GeneratedRegex(@"\[([^\]]+)\]")]
    private static partial Regex Choice();

    private Story Begin(DateOnly day)
    {
        var (a, b) = (Low(_states.Length), Low(_states.Length - 1));
        return new() { Kind = One(_kinds), A = a, B = b >= a ? b + 1 : b, C = _behind.Next(_states.Length), Ends = day.AddDays(2 + Low(30)), Number = _random.Next(3, 400) };
    }

    /// <summary>Every dispatch has a town of its own, as every dispatch has something that no other has.</summary>
    private string Town()
    {
        var name = string.Concat(Enumerable.Range(0, 2 + _random.Next(2)).Select(_ => One(Syllables)));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private T One<T>(T[] items) => items[_random.Next(items.Length)];

    /// <summary>A number below the bound, small ones far more often.</summary>
    private int Low(int bound) => (int)(bound * Math.Pow(_random.NextDouble(), 2));

    private sealed class Story
    {
        internal required string Kind { get; init; }

        internal required int A { get; init; }

        internal required int B { get; init; }

        /// <summary>A third state, which is named where the report tells what is behind it all.</summary>
        internal required int C { get; init; }

        internal required DateOnly Ends { get; init; }

        internal required int Number { get; set; }

        internal string Town { get; set; } = "";

        /// <summary>What the desk that follows it told as being behind it, by what it was made of.</summary>
        internal Dictionary<int, string> Behind { get; } = [];
    }
}
