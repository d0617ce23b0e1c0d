using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>A phrase of one table of words, ending at a word of a document.</summary>
/// <param name="First">Index of the phrase's first word.</param>
/// <param name="Value">What the table says of it.</param>
internal readonly record struct PhraseMatch<T>(int First, T Value);

/// <summary>Nouns of one or more words, found from their last word backwards; neither case nor inflection of the last word matters.</summary>
/// <remarks>Immutable after building and thread-safe.</remarks>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(string[] Before, T Value)>> _byLast = new(StringComparer.OrdinalIgnoreCase);

    internal void Add(string phrase, T value)
    {
        var words = phrase.Split(' ');
        if (!_byLast.TryGetValue(words[^1], out var entries)) _byLast[words[^1]] = entries = [];
        if (entries.Any(e => e.Before.AsSpan().SequenceEqual(words.AsSpan(0, words.Length - 1)))) return;
        entries.Add((words[..^1], value));
        entries.Sort((a, b) => b.Before.Length.CompareTo(a.Before.Length));
    }

    /// <summary>The longest phrase that ends with the word; null where none does.</summary>
    internal PhraseMatch<T>? EndingAt(Document document, int word)
    {
        var token = document[word];
        return EndingAt(document, word, token.Lemma) ?? EndingAt(document, word, token.Chars);
    }

    /// <summary>What the table says of a single word.</summary>
    internal bool TryGet(ReadOnlySpan<char> word, out T? value)
    {
        value = default;
        if (!_byLast.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var entries) || entries[^1].Before.Length > 0) return false;
        value = entries[^1].Value;
        return true;
    }

    private PhraseMatch<T>? EndingAt(Document document, int word, ReadOnlySpan<char> last)
    {
        if (!_byLast.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(last, out var entries)) return null;
        foreach (var (before, value) in entries)
            if (Stands(document, word - before.Length, before)) return new(word - before.Length, value);
        return null;
    }

    private static bool Stands(Document document, int first, string[] words)
    {
        if (first < 0) return false;
        for (var i = 0; i < words.Length; i++)
            if (!document[first + i].Chars.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}

/// <summary>Words for those who act, with the PLOVER sector each gives: <c>languages/en/agents.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class AgentWords
{
    private const string Path = "languages/en/agents.tsv";

    internal AgentWords(LanguagePack pack)
    {
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "use", "words", "sectors").Rows)
        {
            var table = row["use"] switch { "noun" => Nouns, "modifier" => Modifiers, _ => Titles };
            ImmutableArray<string> sectors = [.. row.Parts("sectors")];
            foreach (var word in row.Parts("words")) table.Add(word, sectors);
        }
    }

    /// <summary>Heads of descriptions: 'soldier', 'police officer'.</summary>
    internal PhraseTable<ImmutableArray<string>> Nouns { get; } = new();

    /// <summary>Words before a noun: 'rebel'.</summary>
    internal PhraseTable<ImmutableArray<string>> Modifiers { get; } = new();

    /// <summary>Words before a person's name; empty where they say nothing of the sector.</summary>
    internal PhraseTable<ImmutableArray<string>> Titles { get; } = new();
}
