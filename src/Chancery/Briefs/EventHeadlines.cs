using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Tells an event in a line, as lists and alerts name it.</summary>
/// <param name="pack">The language it is told in.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class EventHeadlines(LanguagePack pack)
{
    private readonly Telling _telling = new(pack);

    /// <summary>Who did what to whom, a clause without a full stop; where it cannot be told so, the sentence that tells it best.</summary>
    public string Of(Event item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return EventSentences.Capital(_telling.Clause(item.Best.Claim) ?? OneLine.Of(item.Best.Sentence()));
    }
}
