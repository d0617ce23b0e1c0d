using System.Collections.Immutable;
using Chancery.Coding.Lexicons;
using Chancery.Linguistics;

namespace Chancery.Coding;

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

    internal string Id { get; set; } = "";
}
