using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Coding.Figures;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>Turns hits into claims: adds status, word of whom, circumstances, contexts and the identity.</summary>
internal sealed class ClaimWriter
{
    private const int EvidenceReach = 60;

    private readonly Document _document;
    private readonly AttributionIndex _index;
    private readonly ContextFinder _contexts;
    private readonly StatementWriter _statements;
    private readonly ConfidenceModel _confidence;
    private readonly Dictionary<int, Predicate> _predicates = [];
    private readonly string _salt;

    internal ClaimWriter(Document document, Attributions attributions, AttributionIndex index, ContextFinder contexts, StatementWriter statements, ConfidenceModel confidence)
    {
        (_document, _index, _contexts, _statements, _confidence) = (document, index, contexts, statements, confidence);
        foreach (var predicate in attributions.Predicates) _predicates.TryAdd(predicate.Word, predicate);
        _salt = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)).AsSpan(0, 8));
    }

    internal ImmutableArray<EventClaim> Write(List<Hit> hits, Circumstances circumstances)
    {
        foreach (var hit in hits) hit.Id = Identity(hit);
        var claims = ImmutableArray.CreateBuilder<EventClaim>(hits.Count);
        var neighbors = hits.CountBy(hit => hit.Word.SentenceIndex).ToDictionary();
        foreach (var hit in hits)
        {
            var claim = Write(hit, circumstances);
            claims.Add(claim with { Confidence = _confidence.Of(claim, hit.Word, neighbors[hit.Word.SentenceIndex]) });
        }
        return claims.ToImmutable();
    }

    private EventClaim Write(Hit hit, Circumstances circumstances)
    {
        var predicate = Predicate(hit);
        // a modal is itself the act: 'must' demands and 'will not' refuses here and now
        var status = hit.IsModal ? ClaimStatus.Occurred : predicate?.Status ?? ClaimStatus.Occurred;
        // 'intends to hold talks': what is meant lies ahead
        if (status == ClaimStatus.Occurred && (hit.Frame.Name == "agree.intend" || hit.Entry.IsAhead)) status = ClaimStatus.Planned;
        // 'arrived to meet the king': an act that takes two has only been meant where one came for it
        if (status == ClaimStatus.Occurred && hit.Frame.Reciprocal && IsPurpose(hit.Verb)) status = ClaimStatus.Planned;
        var factuality = hit.IsModal ? Factuality.Certain : predicate?.Factuality ?? Factuality.Certain;
        return new()
        {
            Id = hit.Id,
            Trigger = Trigger(hit),
            Word = hit.Word.Index,
            Sentence = hit.Word.SentenceIndex,
            Evidence = Evidence(hit.Verb),
            Within = hit.Outer?.Id,
            Frame = hit.Frame,
            Contexts = _contexts.Find(hit.Word.Sentence),
            Actors = hit.Actors,
            Recipients = hit.Recipients,
            Status = status,
            // 'troops would be moved to Cyprus': what nobody is said to announce is no threat
            IsAnnounced = status == ClaimStatus.Planned && !IsPurpose(hit.Verb) && !(hit.Actors.IsEmpty && hit.Frame.Parent == "mobilize"),
            IsPast = status == ClaimStatus.Possible && new Clause(hit.Verb).IsPast,
            Factuality = factuality,
            Attribution = WordOf.Find(_index.Covering(hit.Word)),
            Commitments = WordOf.Commitments(_index.Covering(hit.Word), hit.Word, factuality),
            Time = circumstances.Time(hit, status),
            Place = circumstances.Place(hit)?.Place,
            Figures = circumstances.Figures(hit),
            Rule = hit.Entry.Rule,
            Statement = _statements.Write(hit, status),
        };
    }

    /// <summary>What becomes of the act: 'planned a visit' is no visit yet, so where a light verb holds, its noun tells; of 'will be in Lima' the copula.</summary>
    private Predicate? Predicate(Hit hit)
    {
        var verb = _predicates.GetValueOrDefault(hit.Verb.Index) ?? (hit.Word.Child(Deprel.Cop) is { } copula ? _predicates.GetValueOrDefault(copula.Index) : null);
        return verb is null or { Status: ClaimStatus.Occurred } && _predicates.GetValueOrDefault(hit.Word.Index) is { } word ? word : verb;
    }

    /// <summary>'phoned to congratulate': what an act is done for is not announced apart.</summary>
    internal static bool IsPurpose(Token verb) => verb.Relation == Deprel.Advcl && Predication.IsInfinitive(verb);

    private const int TriggerReach = 4;

    private static TextSpan Trigger(Hit hit)
    {
        var span = hit.Word.Span;
        // 'will not lift': an auxiliary alone names nothing
        if (hit.IsModal && hit.Predication.Light is { } verb && verb.Index > hit.Word.Index && verb.Index - hit.Word.Index < TriggerReach) span = span.Union(verb.Span);
        if (hit.Word.Child(Deprel.CompoundPrt) is { } particle && particle.Index == hit.Word.Index + 1) span = span.Union(particle.Span);
        return span;
    }

    /// <summary>The clause: from its first to its last word, no farther than sixty words off.</summary>
    private TextSpan Evidence(Token verb)
    {
        var sentence = verb.Sentence;
        int first = verb.Index, last = verb.Index;
        for (var i = Math.Max(sentence.First, verb.Index - EvidenceReach); i < verb.Index; i++)
            if (_document[i].IsWithin(verb)) { first = i; break; }
        for (var i = Math.Min(sentence.End, verb.Index + EvidenceReach) - 1; i > verb.Index; i--)
            if (_document[i].IsWithin(verb)) { last = i; break; }
        return new(_document[first].Span.Start, _document[last].Span.End);
    }

    private string Identity(Hit hit)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{_salt} {hit.Word.Span.Start} {hit.Word.Span.End} {hit.Entry.Frame.Name}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
