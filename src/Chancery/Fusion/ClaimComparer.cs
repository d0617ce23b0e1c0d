using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Decides whether two claims tell of one happening: by what traits of the two weigh, and by rules where no telling is likelier.</summary>
internal static class ClaimComparer
{
    /// <summary>Days that two tellings of one happening may lie apart where neither names the day.</summary>
    internal const int Slack = 3;

    /// <summary>Days after which a claim without a time of its own is no longer the same news.</summary>
    internal const int Memory = 30;

    /// <summary>Odds, as their logarithm, at which two claims are of one happening. A wrong pair costs more than a missing one: what hangs on either stands in one event with it.</summary>
    internal const double Enough = 0.35;

    /// <summary>The same for a denial and what it is of: who misses that what is told is denied is worse off than who sees a denial beside what it is not of.</summary>
    private const double EnoughDenied = -0.3;

    /// <summary>Share of a sentence that another must tell too for the two to be one sentence in other words.</summary>
    private const double Retold = 0.6;

    /// <summary>Steps of agreement to one of the logarithm of odds.</summary>
    private const int Fineness = 100;

    /// <summary>Agreement of one sentence told by two reports: more than odds mostly come to.</summary>
    private const int Sure = 5 * Fineness;

    /// <summary>The most that two agree by rule, where odds are not enough: less than by any that are, so that a rule never takes the place of a likelier telling.</summary>
    internal const int Ruled = 20;

    private const int ToldAgainst = 2, TheOne = 1;

    /// <summary>Acts of which a war or a quarrel has many a day: who and whom do not tell one from the other.</summary>
    private static readonly FrozenSet<string> Recurring = Traits.Classes("recurring");

    /// <summary>Kinds of act that one happening is told as.</summary>
    private static readonly FrozenSet<string> Blows = Traits.Classes("blow");

    /// <summary>Acts whose finer sorts say what they are about.</summary>
    private static readonly FrozenSet<string> About = Traits.Frames("about");

    /// <summary>The class of acts that newsrooms tell for each other.</summary>
    internal static string Kind(EventClaim claim) => claim.Gist.Act ?? claim.Frame.Parent ?? claim.Frame.Name;

    /// <summary>How surely the later of two claims tells of the same happening as the earlier; 0 where it rather does not, or cannot.</summary>
    /// <param name="left">The earlier telling.</param>
    /// <param name="right">The later one.</param>
    /// <param name="weights">What traits of the two weigh.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Agreement(Testimony left, Testimony right, FusionWeights weights)
    {
        var (a, b) = (left.Claim, right.Claim);
        var isDenial = Gainsaying.Denies(a) != Gainsaying.Denies(b);
        if (!(isDenial ? MayBeDenied(left, right) : AreLike(left, right))) return 0;
        var parts = Agreed.Of(a, b);
        var isAgainst = isDenial || AreLaidToOthers(left, right, parts);
        var enough = isDenial ? EnoughDenied : Enough;
        Likeness? compared = null;
        // to ask whether the two are told to be two takes longer than to see that they are rather not one
        return Found() is > 0 and var agreement && (isDenial || !AreTwo(left, right)) ? agreement : 0;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        int Found()
        {
            if (MayBeRetold(left, right) && IsRetold(a, b, parts, Words())) return Sure;
            if (parts.AreOther && !isAgainst || isAgainst && !HaveInCommon()) return 0;
            if (Odds() is var odds && odds > enough) return (int)(Fineness * (odds - enough)) + Ruled + 1;
            if (isAgainst) return Rule();
            return Happenings.MayBeTheOne(left, right) && Happenings.AreTheOne(a, b, Words()) ? TheOne : 0;
        }

        // 'denied that it had been asked': of what was told before nothing is asked for; 'hit a school', 'hit a hospital': beside the act they have nothing in common
        bool HaveInCommon() => isDenial && (AreOfOneKind(a, b) || Gainsaying.IsDenial(a) || Gainsaying.IsDenial(b)) || Gainsaying.Shared(a, b, Words()) > 0;

        int Rule()
        {
            if (Gainsaying.IsDenial(a) != Gainsaying.IsDenial(b)) return Gainsaying.IsDenial(a) ? Gainsaying.Denial(left, right) : Gainsaying.Denial(right, left);
            return AreLike(left, right) && Gainsaying.MayBe(left, right, parts) && Gainsaying.Is(left, right, parts, Words()) ? ToldAgainst : 0;
        }

        // it takes longest
        Likeness Words() => compared ??= Gists.Compare(a.Gist, b.Gist);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        double Odds()
        {
            var (traits, learned) = isAgainst ? (GainsaidTraits.Set, weights.Gainsaid) : (ClaimTraits.Set, weights.Joins);
            Span<int> numbers = stackalloc int[traits.Count];
            var found = new TraitFinding(traits, numbers);
            var isWithin = left.At.Report == right.At.Report;
            var (told, against) = isAgainst ? GainsaidTraits.InOrder(left, right) : (left, right);
            if (isAgainst) GainsaidTraits.FindQuick(told, against, parts, ref found);
            else ClaimTraits.FindQuick(left, right, parts, ref found);
            if (learned.AtMost(numbers[..found.Count], isWithin) <= enough) return double.NegativeInfinity;
            // nobody's story is another's, however much alike the two are told, nor is another's in other numbers
            if (!isAgainst && !isWithin && Gists.NameOthers(a.Gist, b.Gist, Words()) && (Words().Named == 0 || NumbersGainsay(a, b))) return double.NegativeInfinity;
            if (isAgainst) GainsaidTraits.FindRest(told, against, Words(), ref found);
            else ClaimTraits.FindRest(left, right, Words(), ref found);
            return learned.Odds(numbers, isWithin);
        }
    }

    private static bool MayBeRetold(Testimony left, Testimony right) =>
        left.Claim.Frame.Name == right.Claim.Frame.Name && left.At.Report != right.At.Report && Math.Abs(left.Days.Last - right.Days.Last) <= Slack;

    /// <summary>One sentence told by two reports, as it stood or in other words: the same act, and most of what the one names and says, the other does. A rewrite may have put in other parties.</summary>
    private static bool IsRetold(EventClaim a, EventClaim b, Agreed parts, Likeness words)
    {
        if (a.Gist.Names.SequenceEqual(b.Gist.Names) && a.Gist.Words.SequenceEqual(b.Gist.Words)) return !parts.AreOther;
        return words is { Share: >= Retold, Shared: >= 4 } && !Gists.NameOthers(a.Gist, b.Gist, words) && !Gists.NameOtherStates(a.Gist, b.Gist, words) && !NumbersGainsay(a, b);
    }

    /// <summary>True where both count the same and their numbers cannot be one.</summary>
    internal static bool NumbersGainsay(EventClaim a, EventClaim b)
    {
        foreach (var f in a.Figures)
            foreach (var g in b.Figures)
                if (CountedUnit.Of(f.Quantity) == CountedUnit.Of(g.Quantity) && !Ranges.Meet(f.Quantity, g.Quantity)) return true;
        return false;
    }

    /// <summary>For two claims whose odds are asked for, whether they may tell one happening against each other rather than alike; null for others.</summary>
    internal static bool? AreAgainst(Testimony left, Testimony right)
    {
        if (Gainsaying.Denies(left.Claim) != Gainsaying.Denies(right.Claim)) return MayBeDenied(left, right) ? true : null;
        if (!AreLike(left, right) || AreTwo(left, right)) return null;
        var parts = Agreed.Of(left.Claim, right.Claim);
        return AreLaidToOthers(left, right, parts) ? true : parts.AreOther ? null : false;
    }

    /// <summary>True where others are said to have done it, to the same and there.</summary>
    private static bool AreLaidToOthers(Testimony left, Testimony right, Agreed parts) => parts is { Actors: < 0, Recipients: >= 0, Place: >= 0 } && Gainsaying.AreLaid(left.Claim, right.Claim);

    /// <summary>True where what the one denies may be what the other tells.</summary>
    private static bool MayBeDenied(Testimony left, Testimony right) =>
        Testimony.IsReal(left.Claim.Status) && Testimony.IsReal(right.Claim.Status) && (left.At.Report == right.At.Report || Math.Abs(left.Days.Last - right.Days.Last) <= Memory) && !Gainsaying.IsOfSomethingElse(left, right);

    /// <summary>True where both happened or neither has yet, of one kind, on days that do not part them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AreLike(Testimony left, Testimony right)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (Testimony.IsReal(a.Status) != Testimony.IsReal(b.Status) || !AreOfOneKind(a, b)) return false;
        // What was done on Wednesday is told on Thursday, and the day of telling taken for that of the deed.
        var apart = Math.Abs(left.Days.Last - right.Days.Last);
        return IsDated(a) && IsDated(b) ? apart <= 1 || AreDaysShared(a, b) : apart <= (IsAnyones(a) && IsAnyones(b) ? Slack : Memory);
    }

    /// <summary>True where the sentence names nobody, nowhere and no number: told again after days it is mostly something new.</summary>
    private static bool IsAnyones(EventClaim claim) => !claim.Gist.Marks.IsNaming && !claim.Gist.Marks.NamesCountry && claim.Place is null && claim.Figures.IsEmpty;

    /// <summary>True where the two are told to be two: the first and the second, the one and another, other numbers.</summary>
    private static bool AreTwo(Testimony left, Testimony right) =>
        !FiguresAgree(left, right) || Happenings.CountOthers(left.Claim, right.Claim) || WhichOne.Parts(left.Which, right.Which);

    /// <summary>True for two of one kind, and for a denial and what it may be of.</summary>
    internal static bool AreComparable(EventClaim a, EventClaim b) => AreOfOneKind(a, b) || Gainsaying.Denies(a) != Gainsaying.Denies(b);

    /// <summary>True for acts of which newsrooms tell one as the other.</summary>
    private static bool AreOfOneKind(EventClaim a, EventClaim b) => Kind(a) is var one && Kind(b) is var other && (one == other || IsBlow(one) && IsBlow(other));

    /// <summary>Acts of which a war or a quarrel has many a day: who and whom do not tell one from the other.</summary>
    internal static bool IsRecurring(EventClaim claim) => Recurring.Contains(Kind(claim));

    /// <summary>Kinds of which newsrooms tell one by another: 'a strike killed five', 'the attack', 'the blast'.</summary>
    internal static bool IsBlow(string kind) => Blows.Contains(kind);

    /// <summary>True where the words of the claim name the day.</summary>
    internal static bool IsDated(EventClaim claim) => claim.Time is { Basis: TimeBasis.Explicit };

    /// <summary>True where two dated claims may lie on one day.</summary>
    internal static bool AreDaysShared(EventClaim a, EventClaim b) =>
        (a.Time!.To is null || b.Time!.From is null || a.Time.To >= b.Time.From) && (b.Time!.To is null || a.Time.From is null || b.Time.To >= a.Time.From);

    /// <summary>What two claims agree on, for whoever asks why they stand together.</summary>
    internal static ImmutableArray<string> Why(Testimony left, Testimony right)
    {
        var why = ImmutableArray.CreateBuilder<string>(6);
        if (left.Claim.Frame.Name == right.Claim.Frame.Name) why.Add("act");
        if (Parties.Agreement(left.Claim.Actors, right.Claim.Actors) > 0) why.Add("actor");
        if (Parties.Agreement(left.Claim.Recipients, right.Claim.Recipients) > 0) why.Add("recipient");
        var areDated = IsDated(left.Claim) && IsDated(right.Claim);
        if (areDated ? AreDaysShared(left.Claim, right.Claim) : Math.Abs(left.Days.Last - right.Days.Last) <= Slack) why.Add(areDated ? "day" : "days-near");
        if (PlaceAgreement(left.Claim, right.Claim) > 0) why.Add("place");
        if (Gists.Compare(left.Claim.Gist, right.Claim.Gist) is { Shared: >= 3 }) why.Add("words");
        return why.ToImmutable();
    }

    /// <summary>'Another 3,000' is not the first 10,000; and one report that gives two numbers tells of two things.</summary>
    private static bool FiguresAgree(Testimony left, Testimony right)
    {
        var isOneReport = left.At.Report == right.At.Report;
        foreach (var a in left.Claim.Figures)
            foreach (var b in right.Claim.Figures)
            {
                if (CountedUnit.Of(a.Quantity) != CountedUnit.Of(b.Quantity)) continue;
                if ((a.Quantity.Change == QuantityChange.Additional) != (b.Quantity.Change == QuantityChange.Additional)) return false;
                if (isOneReport && (a.Quantity.Min, a.Quantity.Max) != (b.Quantity.Min, b.Quantity.Max)) return false;
            }
        return true;
    }

    /// <summary>The same act, or one told less exactly than the other: 'attacked' and 'shelled', but not 'visited' and 'telephoned'.</summary>
    internal static bool Kin(EventFrame a, EventFrame b) =>
        a.Name == b.Name || a.Parent == b.Name || b.Parent == a.Name || a.Parent is not (null or EventFrame.Happening) && a.Parent == b.Parent && !(IsAbout(a) && IsAbout(b));

    /// <summary>An act about another act, as to agree to withdraw is: one about something else is another act.</summary>
    internal static bool IsAbout(EventFrame frame) => frame.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && About.Contains(frame.Name[..point]);

    /// <summary>2 for one town, 1 for one country, 0 where one tells none, below 0 for two towns.</summary>
    internal static int PlaceAgreement(EventClaim a, EventClaim b)
    {
        if (a.Place is not { } one || b.Place is not { } other) return 0;
        if (one.GeoNameId == other.GeoNameId) return one.Feature is ['P', ..] ? 2 : 1;
        if (one.Country != other.Country && one.Country is not null && other.Country is not null) return -1;
        return one.Feature is ['P', ..] && other.Feature is ['P', ..] ? -1 : 0;
    }
}
