using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>What tells whether two claims are of one happening where one of them is no act that ontologies code, and mostly has no parties to go by.</summary>
internal static class Happenings
{
    /// <summary>Names, states apart, and words that two reports of one affair turn on alike.</summary>
    private const int Affair = 6;

    /// <summary>Classes of which one affair has one at a time: the crash, the ruling, the truce that begins.</summary>
    private static readonly FrozenSet<string> Single = Traits.Classes("single");

    /// <summary>What is counted on from day to day: another number is mostly a later one.</summary>
    private static readonly FrozenSet<string> Mounting = Traits.Frames("mounting");

    internal static bool Is(EventClaim claim) => claim.IsHappening;

    /// <summary>True where an affair has one of its class at a time.</summary>
    internal static bool IsSingle(EventClaim claim) => Is(claim) && Single.Contains(ClaimComparer.Kind(claim));

    /// <summary>What a bare noun points back to.</summary>
    private static readonly FrozenSet<string> Back = Traits.Happenings("back");

    /// <summary>'The attack', told with nothing of who did it, to whom and where: it points back to what was told before.</summary>
    internal static bool PointsBack(EventClaim claim) => Back.Contains(claim.Frame.Name) && claim.Actors.IsEmpty && claim.Recipients.IsEmpty && claim.Figures.IsEmpty;

    /// <summary>Sentences over which a noun points back.</summary>
    private const int Reach = 4;

    /// <summary>How many sentences before a claim that points back its report tells another; 0 where it does not, or too far before.</summary>
    internal static int Reference(Testimony told, Testimony claim) =>
        told.At.Report == claim.At.Report && PointsBack(claim.Claim) && !PointsBack(told.Claim) && claim.Claim.Sentence - told.Claim.Sentence is >= 1 and <= Reach and var back ? back : 0;

    /// <summary>Acts that are told as happenings where nobody is told who did them.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Acts = LanguagePack.FromAssembly(typeof(Happenings).Assembly).Read("told-as.tsv", "happening", "acts", "traits", "example").Rows
        .ToFrozenDictionary(row => row["happening"], row => row.Parts("acts").ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>True for one frame, and for an act and the happening it is where its doer is not told.</summary>
    internal static bool AreOneAct(EventFrame one, EventFrame other) =>
        one.Name == other.Name || Acts.TryGetValue(one.Name, out var acts) && IsOf(other, acts) || Acts.TryGetValue(other.Name, out acts) && IsOf(one, acts);

    private static bool IsOf(EventFrame frame, ImmutableArray<string> acts) => acts.Contains(frame.Name) || acts.Contains(frame.Name.Split('.')[0]);

    /// <summary>True where two reports tell what an affair has one of: the crash.</summary>
    internal static bool MayBeTheOne(Testimony left, Testimony right) =>
        left.At.Report != right.At.Report && IsSingle(left.Claim) && IsSingle(right.Claim) && ClaimComparer.Kind(left.Claim) == ClaimComparer.Kind(right.Claim);

    /// <summary>True where what an affair has one of is told of one affair, whatever words tell it.</summary>
    internal static bool AreTheOne(EventClaim a, EventClaim b, Likeness words) =>
        IsAffair(words) && !Gists.NameOthers(a.Gist, b.Gist, words) && !Gists.NameOtherStates(a.Gist, b.Gist, words) && !NameOthers(a, b);

    /// <summary>'Chapo will be sworn in, Mondlane will take an oath of his own': each tells of somebody by name, and of another.</summary>
    private static bool NameOthers(EventClaim a, EventClaim b)
    {
        ImmutableArray<Participant> one = [.. a.Actors.Concat(a.Recipients).Where(Parties.IsProper)], other = [.. b.Actors.Concat(b.Recipients).Where(Parties.IsProper)];
        return !one.IsEmpty && !other.IsEmpty && Parties.Agreement(one, other) <= 0;
    }

    /// <summary>'received 27', 'received 78': another number of things is another lot of them.</summary>
    internal static bool CountOthers(EventClaim a, EventClaim b) => Is(a) && Is(b) && !Mounting.Contains(a.Frame.Name) && ClaimComparer.NumbersGainsay(a, b);

    /// <summary>True where what a plan announces and what was done are told of one affair.</summary>
    internal static bool AreOfOneAffair(Testimony announced, Testimony done)
    {
        var (plan, deed) = (announced.Claim, done.Claim);
        var words = Gists.Compare(plan.Gist, deed.Gist);
        if (!IsAffair(words) || Gists.NameOthers(plan.Gist, deed.Gist, words) || Gists.NameOtherStates(plan.Gist, deed.Gist, words) || WhichOne.Parts(announced.Which, done.Which)) return false;
        if (plan.Frame.Name == deed.Frame.Name && Single.Contains(ClaimComparer.Kind(plan))) return true;
        return words.Shared >= (Parties.Agreement(plan.Actors, deed.Actors) + Parties.Agreement(plan.Recipients, deed.Recipients) > 0 ? 1 : 3);
    }

    private static bool IsAffair(Likeness words) => words.Theme >= Affair || words.Named >= 2;
}
