using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Mentions.Times;

/// <summary>Finds time expressions and resolves them against the report's date (TIMEX3).</summary>
internal sealed class TimeFinder
{
    internal TimeFinder(LanguagePack pack) => _ = pack;

    internal ImmutableArray<TimeMention> Find(Report report, Document document, ICollection<Notice> notices) => [];
}
