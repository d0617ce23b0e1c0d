using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>PLOVER contexts by the words of a sentence. Read from <c>languages/xx/frames/contexts.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ContextFinder
{
    private readonly Dictionary<string, string> _contexts = new(StringComparer.Ordinal);

    internal ContextFinder(LanguagePack pack, string language)
    {
        foreach (var row in pack.Read($"languages/{language}/frames/contexts.tsv", "context", "words").Rows)
            foreach (var word in row.Parts("words")) _contexts.TryAdd(word, row["context"]);
    }

    internal ImmutableArray<string> Find(Sentence sentence)
    {
        SortedSet<string>? found = null;
        foreach (var word in sentence.Tokens)
            if (_contexts.TryGetValue(word.Lemma, out var context)) (found ??= new(StringComparer.Ordinal)).Add(context);
        return found is null ? [] : [.. found];
    }
}
