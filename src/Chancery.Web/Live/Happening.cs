using System.Collections.Immutable;

namespace Chancery.Web.Live;

/// <summary>An event in as few words as counting takes.</summary>
internal sealed class Happening
{
    internal required string Id { get; init; }

    /// <summary>The day it counts for: its first, else the day its best report appeared.</summary>
    internal DateOnly? Day { get; init; }

    internal ClaimStatus Status { get; init; }

    internal Standing Standing { get; init; }

    /// <summary>True for what is told only inside something else, as what was promised inside a promise.</summary>
    internal bool IsInner { get; init; }

    /// <summary>Its PLOVER code; null for none.</summary>
    internal EventCode? Code { get; init; }

    /// <summary>PLOVER's quad class, 1–4; 0 for none.</summary>
    internal int QuadClass => Code?.QuadClass ?? 0;

    /// <summary>Its code's score from conflict to cooperation, −10 to 10.</summary>
    internal double? Score => Code?.Score;

    /// <summary>True where everybody does it to everybody.</summary>
    internal bool IsMutual { get; init; }

    internal ImmutableArray<ActorName> Actors { get; init; } = [];

    internal ImmutableArray<ActorName> Recipients { get; init; } = [];

    internal Place? Place { get; init; }

    /// <summary>By day, then id; undated ones last.</summary>
    internal static Comparer<Happening> Order { get; } = Comparer<Happening>.Create((a, b) =>
        (a.Day ?? DateOnly.MaxValue).CompareTo(b.Day ?? DateOnly.MaxValue) is var days and not 0 ? days : string.CompareOrdinal(a.Id, b.Id));
}

/// <summary>Somebody who takes part, by the name it is kept under; one object for all events that name it alike.</summary>
internal sealed record ActorName(string Key, string? Id, string Name, string? Country, ImmutableArray<string> Sectors)
{
    /// <summary>The name under which a participant is kept: its id in the registry, else its name.</summary>
    internal static string KeyOf(Participant participant) => participant.ActorId ?? participant.Name;
}
