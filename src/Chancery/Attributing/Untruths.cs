using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing;

/// <summary>The words of <c>languages/en/attribution/untruths.tsv</c>: what a statement is called by whoever holds that it is not so.</summary>
internal sealed class Untruths
{
    internal const string Path = "languages/en/attribution/untruths.tsv";

    /// <summary>Verbs that say of their object what it is.</summary>
    private static readonly HashSet<string> Naming = new(StringComparer.Ordinal) { "call", "label", "brand", "term", "dub", "deem", "declare", "consider" };

    private readonly HashSet<string> _words;

    private Untruths(HashSet<string> words) => _words = words;

    internal static Untruths Read(LanguagePack pack) => new(pack.Read(Path, "word", "example").Rows.Select(row => row["word"]).ToHashSet(StringComparer.Ordinal));

    /// <summary>True where the sentence says it of the noun: 'the report was false', 'called the report a lie', 'described the report as baseless'.</summary>
    internal bool IsSaidOf(Token noun) => noun.Head is { } head && noun.Relation switch
    {
        Deprel.Nsubj => head.Has(Deprel.Cop) && !new Clause(head).IsNegated && IsOne(head),
        Deprel.Obj or Deprel.NsubjPass => head.Upos == Upos.Verb && !new Clause(head).IsNegated && IsSaidBy(head),
        _ => false,
    };

    /// <summary>True where the verb calls its object so.</summary>
    internal bool IsSaidBy(Token verb)
    {
        foreach (var child in verb.Children)
        {
            var isSaid = child.Relation switch
            {
                Deprel.Xcomp => IsOne(child),
                Deprel.Obl or Deprel.Advcl => Clause.Preposition(child) == "as" && IsOne(child),
                Deprel.Obj or Deprel.NsubjPass => IsEndedBy(verb, child),
                _ => false,
            };
            if (isSaid) return true;
        }
        return false;
    }

    /// <summary>'called the claim that it held the hostages false', where the tree ties the last word to the clause before it.</summary>
    private bool IsEndedBy(Token verb, Token noun)
    {
        if (!Naming.Contains(verb.Lemma)) return false;
        var sentence = verb.Sentence;
        for (var word = noun.Index + 1; word < sentence.End; word++)
            if (verb.Document[word] is var last && last.HeadIndex < word && IsOne(last) && !last.Has(Deprel.Case) && !last.Has(Deprel.Cop) && !last.Has(Deprel.Nsubj)
                && (word + 1 == sentence.End || verb.Document[word + 1].Upos is Upos.Punct or Upos.Cconj)) return true;
        return false;
    }

    private bool IsOne(Token word) => _words.Contains(word.Lemma) || _words.Contains(word.Text) || word.Upos == Upos.Noun && word.Child(Deprel.Amod) is { } kind && _words.Contains(kind.Lemma);
}
