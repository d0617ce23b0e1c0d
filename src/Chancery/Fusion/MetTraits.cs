using System.Runtime.CompilerServices;
using static Chancery.Fusion.ClaimTraits;

namespace Chancery.Fusion;

/// <summary>
/// What tells whether a deed is what a plan, a prediction or a demand was of: traits of the two, each of which takes one of a few values. What each value weighs is learned (<c>met.tsv</c>).
/// </summary>
/// <remarks>Those that ask what the two sentences have in common come last: they take longest.</remarks>
internal static class MetTraits
{
    /// <summary>Odds, as their logarithm, from which a deed is what was planned: who is told that a plan was carried out is misled by it more than who finds it open.</summary>
    internal const double Enough = 0.6;

    /// <summary>Days after which a deed is hardly still what was planned for a day.</summary>
    private const int Late = 14;

    /// <summary>The traits.</summary>
    internal static TraitSet Set { get; } = new(
        ("act", TraitSet.Values<Act>()), ("sort", TraitSet.Values<Sort>()), ("actors", TraitSet.Values<Sides>()), ("recipients", TraitSet.Values<Sides>()), ("parties", TraitSet.Values<Degree>()),
        ("place", TraitSet.Values<Where>()), ("when", TraitSet.Values<When>()), ("ahead", TraitSet.Values<Ahead>()), ("nouns", TraitSet.Values<Flag>()), ("within another", TraitSet.Values<Flag>()),
        ("by rule", TraitSet.Values<YesNo>()), ("alike", TraitSet.Values<Alike>()), ("named themes", TraitSet.Values<Degree>()),
        ("others", TraitSet.Values<YesNo>()));

    /// <summary>How surely the two would tell of one happening, were both plans or both deeds: of those far more is learned.</summary>
    private enum Alike { Hardly, Little, Rather, Surely }

    /// <summary>When the deed was done: on a day it was planned for, before that, or so long after; where a plan names no day, before it was told or so long after.</summary>
    private enum When { OnDay, Early, Soon, Late, TooLate, Before, WithinWeek, WithinMonth, After }

    /// <summary>In what way what lies ahead is told.</summary>
    private enum Ahead { Planned, Possible, Demanded, Conditional }

    /// <summary>True for a deed and a plan of its kind that was told before it, unless the two are told to be two, name others or another town, or count what cannot be one.</summary>
    internal static bool MayBeMet(Testimony plan, Testimony deed)
    {
        var (a, b) = (plan.Claim, deed.Claim);
        return !Gainsaying.Denies(b) && ClaimComparer.Kind(a) == ClaimComparer.Kind(b) && Fulfilment.Precedes(plan, deed)
            && !WhichOne.Parts(plan.Which, deed.Which) && !Parties.NameOthers(a.Actors, b.Actors) && !Parties.NameOthers(a.Recipients, b.Recipients) && ClaimComparer.PlaceAgreement(a, b) >= 0 && !ClaimComparer.NumbersGainsay(a, b);
    }

    /// <summary>The logarithm of the odds that a deed is what was planned; below all others where they are not asked for.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="deed">A deed that may be it.</param>
    /// <param name="weights">What the values of traits weigh.</param>
    internal static double Odds(Testimony plan, Testimony deed, FusionWeights weights)
    {
        Span<int> numbers = stackalloc int[Set.Count];
        var found = new TraitFinding(Set, numbers);
        var parts = Agreed.Of(plan.Claim, deed.Claim);
        FindQuick(plan, deed, parts, ref found);
        if (weights.Met.AtMost(numbers[..found.Count], isWithin: false) <= Enough) return double.NegativeInfinity;
        found.Put(Fulfilment.Is(plan, deed) ? 1 : 0);
        if (weights.Met.AtMost(numbers[..found.Count], isWithin: false) <= Enough) return double.NegativeInfinity;
        var like = Gists.Compare(plan.Claim.Gist, deed.Claim.Gist);
        var others = NameOthers(plan, deed, like);
        if (others && like.Named == 0) return double.NegativeInfinity;
        FindRest(plan, deed, parts, like, others, weights.Joins, ref found);
        return weights.Met.Odds(numbers, isWithin: false);
    }

    /// <summary>Numbers of the values that a plan and a deed that may be it have, one for each trait; null where their odds are not asked for.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="deed">A deed that may be it.</param>
    /// <param name="joins">What tells that two claims tell of one happening.</param>
    internal static int[]? Find(Testimony plan, Testimony deed, TraitWeights joins)
    {
        var like = Gists.Compare(plan.Claim.Gist, deed.Claim.Gist);
        var others = NameOthers(plan, deed, like);
        if (others && like.Named == 0) return null;
        var numbers = new int[Set.Count];
        var found = new TraitFinding(Set, numbers);
        var parts = Agreed.Of(plan.Claim, deed.Claim);
        FindQuick(plan, deed, parts, ref found);
        found.Put(Fulfilment.Is(plan, deed) ? 1 : 0);
        FindRest(plan, deed, parts, like, others, joins, ref found);
        return numbers;
    }

    /// <summary>True where their sentences name others. Where their reports turn on no common name either, nobody's story is another's, however much alike the two are told.</summary>
    private static bool NameOthers(Testimony plan, Testimony deed, Likeness like) => Gists.NameOthers(plan.Claim.Gist, deed.Claim.Gist, like) || Gists.NameOtherStates(plan.Claim.Gist, deed.Claim.Gist, like);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindQuick(Testimony plan, Testimony deed, Agreed parts, ref TraitFinding found)
    {
        var (a, b) = (plan.Claim, deed.Claim);
        found.Put((int)Acts(plan, deed));
        found.Put((int)Sorts(a, b));
        found.Put((int)Side(a.Actors.Length, b.Actors.Length, parts.Actors));
        found.Put((int)Side(a.Recipients.Length, b.Recipients.Length, parts.Recipients));
        found.Put((int)Much(Math.Max(0, parts.Actors) + Math.Max(0, parts.Recipients)));
        found.Put((int)Places(a, b, parts.Place));
        found.Put((int)Whens(plan, deed));
        found.Put((int)Aheads(a.Status));
        found.Put((int)Both(plan.IsNoun, deed.IsNoun));
        found.Put((int)Both(a.Within is not null, b.Within is not null));
    }

    private static void FindRest(Testimony plan, Testimony deed, Agreed parts, Likeness like, bool others, TraitWeights joins, ref TraitFinding found)
    {
        Span<int> numbers = stackalloc int[ClaimTraits.Set.Count];
        var told = new TraitFinding(ClaimTraits.Set, numbers);
        ClaimTraits.FindQuick(plan, deed, parts, ref told);
        ClaimTraits.FindRest(plan, deed, like, ref told);
        found.Put((int)(joins.Odds(numbers, isWithin: false) switch { < -2 => Alike.Hardly, < -0.5 => Alike.Little, < 0.5 => Alike.Rather, _ => Alike.Surely }));
        found.Put((int)Much(like.Named));
        found.Put(others ? 1 : 0);
    }

    private static When Whens(Testimony plan, Testimony deed)
    {
        var (announced, told) = (plan.Published!.Value, deed.Published!.Value);
        var done = deed.Claim.Time is { Basis: TimeBasis.Explicit } time ? time : null;
        if (plan.Claim.Time is not { Basis: TimeBasis.Explicit } due)
            return done?.To < announced ? When.Before : (told.DayNumber - announced.DayNumber) switch { <= 7 => When.WithinWeek, <= ClaimComparer.Memory => When.WithinMonth, _ => When.After };
        if ((done?.To ?? done?.From ?? told) < due.From) return When.Early;
        return due.To is not { } last || (done?.From ?? done?.To ?? told) is var day && day <= last ? When.OnDay : (day.DayNumber - last.DayNumber) switch { <= Fulfilment.Delay => When.Soon, <= Late => When.Late, _ => When.TooLate };
    }

    private static Ahead Aheads(ClaimStatus status) => status switch
    {
        ClaimStatus.Planned => Ahead.Planned,
        ClaimStatus.Possible => Ahead.Possible,
        ClaimStatus.Demanded => Ahead.Demanded,
        _ => Ahead.Conditional,
    };
}
