using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding.Figures;

/// <summary>Tells which quantities of a report a reader would follow, and what each of them counts.</summary>
/// <remarks>Immutable and thread-safe. Figures are counts, measures, money, shares and how long something lasted; not ages, spans of time that only tell when, pronoun-like 'two sides', or what would only have been.</remarks>
internal sealed class FigureFinder
{
    private const int Climb = 6;

    /// <summary>Sentences from a count to another one's: 'the army found 12 bodies. They have been buried. A colleague counted nine.'</summary>
    private const int Reach = 2;

    /// <summary>Parts of a count that are told before it is spoken of again.</summary>
    private const int Parts = 4;

    /// <summary>From which a bare number beside a sum of money is mostly one too.</summary>
    private const int Great = 100_000;

    private readonly FigureLexicon _lexicon;
    private readonly CountFinder _counts;
    private readonly Reckonings _reckonings;
    private readonly ShareHolder _shares;
    private readonly Lengths _lengths;

    internal FigureFinder(LanguagePack pack, string language)
    {
        var counts = new CountLexicon(pack, language);
        (_lexicon, _reckonings, _shares) = (new(pack, language), new(counts), new(pack, language));
        _counts = new(counts, _reckonings);
        _lengths = new(_lexicon);
    }

    /// <summary>The quantities that are figures, in text order; a share of a group is given in per cent.</summary>
    internal ImmutableArray<QuantityMention> Select(Document document, MentionSet mentions, Attributions attributions)
    {
        var unreal = new HashSet<int>();
        foreach (var predicate in attributions.Predicates) if (predicate.Status == ClaimStatus.Conditional) unreal.Add(predicate.Word);
        var figures = ImmutableArray.CreateBuilder<QuantityMention>();
        foreach (var mention in mentions.Quantities)
            if (figures.Count > 0 && Last(document, figures, figure => figure) is var before && Ellipsis.Find(document, before, mention) is not null) figures.Add(Ellipsis.Fill(before, mention));
            else if ((IsFigure(document, mentions, mention) || figures.Count > 0 && IsAnew(document, figures[^1], mention)) && !IsUnreal(document[mention.Head], unreal)) figures.Add(AsShare(figures.Count > 0 && IsSum(document, figures[^1], mention) ? Ellipsis.Fill(figures[^1], mention) : mention));
        return figures.ToImmutable();
    }

    /// <summary>'Of the two billion euros 1.2 billion were paid': a great number without a noun, of which is told what is done with money, beside a sum.</summary>
    private bool IsSum(Document document, QuantityMention before, QuantityMention mention) =>
        before.Quantity.Currency is not null && mention.Quantity is { Unit: null, Currency: null, Change: null } && (mention.Quantity.Min ?? mention.Quantity.Max) >= Great
        && document[mention.Head].SentenceIndex - document[before.Head].SentenceIndex <= 1 && _counts.IsOfMoney(document[mention.Head]);

    /// <summary>'A hospital spoke of five': another number of what was counted in this sentence or the one before.</summary>
    private bool IsAnew(Document document, QuantityMention before, QuantityMention mention) =>
        mention.Quantity.Min > 0 && before.Quantity.Currency is null && before.Quantity.IsOfOneOrder(mention.Quantity)
        && document[mention.Head].SentenceIndex - document[before.Head].SentenceIndex <= Reach && _reckonings.Anew(document, mention) is not null;

    /// <summary>The figures with what they count, on whose word, and the claim that took them up.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">Its mentions.</param>
    /// <param name="selected">What <see cref="Select"/> gave.</param>
    /// <param name="attributions">Who says what.</param>
    /// <param name="claims">The claims, which hold the figures of their own clauses.</param>
    internal ImmutableArray<Figure> Find(Document document, MentionSet mentions, ImmutableArray<QuantityMention> selected, AttributionIndex attributions, ImmutableArray<EventClaim> claims)
    {
        var owners = new Dictionary<TextSpan, EventClaim>();
        foreach (var claim in claims) foreach (var figure in claim.Figures) owners.TryAdd(figure.Span, claim);
        var figures = ImmutableArray.CreateBuilder<Figure>(selected.Length);
        foreach (var mention in selected)
        {
            var owner = owners.GetValueOrDefault(mention.Span);
            if (figures.Count > 0 && Last(document, figures, figure => figure.Mention) is var before && Ellipsis.Find(document, before.Mention, mention) is { } ellipsis)
            {
                figures.Add(Again(document, mentions, mention, before, ellipsis, owner?.Id, WordOf.Find(attributions.Covering(document[mention.Head].SentenceIndex, mention.Span.Start))));
                continue;
            }
            var (counted, act) = _counts.Find(document, mentions, mention);
            if (owner is not null) act ??= _counts.Suffered(document, mention, owner);
            string? phrase = null;
            if (_lengths.Measured(document, mention) is { } measured) (act, phrase) = (_lengths.Act(measured, mention.Quantity.Unit!), CountedPhrase.OfLength(document, mention, measured));
            // '74 people were killed, among them 65 soldiers': what befell them all
            if ((Sum(document, mention, selected, figures) ?? Among(document, mention, figures)) is { } all) act = all.Gist.Act ?? act;
            // '25 survived, 22 of whom are in hospital': another thing is told of the part than of the whole, so that it is a count of its own
            if (counted.Things is "part" && act is not null && Whole(document, mention, figures) is { Counted: { } told } whole && whole.Gist.Act != act) counted = counted with { Things = told.Things };
            // 'the ministry put the number at 81', 'Damascus spoke of 22,000': what was counted right before
            if (act is null && counted.Things.Length == 0 && (counted.IsReckoned || IsBeside(document, mention))) (counted, act, phrase) = Meant(document, mentions, mention, figures, counted);
            var word = owner?.Attribution ?? WordOf.Find(attributions.Covering(document[mention.Head].SentenceIndex, mention.Span.Start));
            if ((_reckonings.Reckoner(document, mentions, mention) ?? (mention.Quantity.Unit is "percent" ? _shares.Giver(mentions, document[mention.Head]) : null)) is { } reckoner && !word.Any(named => reckoner.EndsWith(named, StringComparison.OrdinalIgnoreCase))) word = word.Add(reckoner);
            figures.Add(new(mention, phrase ?? CountedPhrase.Write(document, mention, _reckonings.Counts(document, mention)), word, owner?.Id)
            {
                Counted = counted with { By = (mention.Quantity.Unit is "percent" ? _shares.Find(mentions, document[mention.Head]) : null) ?? (owner?.Actors is [var doer] ? doer.Country ?? doer.ActorId : null) },
                Gist = Gist.None with { Act = act },
            });
        }
        return figures.MoveToImmutable();
    }

    /// <summary>What a number counts that is told as a count and leaves out of what: what was counted right before, else those that 'their number' is of.</summary>
    private (Counted Counted, string? Act, string? Phrase) Meant(Document document, MentionSet mentions, QuantityMention mention, ImmutableArray<Figure>.Builder figures, Counted counted)
    {
        if (Told(document, mention, figures) is { Counted: { } same } before)
            return (counted with { Things = same.Things, Whom = same.Whom, Place = same.Place, IsReckoned = true, On = same.On, IsRunning = same.IsRunning, ArePeople = same.ArePeople }, before.Gist.Act, before.Of);
        return _counts.Meant(document, mentions, mention) is { } those ? (counted with { Things = those.Things }, those.Act, null) : (counted, null, null);
    }

    /// <summary>The last figure that is no part of the one before it: 'at 12, two of them children, up from nine' was nine of all.</summary>
    private static T Last<T>(Document document, ImmutableArray<T>.Builder figures, Func<T, QuantityMention> mention)
    {
        var last = figures.Count - 1;
        for (var steps = 0; steps < Parts && last > 0 && CountFinder.IsPart(document, mention(figures[last])); steps++) last--;
        return figures[last];
    }

    /// <summary>The number that leaves to another one what it counts: another one's, or what was counted before.</summary>
    private static Figure Again(Document document, MentionSet mentions, QuantityMention mention, Figure same, Ellipsis ellipsis, string? claim, ImmutableArray<string> word)
    {
        var counted = same.Counted!;
        if (ellipsis.Holder is not { } holder) return same with { Mention = mention, Counted = counted with { IsFormer = true }, ClaimId = claim };
        var entity = CountFinder.At(mentions, holder).FirstOrDefault();
        // of a noun the words: trees take it for another name of what stands before it
        var name = entity?.Actor?.Name ?? (entity is { Kind: MentionKind.Name } ? entity.Name : null) ?? OneLine.Of(ellipsis.Name.In(document.Text));
        var country = entity?.Country;
        // 'the United Nations put them at 200, a local leader at 113': whoever has the number is who counted, not who did it
        return same with
        {
            Mention = mention,
            Attribution = counted.IsReckoned ? [name] : word,
            ClaimId = claim,
            Counted = counted with { By = counted.IsReckoned ? counted.By : mention.Quantity.Unit is "percent" ? entity?.Actor?.Id ?? name : country ?? entity?.Actor?.Id ?? name, Whom = counted.Whom is { } whom && (counted.By is null || counted.By == whom) && country is not null ? country : counted.Whom },
        };
    }

    /// <summary>The count that a part is of: the last one before it in its sentence or the one before that.</summary>
    private static Figure? Whole(Document document, QuantityMention mention, ImmutableArray<Figure>.Builder figures)
    {
        for (var i = figures.Count - 1; i >= 0 && document[mention.Head].SentenceIndex - document[figures[i].Mention.Head].SentenceIndex <= 1; i--)
            if (figures[i].Counted is { Things: "people" or "troop" or "fighter" or "child" or "civilian" or "prisoner" }) return figures[i];
        return null;
    }

    /// <summary>The count right before that a bare number can be another one of: no share, sum or measure.</summary>
    private Figure? Told(Document document, QuantityMention mention, ImmutableArray<Figure>.Builder figures)
    {
        // 'a shipmate spoke of eight': of whatever was just counted
        var isAnew = _reckonings.Anew(document, mention) is not null;
        var reach = isAnew ? Reach : 1;
        for (var i = figures.Count - 1; i >= 0; i--)
        {
            var before = figures[i];
            if (document[mention.Head].SentenceIndex - document[before.Mention.Head].SentenceIndex > reach) return null;
            // 'About 80 percent of them are Syrians': the count they are a share of is still spoken of
            if (before.Mention.Quantity.Unit is "percent") reach = 2;
            // 'some 300 men in eight buses': 250 is another count of the men
            if (!before.Mention.Quantity.IsOfOneOrder(mention.Quantity) || IsAll(document, before.Mention)) continue;
            // 'there were three of them; a neighbor heard four': a part is counted anew as a part
            if (before is { Counted: { Things: not ("" or "percent") } counted, Mention.Quantity.Currency: null } && (isAnew || counted.Things is not "part") && (isAnew || counted.IsReckoned || before.Gist.Act is not null || counted.Things is "people" or "troop" or "child")) return before;
        }
        return null;
    }

    /// <summary>'puts them at 370,000 and the disaster unit at 505,000': beside a number that is told as a count.</summary>
    private bool IsBeside(Document document, QuantityMention mention) =>
        document[mention.Head] is { Relation: Deprel.Conj or Deprel.Orphan or Deprel.Nmod or Deprel.Obl } number && document.TokensIn(mention.Span).First is > 0 and var first && document[first - 1].Lemma is "at";

    /// <summary>'300,000 of the million shells': that of which the other number is a part.</summary>
    private static bool IsAll(Document document, QuantityMention mention)
    {
        var first = document.TokensIn(mention.Span).First;
        for (var i = first - 1; i > 0 && i > first - 4 && document[i].SentenceIndex == document[first].SentenceIndex; i--)
            if (document[i].Lemma is "of") return document[i - 1].Upos == Upos.Num;
            else if (document[i].Upos is not (Upos.Det or Upos.Pron or Upos.Adj or Upos.Verb)) return false;
        return false;
    }

    /// <summary>'156 dead: 83 men, 28 women and 45 children': the count behind a colon's numbers, which add up to it.</summary>
    private static Figure? Sum(Document document, QuantityMention mention, ImmutableArray<QuantityMention> selected, ImmutableArray<Figure>.Builder figures)
    {
        var sentence = document[mention.Head].SentenceIndex;
        var colon = document[mention.Head].Index;
        while (colon > document[mention.Head].Sentence.First && document[colon].Chars is not ":") colon--;
        if (document[colon].Chars is not ":") return null;
        Figure? sum = null;
        foreach (var figure in figures) if (document[figure.Mention.Head].SentenceIndex == sentence && figure.Mention.Head < colon) sum = figure;
        if (sum?.Mention.Quantity.Min is not { } all) return null;
        foreach (var part in selected) if (document[part.Head].SentenceIndex == sentence && part.Head > colon) all -= part.Quantity.Min ?? 0;
        return all == 0 ? sum : null;
    }

    /// <summary>'74 people were killed, among them 65 soldiers': the count right before, of the same sentence.</summary>
    private static Figure? Among(Document document, QuantityMention mention, ImmutableArray<Figure>.Builder figures)
    {
        var first = document.TokensIn(mention.Span).First;
        var isAmong = first > 1 && (document[first - 1].Lemma is "include" or "including" || document[first - 1].Lemma is "they" or "them" && document[first - 2].Lemma is "among");
        return isAmong && figures.LastOrDefault() is { } before && document[before.Mention.Head].SentenceIndex == document[mention.Head].SentenceIndex ? before : null;
    }

    private bool IsFigure(Document document, MentionSet mentions, QuantityMention mention)
    {
        var quantity = mention.Quantity;
        var head = document[mention.Head];
        if (quantity.Currency is not null || quantity.Unit is "percent" or "percentage point") return true;
        var value = quantity.Max ?? quantity.Min ?? 0;
        var bounded = quantity.Approximate || quantity.Min != quantity.Max || quantity.Change is not null;
        if (quantity.Unit is not { } unit) return !_lexicon.IsAge(head) && (IsToll(head) || _counts.Behind(document, mention) is { } behind && _lexicon.IsToll(behind) || _counts.IsCount(document, mention) || (bounded || value >= 100) && IsArgument(head));
        if (_lexicon.IsSpan(unit)) return value > 0 && (IsTerm(head) || _lengths.Measured(document, mention) is not null);
        // 'three of the attackers': the number stands for them
        var isPart = head is { Relation: Deprel.Nmod, Head: { Upos: Upos.Num } part } && mention.Span.Contains(part.Span.Start);
        if (isPart && IsToll(head.Head!.Value)) return true;
        if (_lexicon.IsPassedOver(quantity.Noun ?? unit, value)) return IsToll(head);
        if (quantity.Min == quantity.Max && value == 1) return IsToll(head);
        // 'eleven of their countrymen' were not told of before, 'their eleven countrymen' were
        if (isPart && _counts.ArePeople(mentions, head)) return true;
        // 'the two ships' were told of before
        return bounded || value > 12 || !IsDefinite(head) || quantity.Min != 1 && IsToll(head);
    }

    private bool IsToll(Token word)
    {
        // a number without its noun hangs on the verb by any relation
        if (word.Upos == Upos.Num && word.Head is { Upos: Upos.Verb } direct && _lexicon.IsToll(direct) && word.Index > direct.Index) return true;
        var at = word;
        for (var step = 0; step < Climb; step++)
        {
            if (_lexicon.IsToll(at)) return true;
            if (at.Relation is not (Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj or Deprel.Conj or Deprel.Nummod or Deprel.OblAgent) || at.Head is not { } head) break;
            if (at.Relation == Deprel.Nsubj && at.Head is { } verb && _lexicon.IsToll(verb) && verb.Has(Deprel.Obj)) return false;
            at = head;
        }
        foreach (var child in word.Children) if (child.Relation is Deprel.Acl or Deprel.Amod && child.Xpos == "VBN" && _lexicon.IsToll(child) || child.Relation == Deprel.AclRelcl && _lexicon.IsToll(child)) return true;
        return CountFinder.Found(word) is { } became && _lexicon.IsToll(became);
    }

    private bool IsTerm(Token word)
    {
        var at = word;
        for (var step = 0; step < Climb; step++)
        {
            if (_lexicon.IsTerm(at)) return true;
            foreach (var child in at.Children) if (child.Relation is Deprel.Nmod or Deprel.Obl && _lexicon.IsTerm(child)) return true;
            if (at.Upos == Upos.Verb && step > 0 || at.Head is not { } head) return false;
            at = head;
        }
        return false;
    }

    /// <summary>True where the number itself is what is done or what does: '8,000 have fled', 'with 1,300 on board'.</summary>
    private static bool IsArgument(Token word) => word.Relation.Universal() is Deprel.Nsubj or Deprel.Obj or Deprel.Conj or Deprel.Root or Deprel.Obl or Deprel.Nmod || word.Relation == Deprel.Nummod && word.Index + 1 < word.Sentence.End && word.Document[word.Index + 1].Upos == Upos.Adp;

    private static bool IsDefinite(Token noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation is Deprel.NmodPoss || child.Relation is Deprel.Det or Deprel.DetPredet && child.Lemma is "the" or "these" or "those" or "both" or "all") return true;
        return false;
    }

    private static bool IsUnreal(Token word, HashSet<int> unreal)
    {
        if (Lengths.IsTerm(word)) return false;
        var at = word;
        for (var step = 0; step < Climb; step++)
        {
            // 'the toll would have been a thousand' was not
            if (unreal.Contains(at.Index) || new Clause(at) is { Modal: "would" or "could" or "might", IsPerfect: true }) return true;
            if (at.Upos == Upos.Verb || at.Head is not { } head) return false;
            at = head;
        }
        return false;
    }

    /// <summary>'a quarter of citizens' is 25 per cent of them, 'one in three' between 33 and 34.</summary>
    private static QuantityMention AsShare(QuantityMention mention)
    {
        var quantity = mention.Quantity;
        if (quantity.Currency is not null || quantity.Unit is null or "percent" || (quantity.Max ?? quantity.Min) is not (> 0 and < 1)) return mention;
        return mention with { Quantity = quantity with { Min = quantity.Min is { } min ? decimal.Floor(min * 100) : null, Max = quantity.Max is { } max ? decimal.Ceiling(decimal.Round(max * 100, 6)) : null, Unit = "percent" } };
    }
}
