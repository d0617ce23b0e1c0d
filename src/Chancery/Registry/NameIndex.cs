using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Registry;

/// <summary>Names and whom they name; the longest name at a word of a document is found without copying text.</summary>
/// <remarks>Built once, then only read: thread-safe after building.</remarks>
internal sealed class NameIndex
{
    private readonly record struct Entry(string Form, NamedActor Named, int Next);

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, (int First, int Last)> _byName = new(16384, NameComparer.Instance);

    /// <summary>The first word of a name → length of the longest name that starts with it.</summary>
    private readonly Dictionary<string, int> _longest = new(8192, NameComparer.Instance);

    /// <summary>Adds a form; those added first are the likeliest.</summary>
    internal void Add(string form, Actor actor, NameUse use)
    {
        var at = _entries.Count;
        if (_byName.TryGetValue(form, out var chain))
        {
            for (var i = chain.First; i >= 0; i = _entries[i].Next)
                if (ReferenceEquals(_entries[i].Named.Actor, actor) && _entries[i].Form == form) return;
            _entries[chain.Last] = _entries[chain.Last] with { Next = at };
            _byName[form] = (chain.First, at);
        }
        else
        {
            _byName[form] = (at, at);
        }
        _entries.Add(new(form, new(actor, use), -1));
        var longest = _longest.GetAlternateLookup<ReadOnlySpan<char>>();
        var first = FirstWord(form);
        if (!longest.TryGetValue(first, out var known) || known < form.Length) longest[first] = form.Length;
    }

    /// <summary>All that bear the name, likeliest first.</summary>
    internal ImmutableArray<NamedActor> Named(ReadOnlySpan<char> name, bool anyCase)
    {
        if (!_byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var chain)) return [];
        var found = ImmutableArray.CreateBuilder<NamedActor>();
        for (var i = chain.First; i >= 0; i = _entries[i].Next)
            if (anyCase || NameComparer.CaseAgrees(_entries[i].Form, name)) found.Add(_entries[i].Named);
        return found.DrainToImmutable();
    }

    /// <summary>The longest name that starts at a word and ends with one, inside the word's sentence; null where there is none.</summary>
    internal ActorMatch? Longest(Document document, int first, bool anyCase)
    {
        var start = document[first];
        if (!_longest.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(FirstWord(start.Chars), out var longest)) return null;
        var limit = start.Span.Start + longest + 2;
        var sentenceEnd = start.Sentence.End;
        var end = first + 1;
        while (end < sentenceEnd && document[end].Span.End <= limit) end++;
        for (; end > first; end--)
        {
            var candidates = Named(new TokenRange(document, first, end).Span.Of(document.Text), anyCase);
            if (!candidates.IsEmpty) return new(first, end, candidates);
        }
        return null;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> form)
    {
        var end = 0;
        while (end < form.Length && char.IsLetterOrDigit(form[end])) end++;
        return form[..Math.Max(end, Math.Min(1, form.Length))];
    }
}
