using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Decides whether two claims tell of one happening, and under which keys those that may can be found.</summary>
internal static class ClaimComparer
{
    /// <summary>Days that two tellings of one happening may lie apart where neither names the day.</summary>
    private const int Slack = 3;

    /// <summary>Days after which a claim without a time of its own is no longer the same news.</summary>
    internal const int Memory = 30;

    /// <summary>Share of a sentence that another must tell too for the two to be one sentence in other words.</summary>
    private const double Retold = 0.6;

    /// <summary>Words that two reports of one affair turn on alike.</summary>
    private const int Affair = 6;

    /// <summary>Words of a sentence that denies and tells nothing of its own.</summary>
    private const int Bare = 3;

    /// <summary>Acts of which a war or a quarrel has many a day: who and whom do not tell one from the other.</summary>
    private static readonly ImmutableHashSet<string> Recurring = ["violence", "toll", "wounding", "hold", "take", "test", "arms", "condemn", "blame", "warn", "demand", "deny", "refuse", "support", "pledge"];

    /// <summary>Acts that are denied, as against demands and statements, which are turned down.</summary>
    private static readonly ImmutableArray<string> Deniable = ["violence", "toll", "wounding", "hold", "take", "test", "arms", "send-troops", "withdraw"];

    /// <summary>Acts whose finer sorts say what they are about.</summary>
    private static readonly ImmutableHashSet<string> About = ["agree", "reject", "request", "threaten"];

    /// <summary>The class of acts that newsrooms tell for each other.</summary>
    internal static string Kind(EventClaim claim) => claim.Gist.Act ?? claim.Frame.Parent ?? claim.Frame.Name;

    /// <summary>
    /// What a claim must share one of with another to agree with it: a participant of the same part by id or name, both countries, or two salient
    /// words. Plans have keys of their own, so that they meet plans.
    /// </summary>
    internal static IReadOnlyCollection<long> Keys(EventClaim claim, bool real)
    {
        var kind = Kind(claim) + (real ? "" : "?");
        var keys = new HashSet<long>();
        foreach (var party in claim.Actors) Add("a", party);
        foreach (var party in claim.Recipients) Add("r", party);
        foreach (var actor in claim.Actors)
            foreach (var recipient in claim.Recipients)
                if (IsState(actor.Country) && IsState(recipient.Country)) keys.Add(KeyHash.Of(kind, actor.Country, recipient.Country));
        if (IsDenial(claim))
            foreach (var act in Deniable)
                foreach (var party in claim.Actors)
                {
                    Meet(act, "a", party);
                    Meet(act, "r", party);
                }
        foreach (var (one, other) in Gists.Pairs(claim.Gist))
        {
            keys.Add(KeyHash.Of(kind, "w", one, other));
            if (!IsDenial(claim)) continue;
            foreach (var act in Deniable) keys.Add(KeyHash.Of(act, "w", one, other));
        }
        if (Happenings.IsSingle(claim))
            foreach (var (one, other) in Gists.Turned(claim.Gist)) keys.Add(KeyHash.Of(kind, "t", one, other));
        return [.. keys]; // an array: they are held with the claim

        void Add(string part, Participant party) => Meet(kind, part, party);

        void Meet(string act, string part, Participant party)
        {
            keys.Add(KeyHash.Of(act, part, party.Name.ToUpperInvariant()));
            if (Parties.Surname(party) is { } last) keys.Add(KeyHash.Of(act, part, last.ToUpperInvariant()));
            if (party.ActorId is { } id) keys.Add(KeyHash.Of(act, part, id));
        }
    }

    /// <summary>How well two claims agree on who, whom, when, where, how many and in their words; 0 or less where they cannot be one happening.</summary>
    internal static int Agreement(Testimony left, Testimony right)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (IsDenial(a) != IsDenial(b)) return IsDenial(a) ? Denial(left, right) : Denial(right, left);
        if (Testimony.IsReal(a.Status) != Testimony.IsReal(b.Status) || Kind(a) != Kind(b)) return 0;
        if (Happenings.Reference(left, right) is > 0 and var meant) return meant;
        if (Gainsaying(left, right) is > 0 and var gainsaid) return gainsaid;
        var time = TimeAgreement(left, right);
        // words are compared last: it takes longest
        if (time < 0 && Math.Abs(left.Days.Last - right.Days.Last) > 1 || !FiguresAgree(left, right)) return 0;
        var words = Gists.Compare(a.Gist, b.Gist);
        // What was done on Wednesday is told on Thursday, and the day of telling taken for that of the deed.
        if (time < 0 && words is { Names: > 0, Words: > 1 } && Math.Abs(left.Days.Last - right.Days.Last) <= 1) time = 0;
        if (time < 0) return 0;
        // 'returned fire and destroyed vehicles near …' is told alike of every town and every army; in a rewrite others may have been put in.
        var isRewrite = left.Dispatch == right.Dispatch;
        var others = !isRewrite && Gists.NameOthers(a.Gist, b.Gist, words);
        if (others && (NumbersGainsay(a, b) || !Parties.Share(a.Actors, b.Actors) && !Parties.Share(a.Recipients, b.Recipients))) return 0;
        if (WhichOne.Parts(a.Recipients, b.Recipients)) return 0;
        var retold = words.Share >= Retold && words.Shared >= 4 && left.At.Report != right.At.Report && !others && (isRewrite || !Gists.NameOtherStates(a.Gist, b.Gist, words));
        var actors = Parties.Agreement(a.Actors, b.Actors);
        var recipients = Parties.Agreement(a.Recipients, b.Recipients);
        var affair = words.Theme >= Affair && time > 0 && left.At.Report != right.At.Report;
        // Those it was done to are often told by what they are: 'the hostages' of one report are 'three women' in the other.
        if (recipients < 0 && words.Shared >= 3 && !(IsKnown(a.Recipients) && IsKnown(b.Recipients))) recipients = 0;
        if (actors < 0 || recipients < 0)
        {
            // What one says they did and the other lays to somebody else is one happening, told against each other.
            if (recipients >= 0 && time > 0 && PlaceAgreement(a, b) >= 0 && AreLaidAcross(left, right, words)) return 5;
            // In the same words others may be told of, unless somebody or somewhere is named in both.
            if (!retold || a.Frame.Name != b.Frame.Name || !isRewrite && words is { Names: 0, States: 0 }) return 0;
            (actors, recipients) = (Math.Max(actors, 0), Math.Max(recipients, 0));
        }
        // Another number of dead without a name in common is another blow.
        if (words.Names == 0 && !retold && NumbersGainsay(a, b)) return 0;
        var place = PlaceAgreement(a, b);
        if (place < 0 && !retold) return 0;
        var same = a.Frame.Name == b.Frame.Name;
        var parties = actors + recipients;
        if (left.At.Report == right.At.Report && a.Sentence == b.Sentence && !(same && parties >= 3)) return 0;
        // What one denies was told by somebody else, mostly of the very same parties.
        var gainsays = IsDenied(a) != IsDenied(b);
        // The word of the act itself tells nothing more.
        var topic = words.Names + words.Words - (same && words.Words > 0 ? 1 : 0) + Math.Max(place, 0) + (affair ? 1 : 0) + (SameNumber(a, b) ? 2 : 0);
        var enough = retold && (same || parties > 0 || time > 1)
            || (Happenings.Is(a) || Happenings.Is(b) ? !others && Happenings.Agree(left, right, words, (parties, time, topic, SameNumber(a, b)))
            : affair && same && parties > 0 && topic >= 3
            || IsTold(a.Gist) && IsTold(b.Gist) && topic >= 3 && words.Shared >= 4 && (words.Share >= 0.4 || parties >= 2 && words.Share >= 0.25) && (same || parties > 0 || time > 1)
            // The farther apart two tellings lie, the more of who and whom they must share.
            || (Kin(a.Frame, b.Frame) || gainsays && topic > 1 && parties > 2) && parties >= (time > 0 ? 2 : 4) && topic >= (gainsays && actors > 0 && recipients > 0 && time > 0 ? Math.Min(1, Needed(a, b, time)) : Needed(a, b, time)));
        return enough ? 2 * (parties + time) + (same ? 2 : 0) + Math.Max(place, 0) + Math.Min(8, (int)words.Shared) : 0;
    }

    private static bool IsDeniable(EventClaim claim) => Deniable.Contains(Kind(claim)) || Happenings.Is(claim);

    /// <summary>True for 'denied it', which gainsays the claim it is about rather than being an act of its own.</summary>
    internal static bool IsDenial(EventClaim claim) => claim.Gist.Act == "deny";

    /// <summary>True where the claim's source says that its content was not so.</summary>
    internal static bool IsDenied(EventClaim claim) => claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred;

    /// <summary>'Islamabad denied that any militant had been killed': the killing that was told right before, by somebody else.</summary>
    private static int Gainsaying(Testimony left, Testimony right)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (left.At.Report != right.At.Report || IsDenied(a) == IsDenied(b) || Math.Abs(a.Sentence - b.Sentence) is 0 or > 2 || !IsDeniable(a)) return 0;
        if (Parties.Agreement(a.Actors, b.Actors) < 0 || Parties.Agreement(a.Recipients, b.Recipients) < 0 || a.Gist.Voice is not null && Gist.IsSameVoice(a.Gist.Voice, b.Gist.Voice)) return 0;
        return Kin(a.Frame, b.Frame) || Happenings.AreOneAct(a.Frame, b.Frame) ? 6 : 0;
    }

    /// <summary>Two sides lay one blow to each other: 'Kyiv accused Moscow of blowing up the dam, Moscow said Ukrainian shells had destroyed it'.</summary>
    private static bool AreLaidAcross(Testimony left, Testimony right, Likeness words)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (!Deniable.Contains(Kind(a)) || !IsLaid(a) || !IsLaid(b) || !IsTold(a, b) && !IsTold(b, a)) return false;
        var own = words.Names + words.Words - (a.Frame.Name == b.Frame.Name ? 1 : 0);
        return Parties.Agreement(a.Recipients, b.Recipients) > 0 && own > 0 || own >= (left.At.Report == right.At.Report && Math.Abs(a.Sentence - b.Sentence) <= 1 ? 1 : 3);

        static bool IsLaid(EventClaim claim) => claim.Within is not null || !claim.Attribution.IsEmpty;

        // who tells of the one is said to have done the other
        static bool IsTold(EventClaim told, EventClaim done) => told.Gist.Voice?.Split('|') is [_, { Length: > 0 } country, _] && done.Actors.Any(actor => actor.Country == country);
    }

    /// <summary>How surely a denial is of a claim: those who deny it are said to have done it or to have had it done to them, and both tell of it in the same words.</summary>
    private static int Denial(Testimony denial, Testimony told)
    {
        if (IsAnswer(denial, told)) return 2;
        if (!IsDeniable(told.Claim) || !Testimony.IsReal(told.Claim.Status) || Parties.Agreement(denial.Claim.Actors, told.Claim.Actors) <= 0 && Parties.Agreement(denial.Claim.Actors, told.Claim.Recipients) <= 0) return 0;
        // 'Kiev denied it': what was said of it right before.
        if (denial.At.Report == told.At.Report && told.Claim.Sentence <= denial.Claim.Sentence && denial.Claim.Sentence - told.Claim.Sentence <= 2 && Parties.Agreement(denial.Claim.Actors, told.Claim.Actors) > 0) return 3;
        // 'Kiev said the North had sent it troops. Moscow dismissed the reports': who is said to get them
        if (denial.At.Report == told.At.Report && denial.Claim.Sentence - told.Claim.Sentence is 0 or 1 && denial.Claim.Gist is { Words.Length: <= Bare, Names.Length: <= 1 } && Kind(told.Claim) is "send-troops" or "arms" && Parties.Agreement(denial.Claim.Actors, told.Claim.Recipients) > 0) return 3;
        var words = Gists.Compare(denial.Claim.Gist, told.Claim.Gist);
        if (Math.Abs(denial.Days.Last - told.Days.Last) > 2 * Slack || words.Shared < 2 || words.Share < 0.25) return 0;
        return 4 + (int)words.Shared;
    }

    /// <summary>'Poland accused Belarus of it. Belarus denied it': the accusation, where what it is of is not told by itself.</summary>
    private static bool IsAnswer(Testimony denial, Testimony told) =>
        Kind(told.Claim) == "blame" && denial.At.Report == told.At.Report && denial.Claim.Sentence - told.Claim.Sentence is 0 or 1 && denial.Claim.Gist.Words.Length <= Bare
        && Parties.Agreement(denial.Claim.Actors, told.Claim.Recipients) > 0;

    /// <summary>What two claims agree on, for whoever asks why they stand together.</summary>
    internal static ImmutableArray<string> Why(Testimony left, Testimony right)
    {
        var why = ImmutableArray.CreateBuilder<string>(6);
        if (left.Claim.Frame.Name == right.Claim.Frame.Name) why.Add("act");
        if (Parties.Agreement(left.Claim.Actors, right.Claim.Actors) > 0) why.Add("actor");
        if (Parties.Agreement(left.Claim.Recipients, right.Claim.Recipients) > 0) why.Add("recipient");
        if (TimeAgreement(left, right) is > 0 and var time) why.Add(time > 1 ? "day" : "days-near");
        if (PlaceAgreement(left.Claim, right.Claim) > 0) why.Add("place");
        if (Gists.Compare(left.Claim.Gist, right.Claim.Gist) is { Shared: >= 3 }) why.Add("words");
        return why.ToImmutable();
    }

    /// <summary>Names, words and places beside who and whom that two tellings must share.</summary>
    private static int Needed(EventClaim a, EventClaim b, int time) =>
        !IsTold(a.Gist) || !IsTold(b.Gist) ? 0 : Recurring.Contains(Kind(a)) ? time > 1 ? 2 : 3 : time > 0 ? 0 : 1;

    /// <summary>True where both give one number of some size.</summary>
    private static bool SameNumber(EventClaim a, EventClaim b) =>
        a.Figures.Any(f => f.Quantity is { Min: >= 10 } one && b.Figures.Any(g => g.Quantity.Min == one.Min && g.Quantity.Max == one.Max));

    private static bool NumbersGainsay(EventClaim a, EventClaim b) =>
        a.Figures.Any(f => b.Figures.Any(g => CountedUnit.Of(f.Quantity) == CountedUnit.Of(g.Quantity) && !Ranges.Meet(f.Quantity, g.Quantity)));

    private static bool IsKnown(ImmutableArray<Participant> parties) => parties.Any(p => p.ActorId is not null || p.Country is not null);

    private static bool IsTold(Gist gist) => gist.Words.Length + gist.Names.Length > 0;

    /// <summary>The same act, or one told less exactly than the other: 'attacked' and 'shelled', but not 'visited' and 'telephoned'.</summary>
    private static bool Kin(EventFrame a, EventFrame b) =>
        a.Name == b.Name || a.Parent == b.Name || b.Parent == a.Name || a.Parent is not (null or EventFrame.Happening) && a.Parent == b.Parent && !(IsAbout(a) && IsAbout(b));

    /// <summary>An act about another act, as to agree to withdraw is: one about something else is another act.</summary>
    private static bool IsAbout(EventFrame frame) => frame.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && About.Contains(frame.Name[..point]);

    private static int TimeAgreement(Testimony left, Testimony right)
    {
        var (a, b) = (left.Claim.Time, right.Claim.Time);
        if (a is not null && b is not null && a.Basis == TimeBasis.Explicit && b.Basis == TimeBasis.Explicit)
            return (a.To is null || b.From is null || a.To >= b.From) && (b.To is null || a.From is null || b.To >= a.From) ? 2 : -1;
        var days = Math.Abs(left.Days.Last - right.Days.Last);
        return days <= Slack ? 1 : days <= Memory ? 0 : -1;
    }

    /// <summary>2 for one town, 1 for one country, 0 where one tells none, below 0 for two towns.</summary>
    internal static int PlaceAgreement(EventClaim a, EventClaim b)
    {
        if (a.Place is not { } one || b.Place is not { } other) return 0;
        if (one.GeoNameId == other.GeoNameId) return one.Feature is ['P', ..] ? 2 : 1;
        if (one.Country != other.Country && one.Country is not null && other.Country is not null) return -1;
        return one.Feature is ['P', ..] && other.Feature is ['P', ..] ? -1 : 0;
    }

    /// <summary>'Another 3,000' is not the first 10,000; and one report that gives two numbers tells of two things.</summary>
    private static bool FiguresAgree(Testimony left, Testimony right)
    {
        foreach (var a in left.Claim.Figures)
        {
            foreach (var b in right.Claim.Figures)
            {
                if (CountedUnit.Of(a.Quantity) != CountedUnit.Of(b.Quantity)) continue;
                if ((a.Quantity.Change == QuantityChange.Additional) != (b.Quantity.Change == QuantityChange.Additional)) return false;
                if (left.At.Report == right.At.Report && (a.Quantity.Min, a.Quantity.Max) != (b.Quantity.Min, b.Quantity.Max)) return false;
            }
        }
        return true;
    }

    private static bool IsState(string? country) => country is not null and not ("IGO" or "NGO");
}
