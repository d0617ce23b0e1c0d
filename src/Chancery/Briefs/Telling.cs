using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Puts an act into words: who did what to whom, in the form its status asks for. The words are data: <c>languages/en/telling.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed partial class Telling
{
    private readonly Dictionary<string, Words> _words = new(StringComparer.Ordinal);
    private readonly Articles _articles;

    /// <summary>Who says something, as a sentence names them.</summary>
    internal Voices Voices { get; }

    internal Telling(LanguagePack pack)
    {
        _articles = new(pack);
        Voices = new(pack, _articles);
        foreach (var row in pack.Read("languages/en/telling.tsv", "frame", "verb", "past", "participle", "rest").Rows)
            _words[row["frame"]] = new(row["verb"], row["past"], row["participle"], row["rest"]);
    }

    /// <summary>
    /// The act as a clause without a full stop: the report's own statement, or words for its frame where the report says it in another
    /// order or denies it; null where no actor is told or the frame has no words.
    /// </summary>
    internal string? Clause(EventClaim claim)
    {
        var leans = false;
        if (Upright(claim.Statement) is { } statement && !(leans = Leans(claim, statement)) && !(IsReal(claim.Status) && Ahead.Any(w => statement.Contains(w, StringComparison.Ordinal))))
            return claim.Actors.Any(a => statement.StartsWith(a.Name + " ", StringComparison.Ordinal) && _articles.Takes(a.Name)) ? "the " + statement : statement;
        // What leans on other sentences is told in words of its own, if there are any for just this act.
        if (claim.Actors.IsEmpty || (leans ? _words.GetValueOrDefault(claim.Frame.Name) : Find(claim.Frame)) is not { } words) return null;
        var actors = Names(claim.Actors);
        var many = claim.Actors.Length > 1 || IsPlural(claim.Actors[0].Name);
        var rest = Rest(words.Tail, claim);
        var status = IsAhead(claim) ? ClaimStatus.Planned : claim.Status;
        var verb = status switch
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

    /// <summary>True where the words tell what was only meant though the claim was read as done: 'he was to meet them'.</summary>
    internal static bool IsAhead(EventClaim claim) => claim.Statement is { } said && IsReal(claim.Status) && Ahead.Any(w => said.Contains(w, StringComparison.Ordinal));

    /// <summary>What those in an act without direction did, told of the first of them: 'met Kim Jong Un on 12 July 2025'; null for other acts.</summary>
    internal string? WithOthers(EventClaim claim)
    {
        if (claim.Actors.Length < 2 || claim.Status != ClaimStatus.Occurred || Find(claim.Frame) is not { } words) return null;
        var rest = Rest(words.Tail, claim).Trim();
        return Squeeze($"{words.Past} {(rest.Length == 0 ? "" : rest + " with ")}{Names(claim.Actors.Skip(1).Select(a => a.Name))}{When(claim)}");
    }

    /// <summary>'met its leader, Kim Jong Un, in Wonsan' is 'met Kim Jong Un in Wonsan': whose leader stands in the sentence before.</summary>
    private static string? Upright(string? statement) => statement is null ? null
        : Owned().Replace(statement, m => m.Groups["name"].Value).Replace(" to on ", " to ", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:its|their|his|her) [a-z][a-z ]{2,30}, (?<name>\p{Lu}[\w’'-]*(?: \p{Lu}[\w’'-]*)*),?(?= |$)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Owned();

    /// <summary>Words that tell what was only meant, also where the claim was read as done.</summary>
    private static readonly string[] Ahead = [" was to ", " were to ", " is to ", " are to "];

    private static readonly HashSet<string> Pronouns = new(["it", "its", "they", "them", "their", "he", "him", "his", "she", "her", "this", "these", "those"], StringComparer.OrdinalIgnoreCase);

    private static bool IsReal(ClaimStatus status) => status is ClaimStatus.Occurred or ClaimStatus.Ongoing;

    /// <summary>True where a statement needs the sentences before it: a pronoun stands in it before anyone it could mean.</summary>
    private static bool Leans(EventClaim claim, string statement)
    {
        var isPerson = claim.Actors is [{ ActorId: { } id }, ..] && id.StartsWith("person/", StringComparison.Ordinal);
        var names = isPerson ? 0 : 1;
        var words = statement.Split(' ');
        var skip = claim.Actors is [{ Name: var subject }, ..] && statement.StartsWith(subject, StringComparison.Ordinal) ? subject.Split(' ').Length : 1;
        for (var i = skip; i < words.Length; i++)
        {
            var word = words[i].Trim(',', '.', ';', ':', '"', '“', '”');
            if (word.Length == 0) continue;
            if (char.IsUpper(word[0])) names++;
            // 'his' may be the person who acts; 'them' and 'it' are others.
            else if (Pronouns.Contains(word) && !(isPerson && word is "his" or "her" or "he" or "she") && names < (word is "them" or "they" or "it" ? 2 : 1)) return true;
        }
        return false;
    }

    /// <summary>'A', 'A and B', 'the A, B and C'.</summary>
    internal string Names(IEnumerable<string> names)
    {
        string[] list = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Voices.Within)];
        return list.Length < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }

    /// <summary>True for 'officials' and 'South Korean lawmakers'.</summary>
    internal bool IsPlural(string name) => Voices.IsPlural(name);

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
        // Nobody does it to himself: a state on both sides was read from one name.
        var recipients = Names(claim.Recipients.Where(r => r.ActorId?.StartsWith("state/", StringComparison.Ordinal) != true || !claim.Actors.Any(a => a.Country == r.Country || a.Name.Contains(r.Name, StringComparison.OrdinalIgnoreCase) || a.Name.Contains("U.S.", StringComparison.Ordinal) && r.Country == "USA")));
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
                told.Append(Figure(claim, tail[(tail.IndexOf(':', at) + 1)..end]) ?? tail[(tail.IndexOf(':', at) + 1)..end]);
                at = end + 1;
            }
            else
            {
                told.Append(tail[at++]);
            }
        }
        return told.ToString();
    }

    private static bool IsSame(Participant actor, Participant recipient) =>
        recipient.ActorId is { } id && id == actor.ActorId || actor.Name.Contains(recipient.Name, StringComparison.OrdinalIgnoreCase)
        || recipient.Country == "USA" && actor.Name.Contains("U.S.", StringComparison.Ordinal);

    /// <summary>The number with what it counts; a bare one counts what the act is done with.</summary>
    private static string? Figure(EventClaim claim, string things) => claim.Figures is not [{ Quantity: { } quantity }, ..] ? null
        : quantity is { Unit: null, Currency: null } ? $"{FigureWords.Of(quantity)} {things}" : FigureWords.Of(quantity);

    private static string Squeeze(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts);
    }

    private sealed record Words(string Base, string Past, string Participle, string Tail);
}
