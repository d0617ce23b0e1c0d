using Chancery.Fusion.Coreference;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>Puts mentions of events in chains, within reports and across them: those of one story that name the same happening.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class EventCorefer
{
    private readonly HappeningWords _words;

    /// <summary>Reads the words of happenings.</summary>
    /// <exception cref="Linguistics.Packs.PackException">The pack has faults; all of them are listed.</exception>
    public EventCorefer(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _words = new(pack);
    }

    /// <summary>For every document and every one of its mentions the number of a chain; mentions of one happening share it.</summary>
    /// <param name="documents">The reports, all one corpus.</param>
    /// <param name="mentions">For every document its mentions, in UTF-16 units.</param>
    public IReadOnlyList<int[]> Chain(IReadOnlyList<Document> documents, IReadOnlyList<IReadOnlyList<TextSpan>> mentions)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(mentions);
        var stories = StoryFinder.Find(documents);
        var chains = new Dictionary<(int Story, string Kind), int>();
        var next = 0;
        var numbers = new int[documents.Count][];
        for (var d = 0; d < documents.Count; d++)
        {
            numbers[d] = new int[mentions[d].Count];
            for (var m = 0; m < numbers[d].Length; m++)
            {
                var kind = _words.Kind(documents[d], mentions[d][m]);
                if (kind is null) numbers[d][m] = next++;
                else if (!chains.TryGetValue((stories[d], kind), out numbers[d][m])) chains[(stories[d], kind)] = numbers[d][m] = next++;
            }
        }
        return numbers;
    }
}
