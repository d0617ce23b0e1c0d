using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing;

/// <summary>What a statement is called by whoever holds that it is not so (<c>languages/en/attribution/untruths.tsv</c>), and the verbs that call it so (<c>namings.tsv</c>).</summary>
internal sealed class Untruths
{
    private const string Folder = "languages/en/attribution/";

    private readonly HashSet<string> _words;
    private readonly HashSet<string> _namings;

    internal Untruths(LanguagePack pack)
    {
        _words = pack.Read(Folder + "untruths.tsv", "word", "example").Rows.Select(row => row["word"]).ToHashSet(StringComparer.Ordinal);
        _namings = pack.Read(Folder + "namings.tsv", "lemma", "example").Rows.Select(row => row["lemma"]).ToHashSet(StringComparer.Ordinal);
    }

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
                Deprel.Advmod => child.Index > verb.Index && _namings.Contains(verb.Lemma) && IsOne(child),
                Deprel.Obl or Deprel.Advcl => (Clause.Preposition(child) == "as" || child.Child(Deprel.Mark)?.Lemma == "as") && IsOne(child),
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
        if (!_namings.Contains(verb.Lemma)) return false;
        var sentence = verb.Sentence;
        for (var word = noun.Index + 1; word < sentence.End; word++)
            if (verb.Document[word] is var last && last.HeadIndex < word && IsOne(last) && !last.Has(Deprel.Case) && !last.Has(Deprel.Cop) && !last.Has(Deprel.Nsubj)
                && (word + 1 == sentence.End || verb.Document[word + 1].Upos is Upos.Punct or Upos.Cconj)) return true;
        return false;
    }

    private bool IsOne(Token word) => _words.Contains(word.Lemma) || _words.Contains(word.Text) || word.Upos == Upos.Noun && word.Child(Deprel.Amod) is { } kind && _words.Contains(kind.Lemma);
}
