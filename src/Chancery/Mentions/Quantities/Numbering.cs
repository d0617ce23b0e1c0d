using Chancery.Linguistics;

namespace Chancery.Mentions.Quantities;

/// <summary>'The dead in the town number 40', 'the monitors numbered 138': a verb that tells how many they are, which taggers mostly take for a noun or an adjective.</summary>
internal static class Numbering
{
    /// <summary>Words between those who are counted and the verb.</summary>
    private const int Longest = 8;

    /// <summary>The verb right before a number; null where that is a noun ('bus number 40', 'number 3').</summary>
    internal static Token? VerbBefore(Token number)
    {
        var at = number.Index - 1;
        while (at > number.Sentence.First && number.Document[at].Upos == Upos.Adv) at--;
        return at > number.Sentence.First && number.Document[at] is var word && word.Chars is "number" or "numbers" or "numbered" && Subject(word) is not null ? word : null;
    }

    /// <summary>Those who are counted: the noun in the plural, or 'dead' and the like, with which the clause begins.</summary>
    internal static Token? Subject(Token verb)
    {
        var document = verb.Document;
        var begin = verb.Index;
        while (begin > verb.Sentence.First && verb.Index - begin < Longest && document[begin - 1].Upos is not (Upos.Punct or Upos.Verb or Upos.Cconj or Upos.Sconj)) begin--;
        if (begin == verb.Index || document[begin].Upos is not Upos.Det && document[begin].Xpos is not ("PRP$" or "NNS")) return null;
        for (var i = begin; i < verb.Index && document[i].Upos != Upos.Adp; i++)
            if (document[i].Xpos is "NNS" || i > begin && i + 1 < verb.Sentence.End && document[i].Xpos is "JJ" or "VBN" && (i + 1 == verb.Index || document[i + 1].Upos == Upos.Adp)) return document[i];
        return null;
    }
}
