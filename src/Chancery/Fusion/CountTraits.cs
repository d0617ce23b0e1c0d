using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>What tells whether two figures count one thing: traits of the pair, each of which takes one of a few values. What each value weighs is learned (<c>counts.tsv</c>).</summary>
/// <remarks>Those that ask what the two sentences have in common, and whose word they are on, come last: they take longest.</remarks>
internal static class CountTraits
{
    /// <summary>The traits; act and number also come together with what is counted.</summary>
    internal static TraitSet Set { get; } = new(
        ("act", TraitSet.Values<Relation>()), ("things", TraitSet.Values<Things>()), ("whom", TraitSet.Values<Relation>()), ("place", TraitSet.Values<Relation>()), ("doer", TraitSet.Values<Relation>()), ("currency", TraitSet.Values<Relation>()), ("unit", TraitSet.Values<Relation>()),
        ("number", TraitSet.Values<Number>()), ("ahead", TraitSet.Values<Flag>()), ("running", TraitSet.Values<Running>()), ("reckoned", TraitSet.Values<Flag>()), ("former", TraitSet.Values<Flag>()), ("only", TraitSet.Values<Flag>()), ("retold", TraitSet.Values<YesNo>()),
        ("published", TraitSet.Values<Days>()), ("day counted", TraitSet.Values<Relation>()), ("told before", TraitSet.Values<YesNo>()), ("figures between", TraitSet.Values<Degree>()),
        ("act, things", TraitSet.Values<Relation, Things>()), ("same number, things", TraitSet.Values<YesNo, Things>()),
        ("voice", TraitSet.Values<Relation>()), ("names", TraitSet.Values<Degree>()), ("words", TraitSet.Values<Degree>()), ("states", TraitSet.Values<Degree>()), ("share of the sentence", TraitSet.Values<Degree>()), ("theme", TraitSet.Values<Degree>()), ("named themes", TraitSet.Values<Degree>()),
        ("others", TraitSet.Values<YesNo>()), ("other states", TraitSet.Values<YesNo>()), ("sentence", TraitSet.Values<YesNo>()));

    internal enum Relation { Neither, One, Same, Other }

    internal enum Things { Neither, One, Same, People, Share, PeopleAndSome, OtherPeople, PeopleAndThings, Other }

    private enum Number { Same, SameLarge, Meeting, Twice, Thrice, Eightfold, Farther }

    private enum Flag { Neither, One, Both }

    private enum Running { Neither, Both, One, OneBesideDay }

    private enum YesNo { No, Yes }

    private enum Days { One, Few, Week, Month, Longer }

    internal enum Degree { None, One, Two, Three, Four, More }

    /// <summary>Numbers of the values that a pair has, one for each trait.</summary>
    internal static void Find(FigureRow a, FigureRow b, Span<int> numbers)
    {
        var found = new TraitFinding(Set, numbers);
        FindQuick(a, b, ref found);
        FindRest(a, b, Gists.Compare(a.Figure.Gist, b.Figure.Gist), ref found);
    }

    /// <summary>Puts down the traits that are found without comparing words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FindQuick(FigureRow a, FigureRow b, ref TraitFinding found)
    {
        var (left, right) = (a.Counted, b.Counted);
        var (amount, otherAmount) = (a.Quantity, b.Quantity);
        var (act, things) = (Relate(a.Figure.Gist.Act, b.Figure.Gist.Act), Compare(left, right));
        found.Put((int)act);
        found.Put((int)things);
        found.Put((int)Relate(left.Whom, right.Whom));
        found.Put((int)Relate(left.Place, right.Place));
        found.Put((int)Relate(left.By, right.By));
        found.Put((int)Relate(amount.Currency, otherAmount.Currency));
        found.Put((int)Relate(amount.Unit, otherAmount.Unit));
        found.Put((int)Compare(amount, a.Number, otherAmount, b.Number));
        found.Put((int)Both(left.IsAhead, right.IsAhead));
        found.Put((int)Total(a, b));
        found.Put((int)Both(left.IsReckoned, right.IsReckoned));
        found.Put((int)Both(left.IsFormer, right.IsFormer));
        found.Put((int)Both(a.IsOnly, b.IsOnly));
        found.Put(a.Retells == b.Id || b.Retells == a.Id || a.Retells is not null && a.Retells == b.Retells ? 1 : 0);
        found.Put((int)(Math.Abs(a.Day - b.Day) switch { <= 1 => Days.One, <= 3 => Days.Few, <= 7 => Days.Week, <= 30 => Days.Month, _ => Days.Longer }));
        found.Put((int)(a.DayCounted is not { } one ? b.DayCounted is null ? Relation.Neither : Relation.One : b.DayCounted is not { } other ? Relation.One : Math.Abs(one - other) <= 1 ? Relation.Same : Relation.Other));
        found.Put(IsBefore(a, b) || IsBefore(b, a) ? 1 : 0);
        found.Put((int)(a.Report == b.Report ? Much(Math.Abs(a.Index - b.Index)) : Degree.None));
        found.Put<Things>((int)act, (int)things);
        found.Put<Things>(a.Number == b.Number ? 1 : 0, (int)things);
    }

    /// <summary>Puts down the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FindRest(FigureRow a, FigureRow b, Likeness like, ref TraitFinding found)
    {
        var (left, right) = (a.Figure.Gist, b.Figure.Gist);
        found.Put((int)(left.Voice is null ? right.Voice is null ? Relation.Neither : Relation.One : right.Voice is null ? Relation.One : a.Source == b.Source || Gist.IsSameVoice(left.Voice, right.Voice) ? Relation.Same : Relation.Other));
        found.Put((int)Much(like.Names));
        found.Put((int)Much(like.Words));
        found.Put((int)Much(like.States));
        found.Put((int)Much((int)(like.Share * 6)));
        found.Put((int)Much(like.Theme / 2));
        found.Put((int)Much(like.Named));
        found.Put(Gists.NameOthers(left, right, like) ? 1 : 0);
        found.Put(Gists.NameOtherStates(left, right, like) ? 1 : 0);
        found.Put(a.Report == b.Report && left.Words.SequenceEqual(right.Words) ? 1 : 0);
    }

    internal static Relation Relate(string? left, string? right) =>
        left is null or "" ? right is null or "" ? Relation.Neither : Relation.One : right is null or "" ? Relation.One : string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? Relation.Same : Relation.Other;

    internal static Things Compare(Counted a, Counted b) => (Relate(a.Things, b.Things), a, b) switch
    {
        (Relation.Neither, _, _) => Things.Neither,
        (Relation.One, _, _) => Things.One,
        (Relation.Same, { Things: "people" or "part" }, _) => Things.People,
        (Relation.Same, { Things: "percent" }, _) => Things.Share,
        (Relation.Same, _, _) => Things.Same,
        (_, { ArePeople: true }, { ArePeople: true }) => a.Things is "people" || b.Things is "people" ? Things.PeopleAndSome : Things.OtherPeople,
        (_, { ArePeople: var one }, { ArePeople: var other }) => one != other ? Things.PeopleAndThings : Things.Other,
    };

    private static Number Compare(Quantity a, decimal? one, Quantity b, decimal? other) =>
        one == other ? one >= 10 ? Number.SameLarge : Number.Same
        : Ranges.Meet(a, b) ? Number.Meeting
        : a.IsWithin(2, b) ? Number.Twice
        : a.IsWithin(3, b) ? Number.Thrice
        : a.IsWithin(8, b) ? Number.Eightfold : Number.Farther;

    private static Flag Both(bool left, bool right) => left && right ? Flag.Both : left || right ? Flag.One : Flag.Neither;

    /// <summary>A total since a day is none of one day.</summary>
    private static Running Total(FigureRow a, FigureRow b) =>
        a.Counted.IsRunning && b.Counted.IsRunning ? Running.Both
        : !a.Counted.IsRunning && !b.Counted.IsRunning ? Running.Neither
        : (a.Counted.IsRunning ? b : a).DayCounted is null ? Running.One : Running.OneBesideDay;

    /// <summary>True where a report came out before the day on which the other one puts what it counts.</summary>
    private static bool IsBefore(FigureRow row, FigureRow other) => row.Published is { } told && other.On is { } blow && told.DayNumber < blow.DayNumber - 1;

    internal static Degree Much(int count) => (Degree)Math.Min(count, (int)Degree.More);
}
