using System.Collections.Immutable;
using Chancery.Coding.Lexicons;
using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>Tells whether two phrases stand for one party.</summary>
internal static class Parties
{
    internal static bool IsSame(this Participant one, Participant other) =>
        one.Span == other.Span || one.ActorId is not null && one.ActorId == other.ActorId || one.Name == other.Name && one.Country == other.Country;

    internal static bool Holds(this ImmutableArray<Participant> parties, Participant one)
    {
        foreach (var party in parties) if (party.IsSame(one)) return true;
        return false;
    }
}

/// <summary>A word that was read as an action, on its way to becoming a claim.</summary>
internal sealed class Hit(LexiconEntry entry, Predication predication, EventFrame frame)
{
    internal LexiconEntry Entry { get; } = entry;

    internal Predication Predication { get; } = predication;

    internal bool IsModal => Entry.Kind == EntryKind.Modal;

    internal Token Word => Predication.Word;

    /// <summary>The word whose tense and mood tell what became of the action: the light verb of a noun.</summary>
    internal Token Verb => Predication.Light ?? Predication.Word;

    internal EventFrame Frame { get; set; } = frame;

    internal ImmutableArray<Participant> Actors { get; set; } = [];

    internal ImmutableArray<Participant> Recipients { get; set; } = [];

    /// <summary>The hit whose content this is.</summary>
    internal Hit? Outer { get; set; }

    /// <summary>True where it is the clause or object that tells what the outer act is about, not a phrase beside it.</summary>
    internal bool IsComplement { get; set; }

    internal bool IsDropped { get; set; }

    /// <summary>True where it was dropped for want of parties alone: no act then, but something that happened.</summary>
    internal bool IsBare { get; set; }

    internal string Id { get; set; } = "";
}
