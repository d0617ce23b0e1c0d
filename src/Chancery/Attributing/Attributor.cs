using Chancery.Linguistics;

namespace Chancery.Attributing;

/// <summary>Finds who says what, and how far each source commits to each predicate.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Attributor
{
    internal Attributor(LanguagePack pack)
    {
        _ = pack;
    }

    internal Attributions Attribute(Report report, Document document, MentionSet mentions)
    {
        _ = (report, document, mentions);
        return new([], [], []);
    }
}
