using static Chancery.Fusion.ClaimTraits;

namespace Chancery.Fusion;

/// <summary>
/// What tells whether two claims tell one happening against each other: the one denies what the other tells, or lays it to others. Traits of the pair, each of which takes one of a few values;
/// what each value weighs is learned (<c>gainsaid.tsv</c>).
/// </summary>
/// <remarks>Those that ask what the two sentences have in common come last: they take longest.</remarks>
internal static class GainsaidTraits
{
    /// <summary>Stems of 'denied it': the denying alone, so that what is denied stands elsewhere.</summary>
    private const int Bare = 1;

    /// <summary>The traits, five pairs of them looked at together.</summary>
    internal static TraitSet Set { get; } = new(
        ("form", TraitSet.Values<Form>()), ("gap", TraitSet.Values<Gap>()), ("claims between", TraitSet.Values<Degree>()), ("act", TraitSet.Values<Act>()), ("sort", TraitSet.Values<Sort>()),
        ("actors", TraitSet.Values<Sides>()), ("recipients", TraitSet.Values<Sides>()), ("place", TraitSet.Values<Where>()), ("number", TraitSet.Values<Number>()), ("published", TraitSet.Values<Days>()),
        ("denier", TraitSet.Values<Part>()), ("voices", TraitSet.Values<Voices>()), ("within another", TraitSet.Values<Flag>()), ("nouns", TraitSet.Values<Flag>()),
        ("form, gap", TraitSet.Values<Form, Gap>()), ("form, act", TraitSet.Values<Form, Act>()), ("form, actors", TraitSet.Values<Form, Sides>()), ("form, denier", TraitSet.Values<Form, Part>()),
        ("names", TraitSet.Values<Degree>()), ("words", TraitSet.Values<Degree>()), ("share", TraitSet.Values<Degree>()), ("theme", TraitSet.Values<Degree>()), ("named themes", TraitSet.Values<Degree>()),
        ("others", TraitSet.Values<YesNo>()), ("other states", TraitSet.Values<YesNo>()), ("length", TraitSet.Values<Degree>()), ("form, words", TraitSet.Values<Form, Degree>()));

    /// <summary>How the one goes against the other: 'did not', 'denied that it did', 'denied it', 'others did'.</summary>
    private enum Form { Clause, Denied, Bare, Others }

    /// <summary>How far after what is told it is denied, in sentences; or by which of two reports.</summary>
    private enum Gap { LaterReport, EarlierReport, Same, Next, Second, Later, Before, LongBefore }

    /// <summary>Which part in what is told the denier, or who lays it to others, is said to have had.</summary>
    private enum Part { Unknown, None, Doer, Target }

    /// <summary>On whose words the two are told.</summary>
    private enum Voices { None, Told, Against, Others, Same }

    /// <summary>Numbers of the values that a pair has, one for each trait.</summary>
    /// <param name="left">The earlier telling.</param>
    /// <param name="right">The later one.</param>
    /// <param name="numbers">Where they are put.</param>
    internal static void Find(Testimony left, Testimony right, Span<int> numbers)
    {
        var found = new TraitFinding(Set, numbers);
        var (told, against) = InOrder(left, right);
        FindQuick(told, against, Agreed.Of(told.Claim, against.Claim), ref found);
        FindRest(told, against, Gists.Compare(told.Claim.Gist, against.Claim.Gist), ref found);
    }

    /// <summary>What is told, then what goes against it: of a denial what it is of comes first, else the earlier telling.</summary>
    internal static (Testimony Told, Testimony Against) InOrder(Testimony left, Testimony right) => Gainsaying.Denies(left.Claim) && !Gainsaying.Denies(right.Claim) ? (right, left) : (left, right);

    /// <summary>Puts down the traits that are found without comparing words.</summary>
    /// <param name="told">What is told.</param>
    /// <param name="against">What goes against it.</param>
    /// <param name="parts">How well they agree on who, whom and where.</param>
    /// <param name="found">Where they are put.</param>
    internal static void FindQuick(Testimony told, Testimony against, Agreed parts, ref TraitFinding found)
    {
        var (a, b) = (told.Claim, against.Claim);
        var isWithin = told.At.Report == against.At.Report;
        int form = (int)Forms(b), gap = (int)(isWithin ? Gaps(b.Sentence - a.Sentence) : Testimony.Order.Compare(told, against) < 0 ? Gap.LaterReport : Gap.EarlierReport), act = (int)Acts(told, against), actors = (int)Side(a.Actors.Length, b.Actors.Length, parts.Actors), denier = (int)Parts(a, b);
        found.Put(form);
        found.Put(gap);
        found.Put(isWithin ? (int)Much(Math.Abs(told.At.Index - against.At.Index) - 1) : (int)Degree.None);
        found.Put(act);
        found.Put((int)Sorts(a, b));
        found.Put(actors);
        found.Put((int)Side(a.Recipients.Length, b.Recipients.Length, parts.Recipients));
        found.Put((int)Places(a, b, parts.Place));
        found.Put((int)Numbers(a, b));
        found.Put((int)Published(told, against));
        found.Put(denier);
        found.Put((int)Heard(a, b));
        found.Put((int)Both(a.Within is not null, b.Within is not null));
        found.Put((int)Both(told.IsNoun, against.IsNoun));
        found.Put<Gap>(form, gap);
        found.Put<Act>(form, act);
        found.Put<Sides>(form, actors);
        found.Put<Part>(form, denier);
    }

    /// <summary>Puts down the others.</summary>
    /// <param name="told">What is told.</param>
    /// <param name="against">What goes against it.</param>
    /// <param name="like">How alike their sentences are.</param>
    /// <param name="found">Where they are put.</param>
    internal static void FindRest(Testimony told, Testimony against, Likeness like, ref TraitFinding found)
    {
        var words = (int)Much(like.Words);
        found.Put((int)Much(like.Names));
        found.Put(words);
        FindLikeness(told.Claim.Gist, against.Claim.Gist, like, ref found);
        found.Put<Degree>((int)Forms(against.Claim), words);
    }

    private static Form Forms(EventClaim against) =>
        Gainsaying.IsDenial(against) ? against.Gist.Words.Length <= Bare ? Form.Bare : Form.Denied
        : Gainsaying.IsDenied(against) ? Form.Clause : Form.Others;

    private static Gap Gaps(int sentences) => sentences switch { 0 => Gap.Same, 1 => Gap.Next, 2 => Gap.Second, > 2 => Gap.Later, -1 => Gap.Before, _ => Gap.LongBefore };

    private static Part Parts(EventClaim told, EventClaim against)
    {
        if (Gainsaying.IsDenial(against))
            return against.Actors.IsEmpty ? Part.Unknown : Parties.Agreement(against.Actors, told.Actors) > 0 ? Part.Doer : Parties.Agreement(against.Actors, told.Recipients) > 0 ? Part.Target : Part.None;
        return against.Gist.Voice is not { } voice ? Part.Unknown : Parties.IsAmong(voice, told.Actors) ? Part.Doer : Parties.IsAmong(voice, told.Recipients) ? Part.Target : Part.None;
    }

    private static Voices Heard(EventClaim told, EventClaim against) => (told.Gist.Voice, against.Gist.Voice) switch
    {
        (null, null) => Voices.None,
        (not null, null) => Voices.Told,
        (null, not null) => Voices.Against,
        var (one, other) => Gist.IsSameVoice(one, other) ? Voices.Same : Voices.Others,
    };
}
