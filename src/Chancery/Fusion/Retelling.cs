using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Lays a rewrite beside the report it was taken from: which of its claims and figures is which, and what was changed.</summary>
internal sealed class Retelling(IFusionState state, FusionWeights weights)
{
    /// <summary>Share of a sentence that its rewrite keeps at least.</summary>
    private const double Kept = 0.45;

    /// <summary>Share from which two sentences are one but for what was changed.</summary>
    private const double Same = 0.6;

    /// <summary>Share from which a short sentence is the other one.</summary>
    private const double Whole = 0.8;

    /// <summary>Letters that 'the ' adds to a word, and those of the longest pronoun; of a name that ends in as many ('Albin Kurti') they are the surname.</summary>
    private const int Article = 4, Pronoun = 5;

    /// <summary>Pairs of claims or figures that are compared between two reports: those of two long articles are some 10,000.</summary>
    private const int MostPairs = 100_000;

    private const string Planned = "planned", Possible = "possible", Certain = "certain";

    /// <summary>What is demanded is neither surer nor less sure than what is done.</summary>
    private const string Demanded = "demanded";

    /// <summary>By report, what its figures and its claims tell again; null for one that is no rewrite.</summary>
    private readonly Dictionary<string, Dictionary<string, FigureRow>?> _figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<ClaimRef, Testimony>?> _claims = new(StringComparer.Ordinal);

    /// <summary>The figure of the report it was taken from that this one tells again; null where its report is no rewrite or gives it anew.</summary>
    internal FigureRow? Source(FigureRow row)
    {
        if (!_figures.TryGetValue(row.Report, out var sources))
        {
            if (Original(row.Report) is { } from && (state.Figures(from), state.Figures(row.Report)) is var (before, after) && IsComparable(before.Count, after.Count)) sources = new RetoldFigures(before, after).Sources(weights.RetoldFigures);
            _figures.Add(row.Report, sources);
        }
        return sources?.GetValueOrDefault(row.Id);
    }

    /// <summary>The claim of the report it was taken from that this one tells again; null where its report is no rewrite or tells it anew.</summary>
    internal Testimony? Source(ClaimRef claim)
    {
        if (!_claims.TryGetValue(claim.Report, out var sources))
        {
            if (Original(claim.Report) is { } from && (Said(from), Said(claim.Report)) is var (before, after) && IsComparable(before.Length, after.Length)) sources = new RetoldClaims(before, after).Sources(weights.RetoldClaims);
            _claims.Add(claim.Report, sources);
        }
        return sources?.GetValueOrDefault(claim);

        Testimony[] Said(string report) => [.. state.Said(report).Where(c => !state.Rulings.IsRejected(c.Claim.Id))];
    }

    /// <summary>All are compared with all: not of two books.</summary>
    private static bool IsComparable(int before, int after) => (long)before * after <= MostPairs;

    /// <summary>The report that one was taken from; null where it is no rewrite.</summary>
    private string? Original(string report) => state.Lineage(report) is { DerivedFrom: { } from, Kind: not ReportKind.Update } ? from : null;

    /// <summary>What a rewrite changed in a figure that it tells again.</summary>
    internal Drift? Drift(FigureRow source, FigureRow row)
    {
        var isKept = source.Figure.ClaimId is { } id && state.Find(id) is { Claim: var told } && IsVouchedFor(told)
            || row.Figure.Attribution.IsEmpty && source.Figure.Attribution is [.., var word] && SourceComparer.IsToldOf(word, row.Figure.Gist);
        // how long something was is told on the word on which it is told itself: the claim says whose that is
        var said = isKept || CountComparer.IsLength(row) ? null : SourceComparer.Change(source.Figure.Attribution, source.Figure.Gist, row.Figure.Attribution, row.Figure.Gist, row.Source, source.Report);
        if (said is not null && IsHeard(source.Figure.Attribution, row)) said = null;
        var voice = said;
        // Of what a claim is made of, in both, the claim tells how sure it is.
        if (source.Counted.IsAhead && !row.Counted.IsAhead && source.Figure.ClaimId is null && row.Figure.ClaimId is null) voice = new("certainty", Possible, Certain, source.Report) { And = said };
        return IsOtherNumber(source.Quantity, row.Quantity) || IsAddedTo(source.Quantity.Change, row.Quantity.Change) ? new("number", source.Words, row.Words, source.Report) { And = said } : voice;
    }

    /// <summary>A total that is told as more, or the other way.</summary>
    private static bool IsAddedTo(QuantityChange? was, QuantityChange? now) => (was, now) is (QuantityChange.Total, QuantityChange.Additional) or (QuantityChange.Additional, QuantityChange.Total);

    /// <summary>Another number, not the same one with 'at least' or 'about' left out.</summary>
    private static bool IsOtherNumber(Quantity was, Quantity now) =>
        (was.Min ?? was.Max) != (now.Min ?? now.Max) || was is { Min: not null, Max: not null } && now is { Min: not null, Max: not null } && was.Max != now.Max;

    /// <summary>What the rewrite changed in a claim.</summary>
    internal IEnumerable<ClaimDrift> Drifts(Testimony rewrite)
    {
        if (Original(rewrite.At.Report) is not { } from) yield break;
        var to = rewrite.Claim;
        var said = state.Said(from);
        var isOnly = IsOnly(rewrite, said);
        var source = Counterpart(rewrite, said, isOnly);
        if (source is not null && IsPromised(source, to))
        {
            yield return new(to.Id, new("certainty", Planned, Certain, from));
            yield break;
        }
        if (Voice(rewrite, said, source) is { } voice && IsBorneOut(rewrite, said)) yield return new(to.Id, voice);
        source ??= Source(rewrite.At)?.Claim;
        if (source is null) yield break;
        var isSameAct = source.Frame.Name == to.Frame.Name && rewrite.Event is not null && state.EventOf(source.Id) == rewrite.Event;
        var was = Certainty(source);
        var now = was == Planned && IsAhead(rewrite) ? was : Certainty(to);
        // A rewrite makes surer: where it seems to doubt what its source took for certain, a word of it was read amiss.
        if (was != now && was != Demanded && now != Demanded && (was, now) is not (Certain, Possible)) yield return new(to.Id, new("certainty", was, now, from));
        if (IsOtherDoer()) yield return new(to.Id, new("actor", Parties.Names(Who(source)), Parties.Names(Who(to)), from));
        else if (IsOther(source.Recipients, to.Recipients) && IsKnown(source.Recipients) && IsKnown(to.Recipients) && Parties.Agreement(source.Actors, to.Actors) > 0 && IsRetold(source, to)) yield return new(to.Id, new("actor", Parties.Names(source.Recipients), Parties.Names(to.Recipients), from));

        bool IsOtherDoer() =>
            IsLaidAnew(source, to, said) && IsRetold(source, to)
            || IsOtherBody(source.Actors, to.Actors) && (isOnly || IsRetold(source, to))
            || isSameAct && AreOtherKnown(source.Actors, to.Actors)
            || IsOtherParty(source, to, isOnly) && !IsTold(source.Gist, Who(to)) && Parties.Agreement(source.Actors, to.Recipients) <= 0 && Parties.Agreement(source.Recipients, to.Actors) <= 0;
    }

    /// <summary>The only act of its kind in both is known by less of its sentence.</summary>
    private bool IsOnly(Testimony rewrite, IReadOnlyList<Testimony> said)
    {
        var kind = rewrite.Claim.Frame.Name;
        return said.Count(c => c.Claim.Frame.Name == kind) == 1 && state.Said(rewrite.At.Report).Count(c => c.Claim.Frame.Name == kind) == 1;
    }

    /// <summary>What a claim of a rewrite is in the report it was taken from; null for what is told anew.</summary>
    private EventClaim? Counterpart(Testimony rewrite, IReadOnlyList<Testimony> said, bool isOnly)
    {
        var to = rewrite.Claim;
        return said
            .Where(c => ClaimComparer.Kind(c.Claim) == ClaimComparer.Kind(to) || IsPromised(c.Claim, to))
            .Select(c => (c.Claim, c.Event, Words: Gists.Compare(c.Claim.Gist, to.Gist)))
            .Where(c => c.Claim.Frame.Name == to.Frame.Name || c.Words.Share >= Same)
            .Select(c => (c.Claim, Likeness: Alike(c.Words, c.Event is not null && c.Event == rewrite.Event || isOnly && c.Words.Share >= Kept)))
            .Where(c => c.Likeness >= Kept)
            // of several that it may tell again, the one it changes less
            .OrderByDescending(c => c.Likeness + (c.Claim.Frame.Name == to.Frame.Name ? 0.2 : 0) + (Certainty(c.Claim) == Certainty(to) ? 0.1 : 0))
            .Select(c => c.Claim)
            .FirstOrDefault() ?? OnlyOfSentence(rewrite, said);
    }

    /// <summary>On whose word it is told, where that is another than in the report it was taken from: whoever was named for a whole sentence was named for all that it tells.</summary>
    private Drift? Voice(Testimony rewrite, IReadOnlyList<Testimony> said, EventClaim? source)
    {
        var to = rewrite.Claim;
        if ((source ?? OnOneWord(rewrite, said)) is not { } told || IsToldByItself(told, to) || IsLeftOpen(to)) return null;
        var voice = SourceComparer.Change(told.Attribution, told.Gist, to.Attribution, to.Gist, rewrite.Publisher, Original(rewrite.At.Report)!);
        return voice is null || IsOfAnAccusation(rewrite) || IsHeard(told.Attribution, state.Said(rewrite.At.Report), to.Sentence) ? null : voice;
    }

    /// <summary>
    /// Whose word it is holds for a sentence: what is first told in it goes by that, and what comes after it where another thing of the sentence does.
    /// One that would change its source alone, behind others that keep theirs, was likely taken for another claim.
    /// </summary>
    private bool IsBorneOut(Testimony rewrite, IReadOnlyList<Testimony> said)
    {
        var beside = state.Said(rewrite.At.Report).Where(c => c.Claim.Sentence == rewrite.Claim.Sentence && c.At != rewrite.At);
        return beside.All(c => rewrite.Claim.Word < c.Claim.Word) || beside.Any(c => Voice(c, said, Counterpart(c, said, IsOnly(c, said))) is not null);
    }

    /// <summary>'Whether anyone was hurt is not known': a report that takes no stand on it has taken nobody's word for its own.</summary>
    private static bool IsLeftOpen(EventClaim claim) => claim.Attribution.IsEmpty && Math.Abs(claim.Factuality.Value) < 0.5;

    /// <summary>What somebody denies, or accuses another of: who that is, the denial tells.</summary>
    private bool IsOfAnAccusation(Testimony rewrite) =>
        rewrite.Claim.Within is { } outer && state.Find(outer) is { Claim: var told } && (told.Frame.Name == "deny" || ClaimComparer.Kind(told) == "blame");

    /// <summary>True where the claim needs no source beside itself: who tells of an act of his own, who asks for something and who denies is told of by the act.</summary>
    private static bool IsToldByItself(EventClaim source, EventClaim to) =>
        source.Attribution is [.., var word] && source.Actors.Any(a => SourceComparer.IsWithin(a.Name, word) || SourceComparer.IsWithin(word, a.Name))
        || to is { Status: ClaimStatus.Demanded, Within: not null }
        || to.Attribution.IsEmpty && Gainsaying.Denies(to)
        || IsVouchedFor(source);

    /// <summary>The same for a figure, whose sentence is that of the claim it stands in.</summary>
    private bool IsHeard(ImmutableArray<string> was, FigureRow row)
    {
        var told = state.Said(row.Report);
        return told.FirstOrDefault(c => c.Claim.Evidence.Contains(row.Figure.Mention.Span.Start)) is { Claim.Sentence: var sentence } && IsHeard(was, told, sentence);
    }

    /// <summary>'Mali has hired mercenaries; a French officer puts them at 1,000': whoever was named speaks in the rewrite's sentence too, and is heard for all of it.</summary>
    private static bool IsHeard(ImmutableArray<string> was, IReadOnlyList<Testimony> told, int sentence) =>
        was is [.., var source] && told.Any(c => c.Claim.Sentence == sentence && (c.Claim.Attribution.Any(word => SourceComparer.IsWithin(source, word)) || Gainsaying.Denies(c.Claim) && c.Claim.Actors.Any(actor => SourceComparer.IsWithin(source, actor.Name))));

    /// <summary>True for what its report takes to be so although it tells it on another's word.</summary>
    private static bool IsVouchedFor(EventClaim claim) => claim.Commitments is [{ Source: null, Factuality.Value: > 0 }, _, ..];

    /// <summary>The only claim of the sentence that this one, the only claim of its own sentence, tells again in words that stand for another act.</summary>
    private EventClaim? OnlyOfSentence(Testimony rewrite, IReadOnlyList<Testimony> said) =>
        state.Said(rewrite.At.Report).Count(c => c.Claim.Sentence == rewrite.Claim.Sentence) > 1 ? null : OfSentence(rewrite, said, claims => claims.Count() == 1);

    /// <summary>A claim of the sentence that this one's tells again in other words, where all its claims are told on one word.</summary>
    private static EventClaim? OnOneWord(Testimony rewrite, IReadOnlyList<Testimony> said) =>
        OfSentence(rewrite, said, claims => claims.All(c => c.Claim.Attribution.SequenceEqual(claims.First().Claim.Attribution)));

    /// <summary>The first claim of the sentence that says most of what this one's sentence says, among those whose claims are as asked.</summary>
    private static EventClaim? OfSentence(Testimony rewrite, IReadOnlyList<Testimony> said, Func<IEnumerable<Testimony>, bool> areAsked) =>
        said.GroupBy(c => c.Claim.Sentence)
            .Where(areAsked)
            .Select(sentence => (sentence.First().Claim, Words: Gists.Compare(sentence.First().Claim.Gist, rewrite.Claim.Gist)))
            .Where(c => c.Words is { Share: >= Same, Shared: >= 3 })
            .OrderByDescending(c => c.Words.Share)
            .Select(c => c.Claim)
            .FirstOrDefault();

    /// <summary>What one report promises is given in the other.</summary>
    private static bool IsPromised(EventClaim source, EventClaim to) =>
        ClaimComparer.Kind(source) == "pledge" && ClaimComparer.Kind(to) is "aid" or "arms" or "send-troops" && Testimony.IsReal(to.Status) && Gists.Compare(source.Gist, to.Gist) is { Share: >= Same, Shared: >= 3 };

    /// <summary>Two that are known by name, in words of their own, and cannot be one: whom a pronoun stands for may have been read amiss.</summary>
    private static bool AreOtherKnown(ImmutableArray<Participant> was, ImmutableArray<Participant> now) =>
        was is [{ ActorId: not null } one] && now is [{ ActorId: not null } other] && IsNamed(one) && IsNamed(other) && Parties.Agreement(was, now) < 0;

    /// <summary>True for a party that is told of by a word of its own rather than by a pronoun or a few letters that stand for a longer name.</summary>
    private static bool IsNamed(Participant party) => party.Span.Length > Pronoun || party.Name.Length - party.Span.Length <= Article || party.Span.Length == Pronoun && party.Name.Length - party.Name.LastIndexOf(' ') - 1 == Pronoun;

    private static bool IsOtherParty(EventClaim source, EventClaim to, bool isOnly) =>
        IsOther(source.Actors, to.Actors) && Stands(to.Gist, to.Actors) && (IsRetold(source, to) || isOnly && IsKnown(source.Actors) && IsKnown(to.Actors))
        || IsAdded(source, to)
        // Of an act that the parser gave one party alone, whichever it took it for.
        || isOnly && Who(source).Length == 1 && Who(to).Length == 1 && IsKnown(Who(source)) && IsKnown(Who(to)) && IsOther(Who(source), Who(to));

    /// <summary>Who is told of in the very sentence may have been taken for the doer by the reader alone.</summary>
    private static bool IsTold(Gist gist, ImmutableArray<Participant> parties) =>
        parties.Any(p => p.Country is { } country && gist.Names.Contains("=" + country) || p.Name.Split(' ').Any(w => gist.Names.Contains(w.ToLowerInvariant())));

    private static bool IsRetold(EventClaim source, EventClaim to) => Gists.Compare(source.Gist, to.Gist).Share >= Same;

    private static ImmutableArray<Participant> Who(EventClaim claim) => claim.Actors.IsEmpty ? claim.Recipients : claim.Actors;

    private static bool IsKnown(ImmutableArray<Participant> parties) => parties.Any(p => p.ActorId is not null);

    private static double Alike(Likeness words, bool sameGroup)
    {
        // Of a short sentence nearly all must be kept.
        if (words.Shared < 3 && words.Share < Whole) return sameGroup ? Kept : 0;
        return sameGroup ? Math.Max(Kept, words.Share) : words.Share;
    }

    private static bool IsOther(ImmutableArray<Participant> was, ImmutableArray<Participant> now) => !was.IsEmpty && !now.IsEmpty && Parties.Agreement(was, now) < 0;

    /// <summary>Soldiers in the one are police in the other, the cabinet is the parliament, the army the rebels. A state may be told for any body of it.</summary>
    private static bool IsOtherBody(ImmutableArray<Participant> was, ImmutableArray<Participant> now) =>
        was is [{ } one] && now is [{ } other] && Body(one) is { } body && Body(other) is { } another && body != another && !one.Sectors.Contains(another) && !other.Sectors.Contains(body)
        && (one.Country is null || other.Country is null || one.Country == other.Country);

    /// <summary>The sector of a body that is told of by a word of its own: whom a pronoun stands for, a few letters for a longer name, may have been read amiss.</summary>
    private static string? Body(Participant party) =>
        party is { Sectors: ["MIL" or "COP" or "LEG" or "JUD" or "SPY" or "REB" or "GOV" or "UAF", ..] } && party.ActorId?.StartsWith("state/", StringComparison.Ordinal) != true && IsNamed(party) ? party.Sectors[0] : null;

    /// <summary>True where the sentence itself tells of them: whom a pronoun stands for may have been read amiss.</summary>
    private static bool Stands(Gist gist, ImmutableArray<Participant> parties) =>
        IsTold(gist, parties) || parties.Any(p => p.Name.Split(' ').Any(word => word.Length > 3 && gist.Words.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase))));

    /// <summary>A known actor where the source, which knows him too, lays it to nobody.</summary>
    private static bool IsAdded(EventClaim source, EventClaim to) =>
        source.Actors.IsEmpty && to.Actors is [{ ActorId: not null, Name: var name }, ..] && name.Split(' ').Any(w => w.Length > 3 && source.Gist.TurnsOn(w.ToLowerInvariant()));

    /// <summary>
    /// 'Militants killed seven' is 'the Taliban killed seven' in the other, 'ten were killed' is 'soldiers killed ten', where the source names no Taliban, tells of nothing that soldiers did: the act is laid to somebody on nobody's word.
    /// </summary>
    private static bool IsLaidAnew(EventClaim source, EventClaim to, IReadOnlyList<Testimony> said)
    {
        if (to.Actors is not [var doer] || !IsNamed(doer)) return false;
        if (source.Actors.IsEmpty) return Body(doer) is { } body && !said.Any(c => c.Claim.Actors.Concat(c.Claim.Recipients).Any(party => party.Sectors.Contains(body)));
        return doer.ActorId?.StartsWith("group/", StringComparison.Ordinal) == true && source.Actors is [{ ActorId: null } before] && before.Sectors.Intersect(doer.Sectors, StringComparer.Ordinal).Any()
            && doer.Name.Split(' ').Where(word => word.Length > 2 && char.IsUpper(word[0])).All(word => !IsKnownTo(word.ToLowerInvariant()));

        bool IsKnownTo(string name) => source.Gist.TurnsOn(name) || said.Any(c => c.Claim.Gist.Names.Contains(name));
    }

    /// <summary>'Travels to Beirut next week' is told of what is to come.</summary>
    private static bool IsAhead(Testimony told) => told.Claim.Status is ClaimStatus.Occurred or ClaimStatus.Ongoing && told.Claim.Time is { Basis: TimeBasis.Explicit, From: { } day } && day > told.Published;

    private static string Certainty(EventClaim claim) => claim.Status switch
    {
        ClaimStatus.Denied or ClaimStatus.NotOccurred => "denied",
        ClaimStatus.Possible or ClaimStatus.Conditional => Possible,
        ClaimStatus.Planned => Planned,
        ClaimStatus.Demanded => Demanded,
        _ => Math.Abs(claim.Factuality.Value) < 1.5 ? Possible : Certain,
    };
}
