using System.Collections.Immutable;

namespace Chancery.Coding.Lexicons;

/// <summary>One demand of a lexicon entry on what stands beside its word: <c>obj=@talks</c>, <c>!obj</c>, <c>to=#place</c>, <c>subj=!@armed</c>.</summary>
/// <param name="Slot">The place looked at: <c>subj obj iobj inf that bare ger neg def counted ahead done stated cop mod objmod parties</c>, <c>self</c> (the word itself), <c>case</c> (its own preposition) or a preposition.</param>
/// <param name="Wanted">False for <c>!slot</c>: nothing such may stand there.</param>
/// <param name="Without">True for <c>slot=!…</c>: whatever stands there may not be one of the words.</param>
/// <param name="Words">Lemmas allowed; empty where anything will do.</param>
/// <param name="Armed">True where the words are those for armed people: a name or pronoun that stands for such is one of them.</param>
/// <param name="Kinds"><c>actor</c>, <c>person</c>, <c>official</c>, <c>org</c>, <c>number</c>, <c>place</c>, <c>being</c> (whoever may act, by dictionary too) or <c>thing</c> (something made, a place or a body) after <c>#</c>, any of which will do.</param>
internal sealed record Condition(string Slot, bool Wanted, bool Without, IReadOnlySet<string> Words, ImmutableArray<string> Kinds, bool Armed = false)
{
    internal bool AsksNothing => Words.Count == 0 && Kinds.IsEmpty;

    /// <summary>Reads one condition; null where a class is unknown.</summary>
    internal static Condition? Parse(string text, WordClasses classes)
    {
        var wanted = text[0] != '!';
        if (!wanted) text = text[1..];
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return new(text, wanted, false, new HashSet<string>(), []);
        var (slot, value) = (text[..equals], text[(equals + 1)..]);
        var without = value.StartsWith('!');
        if (without) value = value[1..];
        var words = new HashSet<string>(StringComparer.Ordinal);
        var kinds = ImmutableArray.CreateBuilder<string>();
        var armed = false;
        foreach (var part in value.Split(','))
        {
            if (part.StartsWith('#')) kinds.Add(part[1..]);
            else if (!part.StartsWith('@')) words.Add(part);
            else if (classes.Find(part[1..]) is { } members)
            {
                words.UnionWith(members);
                armed |= part == "@armed";
            }
            else
            {
                return null;
            }
        }
        return new(slot, wanted, without, words, kinds.ToImmutable(), armed);
    }
}
