namespace Chancery.Mentions.Numbers;

/// <summary>Phrases with what they mean, found by the longest one that begins, or ends, at a piece.</summary>
internal sealed class PhraseSet<T>(Vocabulary vocabulary)
{
    private readonly record struct Phrase(int[] Words, T Value);

    private readonly Dictionary<int, List<Phrase>> _byFirst = [];
    private readonly Dictionary<int, List<Phrase>> _byLast = [];

    internal void Add(string phrase, T value)
    {
        var words = PieceCutter.Cut(phrase).Select(vocabulary.Add).ToArray();
        if (words.Length == 0) return;
        Insert(_byFirst, words[0], new(words, value));
        Insert(_byLast, words[^1], new(words, value));
    }

    private static void Insert(Dictionary<int, List<Phrase>> table, int key, Phrase phrase)
    {
        if (!table.TryGetValue(key, out var list)) table.Add(key, list = []);
        var at = list.FindIndex(other => other.Words.Length < phrase.Words.Length);
        list.Insert(at < 0 ? list.Count : at, phrase);
    }

    /// <summary>The longest phrase that begins at a piece and where it ends.</summary>
    internal bool TryBegin(Pieces pieces, int at, out int end, out T value)
    {
        if (pieces.Word(at) is >= 0 and var word && _byFirst.TryGetValue(word, out var list))
            foreach (var phrase in list)
                if (Matches(pieces, at, phrase.Words))
                {
                    (end, value) = (at + phrase.Words.Length, phrase.Value);
                    return true;
                }
        (end, value) = (at, default!);
        return false;
    }

    /// <summary>The longest phrase that ends before a piece and where it begins.</summary>
    internal bool TryEnd(Pieces pieces, int before, out int start, out T value)
    {
        if (pieces.Word(before - 1) is >= 0 and var word && _byLast.TryGetValue(word, out var list))
            foreach (var phrase in list)
                if (before >= phrase.Words.Length && Matches(pieces, before - phrase.Words.Length, phrase.Words))
                {
                    (start, value) = (before - phrase.Words.Length, phrase.Value);
                    return true;
                }
        (start, value) = (before, default!);
        return false;
    }

    private static bool Matches(Pieces pieces, int at, int[] words)
    {
        for (var i = 0; i < words.Length; i++) if (pieces.Word(at + i) != words[i]) return false;
        return pieces.SameSentence(at, at + words.Length - 1);
    }
}
