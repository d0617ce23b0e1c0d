using System.Collections.Immutable;
using Chancery.Linguistics.Packs;

namespace Chancery.Coding.Lexicons;

/// <summary>What kind of word an entry is for.</summary>
internal enum EntryKind
{
    Verb,
    Noun,
    Adjective,

    /// <summary>A modal auxiliary: 'must' is a demand, 'will not' a refusal. Its verb lends it the subject.</summary>
    Modal,
}

/// <summary>One line of the frame lexicon: a word in certain company names a frame, and its dependents fill the frame's roles.</summary>
/// <param name="Kind">Verb, noun or adjective.</param>
/// <param name="Word">Lemma of the head word.</param>
/// <param name="Particle">Particle of a verb: 'off' in 'call off'; null where there is none.</param>
/// <param name="Conditions">All must hold.</param>
/// <param name="Frame">The frame named.</param>
/// <param name="Actor">Slots to look for the actor in; all of them for a reciprocal frame, else the first that is filled.</param>
/// <param name="Recipient">Slots to look for the recipient in, the first that is filled.</param>
/// <param name="Row">Its line in the table.</param>
internal sealed record LexiconEntry(
    EntryKind Kind, string Word, string? Particle, ImmutableArray<Condition> Conditions, EventFrame Frame, ImmutableArray<string> Actor, ImmutableArray<string> Recipient, TableRow Row)
{
    /// <summary>Stands in a table for every word that has no entry of its own.</summary>
    internal const string AnyWord = "*";

    /// <summary>True for an entry of every word, which holds only of what is told as lying ahead, as done or on somebody's word.</summary>
    internal bool IsOfAny => Word == AnyWord;

    /// <summary>True for an entry of what somebody vouches for.</summary>
    internal bool IsStated { get; } = Conditions.Any(condition => condition.Slot == "stated");

    /// <summary>Name of the entry: file, word and condition.</summary>
    internal string Rule { get; } = $"{Path.GetFileNameWithoutExtension(Row.File)}: {Row["word"]}{(Row["when"].Length > 0 ? $" ({Row["when"]})" : "")}";

    /// <summary>True for an entry of a table of plans: 'is due in Lima' tells of an arrival that lies ahead. Nouns of such a table are told as ahead by what they stand under.</summary>
    internal bool IsAhead { get; } = Kind != EntryKind.Noun && Row.File.Contains(".ahead.", StringComparison.Ordinal);

    /// <summary>How much the entry asks for: the more demanding one is tried first.</summary>
    internal int Weight => (Conditions.Length * 2) + Conditions.Count(c => !c.AsksNothing) + (Particle is null ? 0 : 4);

    /// <summary>How many words its conditions allow: of two that ask for as much, the narrower is tried first.</summary>
    internal int Breadth => Conditions.Sum(c => c.Without ? 500 : c.Words.Count + (300 * c.Kinds.Length));
}
