using Chancery.Linguistics;

namespace Chancery.Mentions.Quantities;

/// <summary>The noun that a number counts.</summary>
/// <param name="Unit">Singular, with the nouns it is compounded of: 'asylum seeker'.</param>
/// <param name="Head">Index in the document of the noun.</param>
/// <param name="End">Index of the first word behind it.</param>
internal readonly record struct CountedNoun(string Unit, int Head, int End)
{
    /// <summary>How many words may stand between a number and its noun.</summary>
    private const int Reach = 7;

    /// <summary>The noun counted by a number; null where it stands alone.</summary>
    /// <param name="document">The document.</param>
    /// <param name="number">Last word of the number.</param>
    /// <param name="next">First word behind the number and what stands close.</param>
    internal static CountedNoun? Find(Document document, int number, int next)
    {
        var sentence = document[number].Sentence;
        if (next >= sentence.End) return null;
        // 'dozens of civilians', 'two of the three men', 'half of its residents'
        if (document[next].Chars is "of")
        {
            next++;
            while (next < sentence.End && (document[next].Upos is Upos.Det || document[next].Xpos is "PRP$")) next++;
        }
        // 'with some 1,300 on board': what a preposition parts from the number is not counted by it; 'two in-person talks' are
        else if (document[next].Upos == Upos.Adp && !(next + 1 < sentence.End && document[next + 1].Chars is "-")) return null;
        var token = document[number];
        if (token.Relation is Deprel.Nummod && token.Head is { } head && head.Index >= next && head.Index - next < Reach && head.Index < sentence.End && IsNoun(head))
        {
            // 'puts them at 40 and the ministry at 50': what is joined on with its own article or owner is counted by another number
            for (var word = next; word < head.Index; word++)
                if (document[word].Upos == Upos.Cconj && (document[word + 1].Upos is Upos.Det or Upos.Pron || document[word + 1] is { Upos: Upos.Propn, Relation: not Deprel.Compound })) return null;
            var noun = Of(document, head.Index, next);
            // '10 or 12 soldiers': the noun is shared, but only the last number stands with it
            for (var word = next; word < head.Index; word++) if (document[word].Upos == Upos.Num) return noun with { End = next };
            return noun;
        }
        return Beside(document, next, sentence.End);
    }

    /// <summary>Without a tree that tells: adjectives, then the last of a run of nouns.</summary>
    private static CountedNoun? Beside(Document document, int next, int end)
    {
        var (last, isShared) = (-1, false);
        for (var word = next; word < Math.Min(end, next + Reach); word++)
        {
            var token = document[word];
            if (IsNoun(token)) last = word;
            else if (last < 0 && token.Upos == Upos.Num) isShared = true;
            else if (last >= 0 || !(token.Upos is Upos.Adj or Upos.Propn || token.Xpos is "VBN" or "VBG" or "RB" or "HYPH" && word + 1 < end || token.Chars is "-" || word == next && IsAmong(document, token))) break;
            if (last >= 0 && token.Xpos is "NNS") break;
        }
        // 'some 2,700 wounded fighting': what many are counted of is plural, unless it stands right behind them
        return last < 0 || last > next && document[last].Xpos is "NN" && document[next].Xpos is "VBN" or "VBG" ? null
            // '520,000 of a promised million shells': the noun stands with the second number
            : isShared ? Of(document, last, next) with { End = next } : Of(document, last, next);
    }

    /// <summary>'among them 65 captured soldiers', 'including 65 captured soldiers': nobody captures there, whatever the tagger makes of it.</summary>
    private static bool IsAmong(Document document, Token participle) =>
        participle.Xpos is "VBD" && participle.Index > 1 && document[participle.Index - 2].Chars is "them" or "whom" or "including" && participle.Index + 1 < participle.Sentence.End && document[participle.Index + 1].Upos is Upos.Noun or Upos.Adj or Upos.Propn;

    private static bool IsNoun(Token token) => char.IsLetter(token.Chars[0]) && (token.Upos == Upos.Noun || token.Xpos is "NNS" or "NNPS" or "NN");

    private static CountedNoun Of(Document document, int noun, int next)
    {
        var first = noun;
        while (first > next && document[first - 1] is { Upos: Upos.Noun, Xpos: "NN" }) first--;
        // the lemma of a name, and of what the treebanks hold for plural only ('troops'), is the plural itself
        var unit = document[noun].Xpos is "NNP" or "NNPS" ? Singular(document[noun].Text) : document[noun].Lemma;
        if (document[noun].Xpos is "NNS" && document[noun].Chars.Equals(unit, StringComparison.OrdinalIgnoreCase)) unit = Singular(unit);
        // 'people' is what is written, though 'person' is its singular
        if (document[noun].Chars.Equals("people", StringComparison.OrdinalIgnoreCase)) unit = "people";
        // 'North Koreans': the name is of several words
        if (document[noun].Xpos is "NNPS" && noun > next && document[noun - 1].Xpos is "NNP") unit = document[noun - 1].Text + " " + unit;
        for (var word = noun - 1; word >= first; word--) unit = document[word].Text.ToLowerInvariant() + " " + unit;
        return new(unit, noun, noun + 1);
    }

    private static string Singular(string name) => name.Length > 3 && name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;
}
