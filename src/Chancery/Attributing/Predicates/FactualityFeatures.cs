using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Predicates;

/// <summary>Takes the features of a predicate: a template such as <c>governor</c> and what stands there.</summary>
internal interface IFeatureSink
{
    void Add(Template template, ReadOnlySpan<char> value, ReadOnlySpan<char> more = default);
}

#pragma warning disable SA1602 // the names are the documentation: they stand in the table of weights
internal enum Template
{
    Bias, Status, Lemma, Tag, Relation, Opener, Governor, GovernorStatus, Modal, Negated, Tense, Adverb, Subject, Question, Form, Upper, Object, Passive, Clause, Before, Behind, Manner, Above,
}
#pragma warning restore SA1602

/// <summary>What is looked at to tell how far a source commits to a predicate.</summary>
internal static class FactualityFeatures
{
    internal static void Extract<T>(Token word, Mood[] moods, ref T sink) where T : IFeatureSink
    {
        var mood = moods[word.Index];
        var status = mood.Grounds == Grounds.Aimed ? "aimed" : Name(mood);
        var clause = new Clause(word);
        var negated = clause.IsNegated ? "not" : "";
        var tense = clause.Tense switch { Tense.Past => "past", Tense.Present => "present", Tense.Future => "future", _ => word.Xpos };
        sink.Add(Template.Bias, "");
        sink.Add(Template.Status, status);
        sink.Add(Template.Lemma, word.Lemma);
        sink.Add(Template.Tag, word.Xpos, status);
        sink.Add(Template.Relation, word.Relation.Universal().Name(), word.Xpos);
        sink.Add(Template.Negated, negated, status);
        sink.Add(Template.Tense, tense, clause.IsPerfect ? "perfect" : clause.IsProgressive ? "progressive" : "");
        if (clause.IsPassive) sink.Add(Template.Passive, tense);
        foreach (var child in word.Children)
        {
            switch (child.Relation)
            {
                case Deprel.Aux or Deprel.Cop: sink.Add(Template.Modal, child.Lemma, negated); break;
                case Deprel.Mark: sink.Add(Template.Opener, child.Lemma, word.Relation.Universal().Name()); break;
                case Deprel.Advmod: sink.Add(Template.Adverb, child.Lemma); break;
                case Deprel.Nsubj or Deprel.NsubjPass: sink.Add(Template.Subject, Kind(child), tense); break;
                case Deprel.Obj: sink.Add(Template.Object, Kind(child)); break;
                default: break;
            }
        }
        if (word.Index > word.Sentence.First) sink.Add(Template.Before, word.Document[word.Index - 1].Lemma, word.Upos.Name());
        if (word.Index + 1 < word.Sentence.End) sink.Add(Template.Behind, word.Document[word.Index + 1].Lemma, word.Upos.Name());
        sink.Add(Template.Manner, word.Lemma, status);
        if (word.Document[word.Sentence.End - 1].Chars is "?") sink.Add(Template.Question, word.IsRoot ? "root" : "below");
        if (word.Head is not { } head) return;
        var form = Form(word);
        sink.Add(Template.Governor, head.Lemma, form);
        sink.Add(Template.Form, form, head.Upos.Name());
        sink.Add(Template.GovernorStatus, Name(moods[head.Index]), form);
        sink.Add(Template.Clause, new Clause(head).Tense.ToString(), word.Relation.Universal().Name());
        sink.Add(Template.Above, head.Lemma, negated.Length > 0 ? "not" : tense);
        if (head.Head is { } upper) sink.Add(Template.Upper, Name(moods[upper.Index]), head.Relation.Universal().Name());
    }

    private static string Name(Mood mood) => mood.Status switch
    {
        ClaimStatus.Occurred => "occurred",
        ClaimStatus.Ongoing => "ongoing",
        ClaimStatus.Planned => "planned",
        ClaimStatus.Possible => "possible",
        ClaimStatus.Demanded => "demanded",
        ClaimStatus.Conditional => "conditional",
        ClaimStatus.Denied => "denied",
        _ => "not-occurred",
    };

    private static string Form(Token word)
    {
        var name = word.Relation.Universal().Name();
        if (word.Relation.Universal() is not (Deprel.Xcomp or Deprel.Acl or Deprel.Advcl or Deprel.Csubj or Deprel.Ccomp)) return name;
        return word.Xpos == "VBG" ? name + "-ing" : word.Xpos == "VB" ? name + "-to" : name;
    }

    /// <summary>A pronoun by itself, other words by whether they are known, some or general.</summary>
    private static string Kind(Token word)
    {
        if (word.Upos == Upos.Pron) return word.Lemma;
        if (word.Upos == Upos.Propn) return "name";
        if (word.Child(Deprel.Det) is { } article) return article.Lemma;
        return word.Xpos == "NNS" ? "plural" : word.Has(Deprel.NmodPoss) ? "owned" : "bare";
    }
}
