namespace Chancery.Fusion;

/// <summary>Decides whether two figures count the same thing: what is counted, of whom, in what act, in which affair.</summary>
internal static class CountComparer
{
    /// <summary>Days that two counts of one thing may lie apart.</summary>
    internal const int Memory = 60;

    /// <summary>Words of places and names count double; so much must be shared.</summary>
    private const double Enough = 3;

    /// <summary>Words that two reports of one affair turn on alike.</summary>
    private const int Affair = 4;

    /// <summary>Names and words of a sentence that tells a toll and nothing else.</summary>
    private const int Terse = 4;

    /// <summary>Days within which a report that gives a bare toll is of the affair that others tell of.</summary>
    private const int Fresh = 3;

    private static readonly HashSet<string> Violent = new(["killed", "wounded", "casualties", "missing", "held", "destroyed", "fired", "downed", "struck"], StringComparer.Ordinal);

    /// <summary>Keys under which counts of one thing meet.</summary>
    internal static IReadOnlyCollection<long> Keys(FigureRow row)
    {
        var head = Act(row) is { Length: > 0 } act && row.Counted.Things != "percent" ? act : row.Counted.Things;
        var keys = new HashSet<long>();
        foreach (var (one, other) in Gists.Pairs(row.Figure.Gist)) keys.Add(KeyHash.Of(head, one, other));
        if (row.IsOnly && Act(row).Length > 0)
            foreach (var (one, other) in Gists.Themes(row.Figure.Gist)) keys.Add(KeyHash.Of(head, "theme", one, other));
        if (row.Counted.Whom is { } whom) keys.Add(KeyHash.Of(head, "whom", row.Counted.Things, whom));
        string[] states = [.. row.Figure.Gist.Names.Where(Gist.IsState)];
        if (!Violent.Contains(Act(row)))
            foreach (var one in states)
                foreach (var other in states)
                    if (string.CompareOrdinal(one, other) < 0) keys.Add(KeyHash.Of(head, "states", one, other));
        if (row.Figure.Gist.Names.Length + row.Figure.Gist.Words.Length == 0) keys.Add(KeyHash.Of(head, row.Counted.Things));
        return keys;
    }

    /// <summary>True for two counts of one thing, whether they agree or not.</summary>
    internal static bool Same(FigureRow left, FigureRow right) => Certainty(left, right) > 0;

    /// <summary>True where two counts are so surely of one thing that they can gainsay each other.</summary>
    internal static bool Surely(FigureRow left, FigureRow right) => Certainty(left, right) > 1;

    /// <summary>How near two counts of one thing are, by their words and their numbers: of two counts in a report the nearer one is the other report's.</summary>
    internal static double Closeness(FigureRow left, FigureRow right) =>
        Gists.Compare(left.Figure.Gist, right.Figure.Gist).Shared + (left.Value == right.Value ? 6 : 0) + (left.Counted.Things == right.Counted.Things ? 1 : 0);

    /// <summary>0 for counts of two things, 1 for counts of one affair, 2 for counts told in the same words.</summary>
    private static int Certainty(FigureRow left, FigureRow right)
    {
        if (left.Id == right.Id || !AreOfOneSort(left, right)) return 0;
        if (left.Report == right.Report) return SameWithin(left, right) ? 2 : 0;
        if (!CountOneThing(left, right)) return 0;
        var likeness = Gists.Compare(left.Figure.Gist, right.Figure.Gist);
        if (TellOfOthers(left.Figure.Gist, right.Figure.Gist, likeness)) return 0;
        var topic = Topic(left, right, likeness);
        if (Alike(left, right) && topic > 0 && (likeness.Theme >= 2 || likeness.States > 0)) return 2;
        // In the same words another party's share may be told.
        var isShare = left.Counted.Things == "percent";
        var isOneHolder = isShare && IsOneHolder(left.Counted.By, right.Counted.By);
        if (isShare && left.Value != right.Value && !isOneHolder) return 0;
        if (topic >= (isOneHolder ? 2 : Enough) && likeness.Share >= 0.3) return 2;
        var whom = left.Counted.Whom is not null && left.Counted.Whom == right.Counted.Whom;
        return topic >= 2 && likeness.Share >= 0.15 && likeness.Theme >= Affair - 1
            || whom && left.Counted.Things == right.Counted.Things && Act(left).Length > 0 && topic >= 2
            // The one toll that each of two reports of one affair gives.
            || left.IsOnly && right.IsOnly && Act(left).Length > 0 && Grows(left, right)
                && (topic >= 1 && likeness.Theme >= Affair || likeness.Theme >= 2 * Affair || likeness is { Theme: > Affair, Named: >= 2 } && Math.Abs(left.Day - right.Day) <= Fresh || IsTerse(left, right) && likeness.Theme > Affair && Math.Abs(left.Day - right.Day) <= Fresh) ? 1 : 0;
    }

    /// <summary>Totals are compared with totals, rates with rates, what is expected with what is expected, within weeks.</summary>
    private static bool AreOfOneSort(FigureRow left, FigureRow right) =>
        left.IsAddition == right.IsAddition && left.Counted.IsAhead == right.Counted.IsAhead && Math.Abs(left.Day - right.Day) <= Memory
        && left.Quantity.Change == QuantityChange.Rate == (right.Quantity.Change == QuantityChange.Rate);

    /// <summary>The same things of the same people in the same act at the same place, as far as told, and numbers that can be of one thing.</summary>
    private static bool CountOneThing(FigureRow left, FigureRow right)
    {
        var isShare = left.Counted.Things == "percent";
        var isOneHolder = isShare && IsOneHolder(left.Counted.By, right.Counted.By);
        if (Act(left) != Act(right) && !isOneHolder || isShare && !isOneHolder && Differ(left.Counted.By, right.Counted.By)) return false;
        if (!Things(left, right) || Differ(left.Counted.Whom, right.Counted.Whom) || Differ(left.Counted.Place, right.Counted.Place)) return false;
        if (Act(left).Length == 0 && left.Counted.Things.Length == 0 || !Comparable(left.Quantity, right.Quantity)) return false;
        // What two give, buy or punish is of two; whose soldiers went or who fired is told in many ways.
        if (!Violent.Contains(Act(left)) && left.Counted.Things is not ("people" or "troop" or "fighter" or "percent") && Differ(left.Counted.By, right.Counted.By)) return false;
        // Nobody counts the dead of a blow of days later; where it is told, it may be the day before.
        if (Violent.Contains(Act(left)) && !left.Counted.IsAhead && (IsBefore(left, right) || IsBefore(right, left))) return false;
        if (IsTotalBesideDay(left, right) || IsTotalBesideDay(right, left)) return false;
        // A blow of another day is another blow.
        return !Violent.Contains(Act(left)) || left.DayCounted is not { } one || right.DayCounted is not { } another || Math.Abs(one - another) <= (Act(left) is "fired" or "downed" ? 0 : 1);
    }

    /// <summary>A total since a day is none of one day.</summary>
    private static bool IsTotalBesideDay(FigureRow total, FigureRow other) => total.Counted.IsRunning && !other.Counted.IsRunning && other.DayCounted is not null;

    /// <summary>True where a report came out before the day on which the other one puts the blow.</summary>
    private static bool IsBefore(FigureRow row, FigureRow other) => row.Published is { } told && other.On is { } blow && told.DayNumber < blow.DayNumber - 1;

    /// <summary>Others are named in the one than in the other: 'shelled the town of …, killing 12' is told alike of every town.</summary>
    private static bool TellOfOthers(Gist left, Gist right, Likeness likeness) =>
        Gists.IsNaming(left) && Gists.IsNaming(right) && Gists.NameOthers(left, right, likeness)
        || likeness.Names == 0 && Gists.NameOtherStates(left, right, likeness)
        || !Gists.IsNaming(left) && !Gists.IsNaming(right) && TellOfNobody(left, right, likeness);

    /// <summary>'Another 30 soldiers are expected next month' may be said of any army: the reports must turn on one name and on more than that.</summary>
    private static bool TellOfNobody(Gist left, Gist right, Likeness likeness) =>
        left.Theme.Length > 0 && (likeness is { States: 0, Named: 0 } || left.Names.IsEmpty && right.Names.IsEmpty && likeness.Theme - likeness.Words < 3);

    /// <summary>How much two counts share beyond their act and what they count, which tell nothing more.</summary>
    private static int Topic(FigureRow left, FigureRow right, Likeness likeness)
    {
        var told = (Act(left).Length > 0 ? 1 : 0) + (left.Counted.Things is not ("" or "people" or "part") && left.Counted.Things == right.Counted.Things ? 1 : 0);
        var topic = 2 * likeness.Names + Math.Max(likeness.Words - told, 0);
        if (left.Counted.Place is not null && left.Counted.Place == right.Counted.Place) topic += 2;
        if (left.Number == right.Number) topic += left.Number >= 10 ? 2 : 1;
        // What one state sends another, or who flees from one to the other, is told by the two; blows between them are many, but one day's are counted together.
        if (likeness.States >= 2 && (!Violent.Contains(Act(left)) || left.Day == right.Day)) topic += 3;
        if (left.Counted.By is not null && left.Counted.By == right.Counted.By) topic++;
        if (left.DayCounted is { } one && one == right.DayCounted) topic += 2;
        return topic;
    }

    /// <summary>'Investigators raised the number of dead to 133': the sentence tells of what, the report where and when.</summary>
    private static bool IsTerse(FigureRow left, FigureRow right) => IsTerse(left) || IsTerse(right);

    private static bool IsTerse(FigureRow row) => row.Counted.IsReckoned && row.Figure.Gist.Names.Length + row.Figure.Gist.Words.Length <= Terse;

    /// <summary>The same number of the same things in the same act, told within days.</summary>
    private static bool Alike(FigureRow left, FigureRow right) =>
        left.Quantity.Min == right.Quantity.Min && left.Quantity.Max == right.Quantity.Max && Act(left).Length > 0 && Math.Abs(left.Day - right.Day) <= 7
        && left.Counted.Things == right.Counted.Things && left.Counted.Things is not ("" or "people" or "part");

    /// <summary>'Mondlane' and 'Venancio Mondlane' have one share: all words of one name are in the other.</summary>
    private static bool IsOneHolder(string? left, string? right)
    {
        if (left is null || right is null) return false;
        var (a, b) = (Names(left), Names(right));
        return a.Count > 0 && b.Count > 0 && (a.IsSubsetOf(b) || b.IsSubsetOf(a));

        static HashSet<string> Names(string name) => [.. name[(name.LastIndexOf('/') + 1)..].ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Counts of one thing differ, but not tenfold.</summary>
    private static bool Comparable(Quantity left, Quantity right, int fold = 8) => left.IsWithin(fold, right);

    /// <summary>A toll of a later day that is lower is that of another blow.</summary>
    private static bool Grows(FigureRow left, FigureRow right)
    {
        var (earlier, later) = left.Day <= right.Day ? (left.Quantity, right.Quantity) : (right.Quantity, left.Quantity);
        return Math.Abs(left.Day - right.Day) <= 1 || (later.Min ?? later.Max) >= (earlier.Min ?? earlier.Max);
    }

    /// <summary>One report gives a second count of a thing as somebody's: 'the ministry put the number at 81', 'it had spoken of 700', 'Kiev said 400 of them had died'.</summary>
    private static bool SameWithin(FigureRow left, FigureRow right)
    {
        var (before, after) = left.Figure.Mention.Span.Start < right.Figure.Mention.Span.Start ? (left, right) : (right, left);
        // 'up from 27', 'the ministry had earlier spoken of 700 dead'
        if (after.Counted.IsFormer) return after.Index <= before.Index + 4 && (Act(before) == Act(after) || Act(after).Length == 0) && Things(before, after) && Comparable(before.Quantity, after.Quantity, 20) && !Differ(before.Counted.Whom, after.Counted.Whom) && Act(after).Length + after.Counted.Things.Length > 0;
        if (after.Index > before.Index + 2) return false;
        // 'The United Nations put them at 200, a local leader at 113': of whatever was told before
        var isBeside = after.Index == before.Index + 1 && before.Counted.IsReckoned && after.Counted.IsReckoned && before.Figure.Gist.Words.SequenceEqual(after.Figure.Gist.Words) && AreTwoVoices(before, after);
        if (!isBeside && Act(after).Length > 0 && Act(before).Length == 0 && !before.Counted.IsReckoned) return false;
        if (!isBeside && (Act(before).Length == 0 && before.Counted.Things.Length == 0 || Act(after).Length == 0 && after.Counted.Things.Length == 0)) return false;
        // 'at least one was shot' is no count of those that 'the United Nations put at 200'
        if (left.Quantity.Currency is null && !Comparable(left.Quantity, right.Quantity, AreTwoVoices(before, after) ? 20 : 8)) return false;
        if (IsTotalBesideDay(before, after) || IsTotalBesideDay(after, before)) return false;
        // 'India put its losses at 21' is no second count of Pakistan's
        if (after.Counted.Whom is { } whom && before.Counted.Whom != whom) return false;
        // nor are all the dead a second count of those of one people
        if (before.Counted.Whom is not null && after.Counted.Whom is null && (after.Quantity.Unit is not null || !AreTwoVoices(before, after))) return false;
        if (before.Counted.Things == "percent" && !IsOneHolder(before.Counted.By, after.Counted.By)) return false;
        if (AreTwoVoices(before, after) && Act(before) == Act(after) && Things(before, after) && (after.Counted.Whom is not null || Act(after) == "flown" || Act(after).Length > 0 && (after.Quantity.Unit is null || after.Counted.IsReckoned || before.Counted.Things is not "people") && !TellOfOther(before, after))) return true;
        if (!after.Counted.IsReckoned && !before.Counted.IsReckoned || Act(after).Length > 0 && Act(before).Length > 0 && Act(after) != Act(before)) return false;
        // 'ten thousand had gone before' in the next sentence is no second count.
        if (!after.Counted.IsReckoned && !after.Figure.Gist.Words.SequenceEqual(before.Figure.Gist.Words)) return false;
        return Things(left, right);
    }

    /// <summary>The second voice tells of somewhere else, of another day, or each of two states of its own.</summary>
    private static bool TellOfOther(FigureRow before, FigureRow after) =>
        before.Counted.IsRunning && !after.Counted.IsRunning && after.Quantity.Unit is not null || Differ(before.Counted.Place, after.Counted.Place) || Differ(before.Counted.By, after.Counted.By) || before.DayCounted is { } one && after.DayCounted is { } other && one != other
        || Gists.NameOthers(before.Figure.Gist, after.Figure.Gist, Gists.Compare(before.Figure.Gist, after.Figure.Gist));

    private static bool AreTwoVoices(FigureRow left, FigureRow right) =>
        !left.Figure.Attribution.IsEmpty && !right.Figure.Attribution.IsEmpty && left.Source != right.Source && !(left.Figure.Gist.Voice is { } a && right.Figure.Gist.Voice is { } b && Gist.IsSameVoice(a, b));

    private static string Act(FigureRow row) => row.Figure.Gist.Act ?? "";

    /// <summary>The same things, a bare number beside what is counted by numbers alone, or people of a state told for its soldiers.</summary>
    private static bool Things(FigureRow left, FigureRow right) =>
        left.Counted.Things == right.Counted.Things || (left.Counted.Things == "people" || right.Counted.Things == "people") && left.Number >= 10 && left.Number == right.Number && Act(left).Length > 0 && IsCounted(left) && IsCounted(right) || IsBare(left) && IsCounted(right) || IsBare(right) && IsCounted(left)
        || left.Counted.Whom is not null && left.Counted.Whom == right.Counted.Whom && (left.Counted.Things, right.Counted.Things) is ("people", "troop") or ("troop", "people");

    /// <summary>Neither a share nor a sum of money nor a measure: units are always told.</summary>
    private static bool IsCounted(FigureRow row) =>
        IsBare(row) || row.Quantity.Currency is null && row.Counted.Things is not ("percent" or "percentage point") && (Act(row).Length > 0 || row.Counted.Things is "people" or "troop" or "child");

    private static bool IsBare(FigureRow row) => row.Counted.Things.Length == 0;

    private static bool Differ(string? left, string? right) => left is not null && right is not null && !string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
