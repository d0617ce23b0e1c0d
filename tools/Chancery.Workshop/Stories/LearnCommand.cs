using System.CommandLine;
using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary>A command that learns weights from stories and writes them as tables of the library.</summary>
internal static class LearnCommand
{
    /// <summary>In how many groups stories are left out in turn where to learn without each of them would take long.</summary>
    internal const int Groups = 12;

    /// <summary>How much a pair of two stories counts, of which there are many.</summary>
    internal const double OfTwoStories = 0.5;

    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="learn">Learns from the stories and writes its tables into a folder.</param>
    internal static Command Create(string name, string description, Action<List<Story>, string> learn)
    {
        var folder = new Option<string>("--stories") { DefaultValueFactory = _ => "eval/stories/seen" };
        var without = new Option<string[]>("--without") { Description = "Numbers of stories to leave out.", AllowMultipleArgumentsPerToken = true };
        var into = new Option<string>("--into") { Description = "Folder for the tables.", DefaultValueFactory = _ => "src/Chancery/Fusion" };
        var command = new Command(name, description) { folder, without, into };
        command.SetAction(async (p, _) => learn(await Read(p.GetValue(folder)!, p.GetValue(without) ?? []), p.GetValue(into)!));
        return command;
    }

    /// <summary>The score on stories that are left out in turn, and how that was done.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="groups">In how many groups they are left out.</param>
    /// <param name="learn">Learns from the stories whose places it is told to.</param>
    internal static (StoryScore Score, string Card) LeaveOut(IReadOnlyList<Story> stories, int groups, Func<Func<int, bool>, FusionWeights> learn)
    {
        var left = new FusionWeights[groups];
        Parallel.For(0, groups, group => left[group] = learn(story => story % groups != group));
        return (StoryScore.Of(stories, story => left[story % groups]), FormattableString.Invariant($"{stories.Count} stories, {(groups == stories.Count ? "each left out" : $"left out in {groups} groups")} in turn"));
    }

    private static async Task<List<Story>> Read(string folder, string[] without)
    {
        var reader = new ReportReader(EnglishPack.Instance);
        var stories = new List<Story>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
            if (!without.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal))) stories.Add(await Story.Read(path, reader));
        return stories;
    }
}
