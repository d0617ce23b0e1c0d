using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>What tells whether two claims are of one happening where one of them is no act that ontologies code, and mostly has no parties to go by.</summary>
internal static class Happenings
{
    /// <summary>Names, states apart, and words that two reports of one affair turn on alike.</summary>
    private const int Affair = 6;

    /// <summary>Classes of which one affair has one at a time: the crash, the ruling, the truce that begins.</summary>
    private static readonly ImmutableHashSet<string> Single =
        ["truce", "truce-end", "outbreak-end", "effect", "win", "lose", "office", "ruling", "coup", "escape", "accident", "collision", "disaster"];

    /// <summary>What is counted on from day to day: another number is mostly a later one.</summary>
    private static readonly ImmutableHashSet<string> Rising = ["death", "killing", "injury", "flight", "captivity"];

    /// <summary>By how much a count may have grown; more is the count of something else.</summary>
    private const int Growth = 20;

    internal static bool Is(EventClaim claim) => claim.IsHappening;

    /// <summary>True where an affair has one of its class at a time.</summary>
    internal static bool IsSingle(EventClaim claim) => Is(claim) && Single.Contains(ClaimComparer.Kind(claim));

    /// <summary>'The attack', told with nothing of who did it, to whom and where: it points back to what was told before.</summary>
    internal static bool PointsBack(EventClaim claim) => claim.Frame.Name is "incident" or "captivity" or "swap" && claim.Actors.IsEmpty && claim.Recipients.IsEmpty && claim.Figures.IsEmpty;

    /// <summary>How surely a claim points back to one that its report tells before it; the nearer of two the more. 0 where it does not.</summary>
    internal static int Reference(Testimony told, Testimony claim) =>
        told.At.Report == claim.At.Report && PointsBack(claim.Claim) && !PointsBack(told.Claim) && claim.Claim.Sentence - told.Claim.Sentence is >= 1 and <= Reach and var far ? Sure - far : 0;

    /// <summary>Sentences over which a noun points back, and how surely it does to the sentence before.</summary>
    private const int Reach = 4, Sure = 12;

    /// <summary>Acts that are told as happenings where nobody is told who did them.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Acts = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        ["killing"] = ["kill"],
        ["injury"] = ["wound"],
        ["incident"] = ["attack", "fight"],
        ["damage"] = ["destroy", "attack"],
        ["captivity"] = ["arrest", "abduct"],
        ["swap"] = ["release", "exchange-prisoners"],
        ["conference"] = ["meet", "talk", "negotiate"],
        ["troop-withdrawal"] = ["retreat", "withdraw-forces"],
    }.ToImmutableDictionary();

    /// <summary>True for one frame, and for an act and the happening it is where its doer is not told.</summary>
    internal static bool AreOneAct(EventFrame one, EventFrame other) =>
        one.Name == other.Name || Acts.TryGetValue(one.Name, out var acts) && IsOf(other, acts) || Acts.TryGetValue(other.Name, out acts) && IsOf(one, acts);

    private static bool IsOf(EventFrame frame, ImmutableArray<string> acts) => acts.Contains(frame.Name) || acts.Contains(frame.Name.Split('.')[0]);

    /// <summary>True where two tellings that gainsay each other in nothing agree in enough.</summary>
    /// <param name="left">A claim.</param>
    /// <param name="right">Another of the same class.</param>
    /// <param name="words">How alike their sentences are.</param>
    /// <param name="agreed">How well parties and times agree, and what beside these both tell.</param>
    internal static bool Agree(Testimony left, Testimony right, Likeness words, (int Parties, int Time, int Topic, bool SameNumber) agreed)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (Gists.NameOtherStates(a.Gist, b.Gist, words) || CountOthers(a, b)) return false;
        var (isOneReport, isAffair) = (left.At.Report == right.At.Report, IsAffair(words));
        if (isAffair && IsSingle(a) && IsSingle(b)) return !NameOthers(a, b);
        // Killed and died, attacked and killed: what one newsroom tells by the one word and another by the other must be told alike otherwise.
        if (!AreOneAct(a.Frame, b.Frame))
            return !isOneReport && agreed.Time > 0 && (agreed.SameNumber ? agreed.Topic >= 4 : agreed.Topic >= (agreed.Parties > 1 || words.Names > 0 && isAffair ? 3 : 4));
        // One report tells of it again of the same thing or in the same words.
        if (isOneReport) return agreed.Parties > 0 || agreed.Topic > 1;
        if (!isAffair) return agreed.Topic >= 3 && words.Shared >= 4 && words.Share >= 0.4 || agreed.Parties >= 2 && agreed is { Time: > 0, Topic: >= 2 };
        return agreed.Topic >= (agreed.Time > 0 && agreed.Parties > 0 ? 1 : agreed.Time > 0 || agreed.Parties > 0 ? 3 : 4);
    }

    /// <summary>True where what a plan announces and what was done are told of one affair.</summary>
    internal static bool AreOfOneAffair(EventClaim plan, EventClaim deed)
    {
        var words = Gists.Compare(plan.Gist, deed.Gist);
        if (!IsAffair(words) || Gists.NameOthers(plan.Gist, deed.Gist, words) || Gists.NameOtherStates(plan.Gist, deed.Gist, words) || WhichOne.Parts(plan.Recipients, deed.Recipients)) return false;
        if (plan.Frame.Name == deed.Frame.Name && Single.Contains(ClaimComparer.Kind(plan))) return true;
        return words.Shared >= (Parties.Agreement(plan.Actors, deed.Actors) + Parties.Agreement(plan.Recipients, deed.Recipients) > 0 ? 1 : 3);
    }

    private static bool IsAffair(Likeness words) => words.Theme >= Affair || words.Named >= 2;

    /// <summary>'Chapo will be sworn in, Mondlane will take an oath of his own': each tells of somebody by name, and of another.</summary>
    private static bool NameOthers(EventClaim a, EventClaim b)
    {
        ImmutableArray<Participant> one = [.. a.Actors.Concat(a.Recipients).Where(Parties.IsProper)], other = [.. b.Actors.Concat(b.Recipients).Where(Parties.IsProper)];
        return !one.IsEmpty && !other.IsEmpty && Parties.Agreement(one, other) <= 0;
    }

    /// <summary>'received 27', 'received 78': another number of things is another lot of them.</summary>
    private static bool CountOthers(EventClaim a, EventClaim b)
    {
        var (meet, part) = (false, false);
        foreach (var f in a.Figures)
            foreach (var g in b.Figures)
            {
                if (CountedUnit.Of(f.Quantity) != CountedUnit.Of(g.Quantity)) continue;
                if (Ranges.Meet(f.Quantity, g.Quantity) || Rising.Contains(a.Frame.Name) && IsGrown(f.Quantity, g.Quantity)) meet = true;
                else part = true;
            }
        return part && !meet || Number(a) is { } one && Number(b) is { } other && one != other;
    }

    private static bool IsGrown(Quantity one, Quantity other) =>
        (one.Min ?? one.Max) is { } a && (other.Min ?? other.Max) is { } b && Math.Max(a, b) <= Growth * Math.Min(a, b);

    private static string? Number(EventClaim claim) => claim.Recipients is [{ Name: var name }] && char.IsAsciiDigit(name[0]) ? name.Split(' ')[0] : null;
}
