using System.Text;
using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Puts an act into words: who did what to whom, in the form its status asks for. The words are data: <c>languages/en/telling.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Telling
{
    private readonly Dictionary<string, Words> _words = new(StringComparer.Ordinal);
    private readonly OwnWords _own;
    private readonly HashSet<string> _ofOthers = new(StringComparer.Ordinal);

    /// <summary>Who says something, as a sentence names them.</summary>
    internal Voices Voices { get; }

    internal Telling(LanguagePack pack)
    {
        var articles = new Articles(pack);
        Voices = new(pack, articles);
        var pasts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in pack.Read("languages/en/telling.tsv", "frame", "verb", "past", "participle", "rest").Rows)
        {
            _words[row["frame"]] = new(row["verb"], row["past"], row["participle"], row["rest"]);
            pasts.TryAdd(Third(row["verb"]), row["past"]);
        }
        _own = new(articles, Voices, pasts);
        foreach (var row in pack.Read("frames/embedding.tsv", "outer", "inner", "frame", "example").Rows) _ofOthers.Add(row["outer"]);
    }

    /// <summary>True for an act that is words about another act: a pledge, a demand, a threat, a refusal. Such acts are data: the outer ones of <c>frames/embedding.tsv</c>, and what descends from them.</summary>
    internal bool IsOfAnotherAct(EventFrame frame) => _ofOthers.Contains(Root(frame.Name)) || frame.Parent is { } parent && _ofOthers.Contains(Root(parent));

    private static string Root(string frame) => frame.Split('.')[0];

    /// <summary>
    /// The act as a clause without a full stop: the report's own statement, or words for its frame where the report says it in another
    /// order or denies it; null where no actor is told or the frame has no words.
    /// </summary>
    internal string? Clause(EventClaim claim) => Own(claim) ?? Framed(claim);

    /// <summary>The clause, where it tells enough to be told alone: who did what to whom or how many, and nothing that only its report makes plain.</summary>
    internal string? Alone(EventClaim claim)
    {
        if (Own(claim) is { } own) return own;
        // Who leaves open whether it was so would be told to have said that it may be.
        if (claim.IsPast) return null;
        // What leans on other sentences would be told with parties that are only guessed.
        if (claim.Statement is not null && !IsAhead(claim) || claim.Actors.Concat(claim.Recipients).Any(p => !Voices.IsNamed(p.Name)) || Find(claim.Frame) is not { } words) return null;
        var isFull = !words.Tail.Contains('[', StringComparison.Ordinal) || claim.Figures.Length > 0 && words.Tail.Contains('{', StringComparison.Ordinal) && words.Tail.Contains(':', StringComparison.Ordinal)
            || (claim.Frame.Reciprocal ? claim.Actors.Length > 1 : Others(claim).Any());
        return isFull ? Framed(claim) : null;
    }

    /// <summary>True where the report's own words tell it.</summary>
    internal bool IsOwn(EventClaim claim) => Own(claim) is not null;

    private string? Own(EventClaim claim) => IsAhead(claim) || claim.Status is ClaimStatus.Denied ? null : _own.Of(claim);

    private string? Framed(EventClaim claim)
    {
        if (claim.Actors.IsEmpty || Find(claim.Frame) is not { } words) return null;
        var many = claim.Actors.Length > 1 || IsPlural(claim.Actors[0].Name);
        var status = IsAhead(claim) ? ClaimStatus.Planned : claim.Status;
        var verb = status switch
        {
            ClaimStatus.Occurred => words.Past,
            ClaimStatus.Ongoing => (many ? "are " : "is ") + words.Participle,
            ClaimStatus.Planned => (many ? "are" : "is") + " to " + words.Base,
            ClaimStatus.Possible when claim.IsPast => "possibly " + words.Past,
            ClaimStatus.Possible => "may " + words.Base,
            ClaimStatus.Conditional => "would " + words.Base,
            ClaimStatus.Demanded => (many ? "are" : "is") + " called on to " + words.Base,
            ClaimStatus.Denied or ClaimStatus.NotOccurred => "did not " + words.Base,
            _ => words.Past,
        };
        return Squeeze($"{Names(claim.Actors)} {verb} {Rest(words.Tail, claim)}{When(claim)}");
    }

    /// <summary>True where the words tell what was only meant though the claim was read as done: 'he was to meet them'.</summary>
    internal static bool IsAhead(EventClaim claim) => claim.Statement is { } said && IsReal(claim.Status) && Ahead.Any(w => said.Contains(w, StringComparison.Ordinal));

    /// <summary>What those in an act without direction did, told of the first of them: 'met Kim Jong Un on 12 July 2025'; null for other acts.</summary>
    internal string? WithOthers(EventClaim claim)
    {
        if (claim.Actors.Length < 2 || claim.Status != ClaimStatus.Occurred || Own(claim) is not null || IsAhead(claim) || Find(claim.Frame) is not { } words) return null;
        var rest = Rest(words.Tail, claim).Trim();
        return Squeeze($"{words.Past} {(rest.Length == 0 ? "" : rest + " with ")}{Names(claim.Actors.Skip(1).Select(a => a.Name))}{When(claim)}");
    }

    /// <summary>Words that tell what was only meant, also where the claim was read as done.</summary>
    private static readonly string[] Ahead = [" was to ", " were to ", " is to ", " are to "];

    private static bool IsReal(ClaimStatus status) => status is ClaimStatus.Occurred or ClaimStatus.Ongoing;

    private static string Third(string verb) => verb switch
    {
        [.., 's' or 'x' or 'z'] or [.., 's' or 'c', 'h'] => verb + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => verb[..^1] + "ies",
        _ => verb + "s",
    };

    /// <summary>'A', 'A and B', 'the A, B and C'.</summary>
    internal string Names(IEnumerable<string> names)
    {
        string[] list = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Voices.Within)];
        return list.Length < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }

    /// <summary>True for 'officials' and 'South Korean lawmakers'.</summary>
    internal bool IsPlural(string name) => Voices.IsPlural(name);

    private string Names(IEnumerable<Participant> participants) => Names(participants.Select(p => p.Name));

    private Words? Find(EventFrame frame) => _words.GetValueOrDefault(frame.Name) ?? (frame.Parent is { } parent ? _words.GetValueOrDefault(parent) : null);

    /// <summary>What lies ahead and has only a last day is to come about by then.</summary>
    private static string When(EventClaim claim) => claim.Time is not { Basis: TimeBasis.Explicit } time ? ""
        : time is { From: null, To: { } due } && (Expectation.IsExpected(claim.Status) || IsAhead(claim)) ? " by " + Days.Of(due) : Days.Within(time.From, time.To);

    /// <summary>To whom it was done: nobody does it to himself, so that a state on both sides was read from one name.</summary>
    private static IEnumerable<Participant> Others(EventClaim claim) => claim.Recipients.Where(r => r.ActorId?.StartsWith("state/", StringComparison.Ordinal) != true
        || !claim.Actors.Any(a => a.Country == r.Country || a.Name.Contains(r.Name, StringComparison.OrdinalIgnoreCase) || a.Name.Contains("U.S.", StringComparison.Ordinal) && r.Country == "USA"));

    /// <summary>Fills <c>{recipient}</c> and <c>{figures:…}</c>; drops bracketed parts that nobody is named in.</summary>
    private string Rest(string tail, EventClaim claim)
    {
        var recipients = Names(Others(claim));
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
