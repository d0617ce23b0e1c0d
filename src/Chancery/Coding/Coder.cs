using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>Reads event claims off the trees: predicates → frames and roles → claims.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Coder
{
    internal Coder(LanguagePack pack)
    {
        _ = pack;
    }

    internal EventClaims Code(Report report, Document document, MentionSet mentions, Attributions attributions)
    {
        _ = (report, document, mentions, attributions);
        return new([], []);
    }
}
