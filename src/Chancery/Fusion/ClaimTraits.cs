using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>What tells whether two claims tell of one happening: traits of the pair, each of which takes one of a few values. What each value weighs is learned (<c>joins.tsv</c>).</summary>
/// <remarks>Those that ask what the two sentences have in common come last: they take longest.</remarks>
internal static class ClaimTraits
{
    /// <summary>The traits, five pairs of them looked at together.</summary>
    internal static TraitSet Set { get; } = new(
        ("act", TraitSet.Values<Act>()), ("sort", TraitSet.Values<Sort>()), ("actors", TraitSet.Values<Sides>()), ("recipients", TraitSet.Values<Sides>()), ("parties", TraitSet.Values<Degree>()),
        ("place", TraitSet.Values<Where>()), ("time", TraitSet.Values<Time>()), ("days apart", TraitSet.Values<Days>()), ("published", TraitSet.Values<Days>()), ("number", TraitSet.Values<Number>()),
        ("denied", TraitSet.Values<Flag>()), ("within another", TraitSet.Values<Flag>()), ("nouns", TraitSet.Values<Flag>()), ("points back", TraitSet.Values<Degree>()), ("sentences apart", TraitSet.Values<Degree>()),
        ("sort, parties", TraitSet.Values<Sort, Degree>()), ("published, nouns", TraitSet.Values<Days, Flag>()), ("time, nouns", TraitSet.Values<Time, Flag>()), ("number, parties", TraitSet.Values<Number, Degree>()),
        ("names", TraitSet.Values<Degree>()), ("words", TraitSet.Values<Degree>()), ("states", TraitSet.Values<Degree>()), ("shared", TraitSet.Values<Degree>()), ("share", TraitSet.Values<Degree>()),
        ("theme", TraitSet.Values<Degree>()), ("named themes", TraitSet.Values<Degree>()), ("others", TraitSet.Values<YesNo>()), ("other states", TraitSet.Values<YesNo>()), ("length", TraitSet.Values<Degree>()),
        ("act, named themes", TraitSet.Values<Act, Degree>()));

    internal enum Act { SameEntry, Same, Kin, OneAct, OfOneKind, BlowAndToll, Blows, Other }

    internal enum Sort { Recurring, Single, Happening, About, Deed }

    internal enum Sides { Neither, One, Open, Other, Rather, Surname, Same }

    internal enum Where { Neither, One, Open, Other, Country, Town }

    private enum Time { Neither, One, Meeting, Apart }

    internal enum Days { One, Few, Week, Month, Longer }

    internal enum Number { Neither, One, Same, SameLarge, Meeting, OtherPeople, Other }

    internal enum Degree { None, One, Two, Three, Four, More }

    internal enum YesNo { No, Yes }

    internal enum Flag { Neither, One, Both }

    /// <summary>Numbers of the values that a pair has, one for each trait.</summary>
    /// <param name="left">The earlier telling.</param>
    /// <param name="right">The later one.</param>
    /// <param name="numbers">Where they are put.</param>
    internal static void Find(Testimony left, Testimony right, Span<int> numbers)
    {
        var found = new TraitFinding(Set, numbers);
        FindQuick(left, right, Agreed.Of(left.Claim, right.Claim), ref found);
        FindRest(left, right, Gists.Compare(left.Claim.Gist, right.Claim.Gist), ref found);
    }

    /// <summary>Puts down the traits that are found without comparing words.</summary>
    /// <param name="left">The earlier telling.</param>
    /// <param name="right">The later one.</param>
    /// <param name="parts">How well they agree on who, whom and where.</param>
    /// <param name="found">Where they are put.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FindQuick(Testimony left, Testimony right, Agreed parts, ref TraitFinding found)
    {
        var (a, b) = (left.Claim, right.Claim);
        int sort = (int)Sorts(a, b), parties = (int)Much(Math.Max(0, parts.Actors) + Math.Max(0, parts.Recipients)), time = (int)Times(left, right), number = (int)Numbers(a, b), nouns = (int)Both(left.IsNoun, right.IsNoun);
        var published = (int)Published(left, right);
        found.Put((int)Acts(left, right));
        found.Put(sort);
        found.Put((int)Side(a.Actors.Length, b.Actors.Length, parts.Actors));
        found.Put((int)Side(a.Recipients.Length, b.Recipients.Length, parts.Recipients));
        found.Put(parties);
        found.Put((int)Places(a, b, parts.Place));
        found.Put(time);
        found.Put((int)Apart(Math.Abs(left.Days.Last - right.Days.Last)));
        found.Put(published);
        found.Put(number);
        found.Put((int)Both(Gainsaying.IsDenied(a), Gainsaying.IsDenied(b)));
        found.Put((int)Both(a.Within is not null, b.Within is not null));
        found.Put(nouns);
        found.Put((int)Much(Happenings.Reference(left, right)));
        found.Put(left.At.Report == right.At.Report ? (int)Much(Math.Abs(a.Sentence - b.Sentence)) : (int)Degree.None);
        found.Put<Degree>(sort, parties);
        found.Put<Flag>(published, nouns);
        found.Put<Flag>(time, nouns);
        found.Put<Degree>(number, parties);
    }

    /// <summary>Puts down the others.</summary>
    /// <param name="left">The earlier telling.</param>
    /// <param name="right">The later one.</param>
    /// <param name="like">How alike their sentences are.</param>
    /// <param name="found">Where they are put.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FindRest(Testimony left, Testimony right, Likeness like, ref TraitFinding found)
    {
        var (a, b) = (left.Claim.Gist, right.Claim.Gist);
        found.Put((int)Much(like.Names));
        found.Put((int)Much(like.Words));
        found.Put((int)Much(like.States));
        found.Put((int)(like.Shared switch { 0 => Degree.None, <= 1 => Degree.One, < 4 => Degree.Two, < 6 => Degree.Three, < 9 => Degree.Four, _ => Degree.More }));
        FindLikeness(a, b, like, ref found);
        found.Put<Degree>((int)Acts(left, right), (int)Much(like.Named));
    }

    /// <summary>Puts down how alike two sentences and their reports are, which tells something of any pair: 'share', 'theme', 'named themes', 'others', 'other states', 'length'.</summary>
    /// <param name="a">What the one sentence says.</param>
    /// <param name="b">What the other says.</param>
    /// <param name="like">How alike they are.</param>
    /// <param name="found">Where they are put.</param>
    internal static void FindLikeness(Gist a, Gist b, Likeness like, ref TraitFinding found)
    {
        found.Put((int)Much((int)(like.Share * 6)));
        found.Put((int)Much(like.Theme / 2));
        found.Put((int)Much(like.Named));
        found.Put(Gists.NameOthers(a, b, like) ? 1 : 0);
        found.Put(Gists.NameOtherStates(a, b, like) ? 1 : 0);
        found.Put((int)Much((int)(Math.Min(a.Marks.Weight, b.Marks.Weight) / 2)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Act Acts(Testimony left, Testimony right)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (a.Frame.Name == b.Frame.Name) return left.Entry == right.Entry ? Act.SameEntry : Act.Same;
        if (ClaimComparer.Kin(a.Frame, b.Frame)) return Act.Kin;
        if (Happenings.AreOneAct(a.Frame, b.Frame)) return Act.OneAct;
        var (one, other) = (ClaimComparer.Kind(a), ClaimComparer.Kind(b));
        return one == other ? Act.OfOneKind
            : (one, other) is ("violence", "toll") or ("toll", "violence") ? Act.BlowAndToll
            : ClaimComparer.IsBlow(one) && ClaimComparer.IsBlow(other) ? Act.Blows : Act.Other;
    }

    internal static Sort Sorts(EventClaim a, EventClaim b) =>
        ClaimComparer.IsRecurring(a) ? Sort.Recurring
        : Happenings.IsSingle(a) && Happenings.IsSingle(b) ? Sort.Single
        : a.IsHappening || b.IsHappening ? Sort.Happening
        : ClaimComparer.IsAbout(a.Frame) || ClaimComparer.IsAbout(b.Frame) ? Sort.About : Sort.Deed;

    internal static Sides Side(int left, int right, int agreement) =>
        left + right == 0 ? Sides.Neither : left == 0 || right == 0 ? Sides.One : agreement switch { < 0 => Sides.Other, 0 => Sides.Open, 1 => Sides.Rather, 2 => Sides.Surname, _ => Sides.Same };

    internal static Where Places(EventClaim a, EventClaim b, int agreement) =>
        a.Place is null && b.Place is null ? Where.Neither
        : a.Place is null || b.Place is null ? Where.One
        : agreement switch { < 0 => Where.Other, 0 => Where.Open, 1 => Where.Country, _ => Where.Town };

    private static Time Times(Testimony left, Testimony right) => (ClaimComparer.IsDated(left.Claim), ClaimComparer.IsDated(right.Claim)) switch
    {
        (true, true) => ClaimComparer.AreDaysShared(left.Claim, right.Claim) ? Time.Meeting : Time.Apart,
        (false, false) => Time.Neither,
        _ => Time.One,
    };

    internal static Days Published(Testimony left, Testimony right) => Apart(Math.Abs((left.Published ?? default).DayNumber - (right.Published ?? default).DayNumber));

    private static Days Apart(int days) => days switch { <= 1 => Days.One, <= 3 => Days.Few, <= 7 => Days.Week, <= ClaimComparer.Memory => Days.Month, _ => Days.Longer };

    internal static Number Numbers(EventClaim a, EventClaim b)
    {
        if (a.Figures.IsEmpty || b.Figures.IsEmpty) return a.Figures.IsEmpty && b.Figures.IsEmpty ? Number.Neither : Number.One;
        var number = a.Figures.Any(IsOfPeople) && b.Figures.Any(IsOfPeople) ? Number.OtherPeople : Number.Other;
        foreach (var f in a.Figures)
            foreach (var g in b.Figures)
            {
                if (f.Quantity.Min is { } least && least == g.Quantity.Min) return least >= 10 ? Number.SameLarge : Number.Same;
                if (CountedUnit.Of(f.Quantity) != CountedUnit.Of(g.Quantity) || Ranges.Meet(f.Quantity, g.Quantity)) number = Number.Meeting;
            }
        return number;

        // of people more are counted from day to day; another number of things is another lot of them
        static bool IsOfPeople(QuantityMention figure) => CountedUnit.Of(figure.Quantity) == CountedUnit.People;
    }

    internal static Flag Both(bool left, bool right) => left && right ? Flag.Both : left || right ? Flag.One : Flag.Neither;

    internal static Degree Much(int count) => (Degree)Math.Min(count, (int)Degree.More);
}
