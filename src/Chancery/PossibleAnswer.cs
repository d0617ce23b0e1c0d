using System.Collections.Immutable;

namespace Chancery;

/// <summary>A claim as one that may answer what earlier reports left open.</summary>
internal sealed class PossibleAnswer
{
    /// <summary>Least confidence of a claim that answers.</summary>
    private const double Sure = 0.5;

    private readonly FiledReading _reading;

    private PossibleAnswer(FiledReading reading, EventClaim claim) => (_reading, Claim) = (reading, claim);

    internal EventClaim Claim { get; }

    internal bool IsDenied => Claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred;

    /// <summary>Whom it is about.</summary>
    internal ImmutableArray<string> Parties => field.IsDefault ? field = [.. Participants.Select(Known).Distinct(StringComparer.Ordinal)] : field;

    /// <summary>Stems of its sentence.</summary>
    internal IReadOnlyDictionary<string, int> Sentence => field ??= AskedWords.Weighed(Span.In(_reading.Report.Text));

    /// <summary>Stems of what it says, with those of the names of whom it is about.</summary>
    internal IReadOnlyDictionary<string, int> Said => field ??= AskedWords.Weighed(string.Join(' ', Participants.Select(p => p.Name).Append(Claim.Statement ?? Claim.Evidence.In(_reading.Report.Text))));

    /// <summary>True where its sentence gives a number.</summary>
    internal bool GivesNumber => _reading.Figures.Any(f => Span.Contains(f.Mention.Span.Start));

    private IEnumerable<Participant> Participants => Claim.Actors.Concat(Claim.Recipients);

    private Linguistics.TextSpan Span => _reading.Sentences[Claim.Sentence];

    /// <summary>The claims of a reading that may answer something: what is told as it is, in a sentence that does not still ask.</summary>
    internal static IEnumerable<PossibleAnswer> In(FiledReading reading) =>
        reading.Claims.Where(c => c.Confidence >= Sure && c.Sentence >= 0 && c.Sentence < reading.Sentences.Length && !Expectation.IsExpected(c.Status)).Select(c => new PossibleAnswer(reading, c))
            .Where(c => !reading.Unknowns.Any(u => c.Span.Contains(u.Span.Start)));

    /// <summary>A party as two reports know it: by the registry, else by its country, else by name.</summary>
    internal static string Known(Participant party) => party.ActorId ?? party.Country ?? party.Name;
}
