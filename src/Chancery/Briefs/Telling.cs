using System.Globalization;
using System.Text;
using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Puts an act into words: who did what to whom, in the form its status asks for. The words are data: <c>languages/en/telling.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Telling
{
    private readonly Dictionary<string, Words> _words = new(StringComparer.Ordinal);
    private readonly Articles _articles;
    private readonly HashSet<string> _agents = new(StringComparer.OrdinalIgnoreCase);

    internal Telling(LanguagePack pack)
    {
        _articles = new(pack);
        foreach (var row in pack.Read("languages/en/agents.tsv", "use", "words").Rows)
            if (row["use"] == "noun") _agents.UnionWith(row.Parts("words"));
        foreach (var row in pack.Read("languages/en/telling.tsv", "frame", "verb", "past", "participle", "rest").Rows)
            _words[row["frame"]] = new(row["verb"], row["past"], row["participle"], row["rest"]);
    }

    /// <summary>
    /// The act as a clause without a full stop: the report's own statement, or words for its frame where the report says it in another
    /// order or denies it; null where no actor is told or the frame has no words.
    /// </summary>
    internal string? Clause(EventClaim claim)
    {
        if (claim.Statement is { } statement)
            return claim.Actors.Any(a => statement.StartsWith(a.Name + " ", StringComparison.Ordinal) && _articles.Takes(a.Name)) ? "the " + statement : statement;
        if (claim.Actors.IsEmpty || Find(claim.Frame) is not { } words) return null;
        var actors = Names(claim.Actors);
        var many = claim.Actors.Length > 1 || IsPlural(claim.Actors[0].Name);
        var rest = Rest(words.Tail, claim);
        var verb = claim.Status switch
        {
            ClaimStatus.Occurred => words.Past,
            ClaimStatus.Ongoing => (many ? "are " : "is ") + words.Participle,
            ClaimStatus.Planned => (many ? "are" : "is") + " to " + words.Base,
            ClaimStatus.Possible => "may " + words.Base,
            ClaimStatus.Conditional => "would " + words.Base,
            ClaimStatus.Demanded => (many ? "are" : "is") + " called on to " + words.Base,
            ClaimStatus.Denied or ClaimStatus.NotOccurred => "did not " + words.Base,
            _ => words.Past,
        };
        return Squeeze($"{actors} {verb} {rest}{When(claim)}");
    }

    /// <summary>'A', 'A and B', 'the A, B and C'.</summary>
    internal string Names(IEnumerable<string> names)
    {
        string[] list = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Within)];
        return list.Length < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }

    /// <summary>True for 'officials' and 'South Korean lawmakers': a word for those who act, in the plural.</summary>
    internal bool IsPlural(string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return last.EndsWith('s') && (_agents.Contains(last[..^1]) || last.EndsWith("ies", StringComparison.Ordinal) && _agents.Contains(last[..^3] + "y"));
    }

    /// <summary>'Experts' at the head of its sentence is 'experts' within one.</summary>
    private string Within(string name) => !name.Contains(' ', StringComparison.Ordinal) && IsPlural(name) ? char.ToLowerInvariant(name[0]) + name[1..] : _articles.With(name);

    private string Names(IEnumerable<Participant> participants) => Names(participants.Select(p => p.Name));

    /// <summary>A day as people write it: '21 March 2025'.</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private Words? Find(EventFrame frame) => _words.GetValueOrDefault(frame.Name) ?? (frame.Parent is { } parent ? _words.GetValueOrDefault(parent) : null);

    private static string When(EventClaim claim) => claim.Time switch
    {
        { Basis: TimeBasis.Explicit, From: { } from, To: { } to } when from == to => " on " + Day(from),
        { Basis: TimeBasis.Explicit, From: { } from, To: { } to } when from is { Month: 1, Day: 1 } && to == from.AddYears(1).AddDays(-1) => string.Create(CultureInfo.InvariantCulture, $" in {from.Year}"),
        { Basis: TimeBasis.Explicit, From: { } from, To: { } to } when from.Day == 1 && to == from.AddMonths(1).AddDays(-1) => " in " + from.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        { Basis: TimeBasis.Explicit, From: { } from, To: { } to } => $" between {Day(from)} and {Day(to)}",
        _ => "",
    };

    /// <summary>Fills <c>{recipient}</c> and <c>{figures:…}</c>; drops bracketed parts that nobody is named in.</summary>
    private string Rest(string tail, EventClaim claim)
    {
        var recipients = Names(claim.Recipients);
        var told = new StringBuilder();
        for (var at = 0; at < tail.Length;)
        {
            if (tail[at] == '[')
            {
                var end = tail.IndexOf(']', at);
                var part = tail[(at + 1)..end];
                if (recipients.Length > 0 && part.Contains("{recipient}", StringComparison.Ordinal)) told.Append(part.Replace("{recipient}", recipients, StringComparison.Ordinal));
                at = end + 1;
            }
            else if (tail[at] == '{')
            {
                var end = tail.IndexOf('}', at);
                told.Append(Figure(claim) ?? tail[(tail.IndexOf(':', at) + 1)..end]);
                at = end + 1;
            }
            else
            {
                told.Append(tail[at++]);
            }
        }
        return told.ToString();
    }

    private static string? Figure(EventClaim claim) => claim.Figures is [{ Quantity: { } quantity }, ..] ? FigureWords.Of(quantity) : null;

    private static string Squeeze(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts);
    }

    private sealed record Words(string Base, string Past, string Participle, string Tail);
}
