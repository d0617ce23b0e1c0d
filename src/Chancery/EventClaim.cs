using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>One event as told under one attribution: frame, roles, when, where, how many, how sure, and the words it was read from.</summary>
public sealed record EventClaim
{
    /// <summary>Stable for the same text.</summary>
    public required string Id { get; init; }

    /// <summary>The word or few words that name the action.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>Index in the document of the trigger's head word.</summary>
    public required int Word { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The clause it was read from.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Id of the claim whose content this is ('agreed to send': send is within agreed).</summary>
    public string? Within { get; init; }

    /// <summary>The kind of action.</summary>
    public required EventFrame Frame { get; init; }

    /// <summary>True for what happens without being an act that ontologies code: a truce begins, a plane crashes. It may have no parties, and things among them.</summary>
    public bool IsHappening => Frame.IsHappening;

    /// <summary>True where a party of the claim is somebody, as against a thing that something happens to: the bridge that was cut is no actor.</summary>
    /// <param name="party">One of <see cref="Actors"/> or <see cref="Recipients"/>.</param>
    public bool IsActor(Participant party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return !IsHappening || party.ActorId is not null || party.Country is not null || !party.Sectors.IsEmpty;
    }

    /// <summary>PLOVER contexts such as <c>military</c>.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Who did it (PLOVER: actor); all parties where the act has no direction.</summary>
    public ImmutableArray<Participant> Actors { get; init; } = [];

    /// <summary>To whom (PLOVER: recipient).</summary>
    public ImmutableArray<Participant> Recipients { get; init; } = [];

    /// <summary>Whether it is said to have happened.</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>True where the act lies ahead and its actor announces it: ontologies code the promise or the threat then, not the act.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>True where what is only possible is told as past, so that it does not lie ahead: 'may have sunk', 'could not confirm that they had taken part'.</summary>
    public bool IsPast { get; init; }

    /// <summary>How far the source commits to it.</summary>
    public Factuality Factuality { get; init; } = Factuality.Certain;

    /// <summary>The reader's own: how likely the claim was read right, 0–1.</summary>
    public double Confidence { get; init; }

    /// <summary>On whose word, outermost first; empty for the report's own voice.</summary>
    public ImmutableArray<string> Attribution { get; init; } = [];

    /// <summary>
    /// How far the report and each source commit to it, outermost first and the report itself before all; the last is <see cref="Factuality"/>.
    /// </summary>
    public ImmutableArray<Commitment> Commitments { get; init; } = [];

    /// <summary>When; null where the text gives nothing.</summary>
    public ClaimTime? Time { get; init; }

    /// <summary>Where.</summary>
    public Place? Place { get; init; }

    /// <summary>How many.</summary>
    public ImmutableArray<QuantityMention> Figures { get; init; } = [];

    /// <summary>
    /// The claim as a sentence without its full stop, in the report's own words but for the actor's full name and days written out; null
    /// where the report's words do not say it in that order.
    /// </summary>
    public string? Statement { get; init; }

    /// <summary>What of its sentence lasts when another newsroom tells it.</summary>
    public Gist Gist { get => field ?? Gist.None; init; }

    /// <summary>Name of the lexicon entry that was matched, for <c>show --why</c>.</summary>
    public string? Rule { get; init; }
}

/// <summary>How far one voice commits to a claimed event (FactBank: source and factuality value).</summary>
/// <param name="Source">The source; null for the report itself.</param>
/// <param name="Factuality">From -3 to +3; 0 where it merely passes on what another says.</param>
public sealed record Commitment(string? Source, Factuality Factuality);

/// <summary>Who takes part in a claimed event.</summary>
/// <param name="Span">The words that name them.</param>
/// <param name="Name">Fullest name the report gives.</param>
/// <param name="Country">ISO 3166-1 alpha-3, <c>IGO</c>, <c>NGO</c> or null.</param>
/// <param name="Sectors">PLOVER sectors.</param>
/// <param name="ActorId">Id in the registry or null.</param>
public sealed record Participant(TextSpan Span, string Name, string? Country, ImmutableArray<string> Sectors, string? ActorId);

/// <summary>Where a claim's time comes from.</summary>
public enum TimeBasis
{
    /// <summary>From words of its own clause.</summary>
    Explicit,

    /// <summary>From the report's date.</summary>
    Document,

    /// <summary>From the narrative around it.</summary>
    Inferred,
}

/// <summary>The days a claimed event may lie on, inclusive; a null side is open.</summary>
public sealed record ClaimTime(DateOnly? From, DateOnly? To, TimeBasis Basis);

/// <summary>A number that a reader would want to follow, with what is counted and on whose word.</summary>
/// <param name="Mention">The number as it stands in the text.</param>
/// <param name="Of">What is counted: 'troops sent to Russia'; empty where the report does not say.</param>
/// <param name="Attribution">On whose word, outermost first.</param>
/// <param name="ClaimId">The claim it belongs to, or null.</param>
public sealed record Figure(QuantityMention Mention, string Of, ImmutableArray<string> Attribution, string? ClaimId)
{
    /// <summary>What of its sentence lasts when another newsroom tells it; its act is what was done to those counted.</summary>
    public Gist Gist { get => field ?? Gist.None; init; }

    /// <summary>What is counted; null where that was not read.</summary>
    public Counted? Counted { get; init; }
}

/// <summary>Something a report says is undisclosed, unclear, unconfirmed or not commented on.</summary>
/// <param name="Span">The words that say so.</param>
/// <param name="What">What is unknown: 'topics of discussion'.</param>
/// <param name="Attribution">On whose word, outermost first.</param>
public sealed record Unknown(TextSpan Span, string What, ImmutableArray<string> Attribution);
