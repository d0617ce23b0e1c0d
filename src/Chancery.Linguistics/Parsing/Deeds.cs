using System.Collections.Frozen;

namespace Chancery.Linguistics.Parsing;

/// <summary>Finds the deeds behind words that are about one, where the tree has them for a description of what they are done to: 'accused Kenya of firing missiles', 'denied shelling villages'.</summary>
/// <remarks>Immutable and thread-safe. What comes about by itself ('blamed the drought for rising prices') and what is done wrong in a trade ('charges of trading fraud') is no deed of that kind.</remarks>
internal sealed class Deeds
{
    /// <summary>Words from what a deed is done to up to the word that is about the deed: 'accused [Kenya] [on Friday] of firing missiles'.</summary>
    private const int Climb = 3;

    private readonly FrozenSet<(string Lemma, string Opener)> _governors;
    private readonly FrozenSet<string> _states;
    private readonly FrozenSet<string> _misdeeds;

    internal Deeds(LanguagePack pack)
    {
        _governors = pack.Read("languages/en/parsing/deeds.tsv", "lemma", "opener", "example").Rows.SelectMany(row => row.Parts("lemma").Select(lemma => (lemma, row["opener"]))).ToFrozenSet();
        _states = pack.Read("languages/en/parsing/states.tsv", "form", "example").Rows.SelectMany(row => row.Parts("form")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _misdeeds = pack.Read("languages/en/parsing/misdeeds.tsv", "lemma", "example").Rows.SelectMany(row => row.Parts("lemma")).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The deed that a word tells; null where it tells none, or the tree has it for one.</summary>
    internal Deed? At(Token word)
    {
        if (word is not { Relation: Deprel.Amod or Deprel.Compound, Xpos: "VBG" or "NN", Head: { Upos: Upos.Noun or Upos.Propn } thing } || thing.Index < word.Index || !word.Chars.EndsWith("ing", StringComparison.Ordinal)) return null;
        if (_states.Contains(word.Text) || _misdeeds.Contains(thing.Lemma) || word.Upos == Upos.Noun && !IsSomebodys(word, thing)) return null;
        var first = word.Index - 1;
        while (first > word.Sentence.First && word.Document[first] is { Upos: Upos.Adv, Relation: Deprel.Advmod }) first--;
        if (first < word.Sentence.First) return null;
        var before = word.Document[first];
        var isOpened = before.Upos is Upos.Adp or Upos.Sconj && (before.HeadIndex == thing.Index || before.HeadIndex == word.Index);
        if (!isOpened) return thing.HeadIndex == before.Index && _governors.Contains((before.Lemma, "")) ? new(word.Index, before.Index, -1, thing.Index) : null;
        var at = thing;
        for (var step = 0; step < Climb && at.Head is { } above && above.Index < word.Index; step++, at = above)
            if (_governors.Contains((above.Lemma, before.Lemma))) return new(word.Index, above.Index, before.Index, thing.Index);
        return null;
    }

    /// <summary>What somebody can do something to, as against the name of a trade: 'smuggling rifles', 'smuggling the gold', but not 'smuggling boss'.</summary>
    private static bool IsSomebodys(Token word, Token thing)
    {
        if (word.Document[word.Index + 1] is { Relation: Deprel.Compound } more && more.HeadIndex == thing.Index) return false;
        return thing.Xpos is "NNS" or "NNPS" or "NNP" || word.Document[word.Index + 1].Upos is Upos.Det or Upos.Num or Upos.Adj || word.Document[word.Index + 1].Xpos is "PRP$";
    }
}

/// <summary>A deed with the word that is about it and what it is done to, as places of words.</summary>
/// <param name="Verb">The deed.</param>
/// <param name="Governor">The word that is about it.</param>
/// <param name="Opener">The preposition between them; -1 where none stands there.</param>
/// <param name="Thing">What it is done to.</param>
internal readonly record struct Deed(int Verb, int Governor, int Opener, int Thing)
{
    private static readonly FrozenSet<string> Aims = FrozenSet.ToFrozenSet(["at", "on", "into", "to", "from", "toward", "towards", "against", "across"], StringComparer.Ordinal);

    /// <summary>Hangs the deed on the word that is about it, and on the deed what it is done to and where it is aimed.</summary>
    internal void Mend(Document document, int[] heads, Deprel[] relations)
    {
        var isNoun = document[Governor].Upos == Upos.Noun;
        (heads[Verb], relations[Verb]) = (Governor, isNoun ? Deprel.Acl : Opener < 0 ? Deprel.Xcomp : Deprel.Advcl);
        (heads[Thing], relations[Thing]) = (Verb, Deprel.Obj);
        if (Opener >= 0) (heads[Opener], relations[Opener]) = (Verb, Deprel.Mark);
        for (var i = Verb - 1; i > Math.Max(Opener, Governor); i--) (heads[i], relations[i]) = (Verb, Deprel.Advmod);
        if (isNoun) return;
        foreach (var child in document[Governor].Children)
            if (child.Index > Thing && child.Relation == Deprel.Obl && child.Child(Deprel.Case) is { } aim && Aims.Contains(aim.Lemma) && !(aim.Lemma == "on" && child.Upos == Upos.Propn)) heads[child.Index] = Verb;
    }
}
