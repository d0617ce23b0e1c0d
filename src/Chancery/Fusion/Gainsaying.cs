using System.Collections.Frozen;

namespace Chancery.Fusion;

/// <summary>Rules for two sides that tell one happening against each other, of which stories have too few to learn from.</summary>
internal static class Gainsaying
{
    /// <summary>Words of a sentence that denies and tells nothing of its own.</summary>
    private const int Bare = 3;

    /// <summary>Acts that are denied, as against demands and statements, which are turned down.</summary>
    internal static FrozenSet<string> Deniable { get; } = Traits.Classes("deniable");

    private static bool IsDeniable(EventClaim claim) => Deniable.Contains(ClaimComparer.Kind(claim)) || Happenings.Is(claim);

    /// <summary>True for 'denied it', which gainsays the claim it is about rather than being an act of its own.</summary>
    internal static bool IsDenial(EventClaim claim) => claim.Gist.Act == "deny";

    /// <summary>True where the claim's source says that its content was not so.</summary>
    internal static bool IsDenied(EventClaim claim) => claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred;

    /// <summary>True where the claim says that something was not so.</summary>
    internal static bool Denies(EventClaim claim) => IsDenied(claim) || IsDenial(claim);

    /// <summary>'Rwanda denied this': a denial without words of its own is of what its report has said up to there, and of nothing that comes after it or that others tell.</summary>
    internal static bool IsOfSomethingElse(Testimony left, Testimony right)
    {
        var (told, denial) = Denies(left.Claim) ? (right, left) : (left, right);
        return IsDenial(denial.Claim) && denial.Claim.Gist.Words.Length <= Bare && (told.At.Report != denial.At.Report || told.Claim.Sentence > denial.Claim.Sentence);
    }

    /// <summary>True where they may be told against each other, as far as can be seen without comparing words.</summary>
    internal static bool MayBe(Testimony left, Testimony right, Agreed parts) => parts is { Place: >= 0, Recipients: >= 0 } && Math.Abs(left.Days.Last - right.Days.Last) <= 2 * ClaimComparer.Slack;

    /// <summary>
    /// Two sides tell one act against each other: the one says that it was not so ('Islamabad denied that any militant had been killed'), or each lays it to the other ('Kyiv accused Moscow of blowing up the
    /// dam, Moscow said Ukrainian shells had destroyed it').
    /// </summary>
    internal static bool Is(Testimony left, Testimony right, Agreed parts, Likeness words)
    {
        var (a, b) = (left.Claim, right.Claim);
        var isOneAct = ClaimComparer.Kin(a.Frame, b.Frame) || Happenings.AreOneAct(a.Frame, b.Frame);
        var apart = left.At.Report == right.At.Report ? Math.Abs(a.Sentence - b.Sentence) : int.MaxValue;
        var own = Shared(a, b, words);
        if (IsDenied(a) != IsDenied(b))
        {
            if (parts.Actors < 0 || apart == 0 && !AreOfTwoVoices(a, b) || a.Gist.Voice is not null && Gist.IsSameVoice(a.Gist.Voice, b.Gist.Voice)) return false;
            return isOneAct ? apart <= 2 && IsDeniable(a) || own > 0 && (parts.Actors > 0 || parts.Recipients > 0) : own > 1 && parts.Actors > 0;
        }
        if (!isOneAct || !Deniable.Contains(ClaimComparer.Kind(a)) || parts.Actors >= 0 || !AreLaid(a, b) || !IsTold(a, b) && !IsTold(b, a)) return false;
        return parts.Recipients > 0 && own > 0 || own >= (apart <= 1 ? 1 : 3);

        // who tells of the one is said to have done the other
        static bool IsTold(EventClaim told, EventClaim done) => told.Gist.Voice?.Split('|') is [_, { Length: > 0 } country, _] && done.Actors.Any(actor => actor.Country == country);
    }

    /// <summary>'The army said it had hit the base, but the rebels said nothing was hit': two who are named, each with a word of his own.</summary>
    private static bool AreOfTwoVoices(EventClaim a, EventClaim b) => a.Attribution is [.., var one] && b.Attribution is [.., var other] && one != other && a.Gist.Voice is not null && b.Gist.Voice is not null;

    /// <summary>Names and words that two share beside the act itself.</summary>
    internal static int Shared(EventClaim a, EventClaim b, Likeness words) => words.Names + words.Words - (a.Frame.Name == b.Frame.Name && words.Words > 0 ? 1 : 0);

    /// <summary>True where both tell what somebody says, or accuses another of.</summary>
    internal static bool AreLaid(EventClaim a, EventClaim b)
    {
        return IsLaid(a) && IsLaid(b);

        // 'Kyiv shot down 70 drones, its air force said': who tells of his own act lays it to nobody
        static bool IsLaid(EventClaim claim) => (claim.Within is not null || !claim.Attribution.IsEmpty) && !(claim.Gist.Voice is { } voice && Parties.IsAmong(voice, claim.Actors));
    }

    /// <summary>How surely a denial is of a claim: those who deny it are said to have done it or to have had it done to them, and both tell of it in the same words.</summary>
    internal static int Denial(Testimony denial, Testimony told)
    {
        if (IsAnswer(denial, told)) return 2;
        if (!IsDeniable(told.Claim) || !Testimony.IsReal(told.Claim.Status) || Parties.Agreement(denial.Claim.Actors, told.Claim.Actors) <= 0 && Parties.Agreement(denial.Claim.Actors, told.Claim.Recipients) <= 0) return 0;
        // 'Kiev denied it': what was said of it right before.
        if (denial.At.Report == told.At.Report && told.Claim.Sentence <= denial.Claim.Sentence && denial.Claim.Sentence - told.Claim.Sentence <= 2 && Parties.Agreement(denial.Claim.Actors, told.Claim.Actors) > 0) return 3;
        // 'Kiev said the North had sent it troops. Moscow dismissed the reports': who is said to get them
        if (denial.At.Report == told.At.Report && denial.Claim.Sentence - told.Claim.Sentence is 0 or 1 && denial.Claim.Gist is { Words.Length: <= Bare, Names.Length: <= 1 } && ClaimComparer.Kind(told.Claim) is "send-troops" or "arms" && Parties.Agreement(denial.Claim.Actors, told.Claim.Recipients) > 0) return 3;
        var words = Gists.Compare(denial.Claim.Gist, told.Claim.Gist);
        if (Math.Abs(denial.Days.Last - told.Days.Last) > 2 * ClaimComparer.Slack || words.Shared < 2 || words.Share < 0.25) return 0;
        return Math.Min(ClaimComparer.Ruled, 4 + (int)words.Shared);
    }

    /// <summary>'Poland accused Belarus of it. Belarus denied it', '…, which Belarus denied': the accusation, where what it is of is not told by itself.</summary>
    private static bool IsAnswer(Testimony denial, Testimony told) =>
        ClaimComparer.Kind(told.Claim) == "blame" && denial.At.Report == told.At.Report && (denial.Claim.Sentence == told.Claim.Sentence || denial.Claim.Sentence == told.Claim.Sentence + 1 && denial.Claim.Gist.Words.Length <= Bare)
        && Parties.Agreement(denial.Claim.Actors, told.Claim.Recipients) > 0;
}
