using System.Collections.Immutable;
using Chancery.Attributing.Predicates;
using Chancery.Attributing.Relations;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Unknowns;

/// <summary>Finds what a report says is undisclosed, unclear, unsettled, unconfirmed or not commented on, and reads off the tree what that is.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class UnknownFinder(LanguagePack pack, FactualityLexicon factuality)
{
    /// <summary>Words from the first of a verb group to its last.</summary>
    private const int Group = 6;

    private readonly UnknownLexicon _lexicon = new(pack);
    private readonly Untold _untold = new(factuality);

    internal ImmutableArray<Unknown> Find(TextLayout layout, SourceNames names, Func<TextSpan, ImmutableArray<string>> sourcesOf)
    {
        var found = ImmutableArray.CreateBuilder<Unknown>();
        foreach (var word in layout.Document.Tokens)
        {
            foreach (var pattern in _lexicon.Of(word))
            {
                if (!Stands(word, pattern) || What(layout, word, pattern) is not { Length: > 0 } what) continue;
                var span = layout.Span(Words(word));
                var sources = sourcesOf(span);
                if (word.Upos == Upos.Verb && pattern.Form is UnknownForm.Negated or UnknownForm.Withheld && SourceFinder.Of(word) is { } silent && names.Of(silent) is { Length: > 0 } name) sources = [.. sources, name];
                found.Add(new(span, what, sources));
                break;
            }
        }
        return found.ToImmutable();
    }

    /// <summary>True where a word stands as the pattern asks.</summary>
    private bool Stands(Token word, UnknownPattern pattern)
    {
        if (pattern.With.Length > 0 && !Carries(word, pattern.With)) return false;
        var (isVerb, isPassive) = (word.Upos == Upos.Verb, word.Upos == Upos.Verb && new Clause(word).IsPassive);
        // What is said of a thing beside it ('the unclear letter') is said by the way; with a word of its own a noun says it wherever it stands.
        if (!isVerb && pattern.Form != UnknownForm.Lacking && !IsPredicative(word) && !(word.Upos == Upos.Noun && pattern.With.Length > 0)) return false;
        return pattern.Form switch
        {
            UnknownForm.Plain => !new Clause(word).IsNegated,
            UnknownForm.Negated => !isPassive && !IsGraded(word) && IsUntold(word),
            UnknownForm.PassiveNegated => (!isVerb || isPassive) && (_untold.IsOfPassive(word) || !pattern.What.Contains("subject") && _untold.IsWithheld(word)),
            UnknownForm.Pending => isPassive && Untold.IsPending(word),
            UnknownForm.Withheld => !isPassive && IsWithheld(word),
            UnknownForm.Nobody => !isPassive && Untold.HasNobody(word),
            UnknownForm.Lacking => Untold.IsLacking(word) && !(word.Head is { Upos: Upos.Verb } giver && _lexicon.Of(giver).Any(p => p.What.Contains("given"))),
            _ => false,
        };
    }

    private bool IsUntold(Token word) => _untold.Is(word) || IsWithheld(word) || word is { Relation: Deprel.Xcomp, Upos: not Upos.Verb, Head: { } verb } && _untold.Is(verb) || Given(word) is { } thing && Untold.IsLacking(thing);

    private bool IsWithheld(Token word) =>
        _untold.IsWithheld(word) || Governor(word) is { } above && !new Clause(above).IsNegated && _lexicon.Of(above).Any(p => p.Form == UnknownForm.Governing && (p.With.Length == 0 || Carries(above, p.With)));

    private static Token? Governor(Token word) => word.Relation is Deprel.Xcomp or Deprel.Csubj or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl && word.Child(Deprel.Mark)?.Lemma is "to" or "of" ? word.Head : null;

    /// <summary>One of the words hangs on this one, by itself or as a preposition, or it hangs on one of them: 'passed over', 'in doubt', 'an open question', 'a matter of dispute', 'details remain scarce'.</summary>
    private static bool Carries(Token word, string[] with)
    {
        foreach (var child in word.Children)
        {
            if (with.Contains(child.Lemma) && (child.Upos != Upos.Verb || child.Xpos == "VBN") && (child.Relation != Deprel.Case || !word.Has(Deprel.Det) && !word.Has(Deprel.Compound))) return true;
            if (word.Upos == Upos.Verb && (with.Contains(Clause.Preposition(child)) || child.Child(Deprel.Mark) is { } mark && with.Contains(mark.Lemma))) return true;
        }
        return word is { Relation: Deprel.Nmod or Deprel.Xcomp, Head: { } head } && with.Contains(head.Lemma) || word.Upos == Upos.Adj && Arguments.Subject(word) is { } subject && with.Contains(subject.Lemma);
    }

    private static bool IsPredicative(Token word) => word.Has(Deprel.Cop) || word.Relation is Deprel.Xcomp or Deprel.Root or Deprel.Conj or Deprel.Ccomp or Deprel.Parataxis || word.Head is { Lemma: "remain" };

    /// <summary>'has never been more clear'.</summary>
    private static bool IsGraded(Token word) => word.Upos == Upos.Adj && (word.Feats.Contains("Degree=Cmp", StringComparison.Ordinal) || word.Child(Deprel.Advmod) is { Lemma: "more" or "so" or "as" });

    private string What(TextLayout layout, Token word, UnknownPattern pattern)
    {
        foreach (var place in pattern.What)
        {
            if (place[0] == '"') return place.Trim('"');
            var found = place switch
            {
                "subject" => Subject(word),
                "object" => Arguments.Object(word),
                "given" => Given(word),
                "clause" => Questions.Of(layout, word) ?? ((word.Relation == Deprel.Xcomp ? word.Head : word.Child(Deprel.Xcomp)) is { } part ? Questions.Of(layout, part) : null),
                _ => Behind(word, place),
            };
            if (found is { } thing) return IsWord(thing) ? "truth of the " + thing.Text.ToLowerInvariant() : Text(layout, thing, word);
            if (place == "clause" && Questions.Before(layout, word, Words(word).First) is { } asked) return Text(layout, asked);
        }
        return "";
    }

    /// <summary>The phrase of a preposition, also where it hangs on the verb the word belongs to, on its object or on a day between: 'kept silent on its losses', 'said nothing of them', 'no word on Monday of the crew'.</summary>
    private static Token? Behind(Token word, string preposition)
    {
        foreach (var child in word.Children)
        {
            if (child.Relation.Universal() is not (Deprel.Obl or Deprel.Nmod)) continue;
            if (!Clause.IsDay(child) && Clause.Preposition(child) == preposition) return child;
            if (Clause.IsDay(child) && new Clause(child).Oblique(preposition) is { } later) return later;
        }
        if (word.Upos == Upos.Verb && word.Child(Deprel.Obj) is { } thing && new Clause(thing).Oblique(preposition) is { } about) return about;
        return word is { Upos: not Upos.Verb, Relation: Deprel.Xcomp or Deprel.Obj or Deprel.Nsubj, Head: { Upos: Upos.Verb or Upos.Aux } verb } && new Clause(verb).Oblique(preposition) is { } beside && beside.Index > word.Index ? beside : null;
    }

    /// <summary>What is said to be unknown, but not who does not know it.</summary>
    private static Token? Subject(Token word)
    {
        if (word.Has(Deprel.Xcomp) && !word.Has(Deprel.AuxPass) || word.Upos == Upos.Verb && !new Clause(word).IsPassive && (word.Xpos != "VBN" || new Clause(word).IsPerfect)) return null;
        // 'remains a mystery', 'were kept under wraps'
        var said = word is { Upos: Upos.Noun, Relation: Deprel.Obj or Deprel.Obl, Head: { Upos: Upos.Verb } verb } && (verb.Lemma == "remain" || word.Relation == Deprel.Obl) ? Arguments.Subject(verb) : Arguments.Subject(word);
        if (said is not { } subject || subject.Lemma is "it" or "there") return null;
        return subject.Upos == Upos.Pron && word.Upos != Upos.Verb && subject.Lemma is "he" or "she" or "they" or "we" or "I" or "you" ? null : subject;
    }

    /// <summary>The object, or the subject of a passive, where it is something that is given where something is told.</summary>
    private Token? Given(Token word)
    {
        if (word.Upos != Upos.Verb) return null;
        return (new Clause(word).IsPassive ? Arguments.Subject(word) : word.Child(Deprel.Obj)) is { } thing && _lexicon.IsGiven(thing) ? thing : null;
    }

    /// <summary>'has not confirmed the reports': what is open is whether they are true, unless they say of what they are.</summary>
    private static bool IsWord(Token thing)
    {
        if (thing.Lemma is not ("report" or "claim" or "rumor" or "rumour" or "allegation" or "account" or "story" or "news" or "accusation")) return false;
        foreach (var child in thing.Children) if (child.Relation is not (Deprel.Det or Deprel.Case or Deprel.Punct)) return false;
        return true;
    }

    private static string Text(TextLayout layout, Token thing, Token word)
    {
        var range = SourceFinder.Extent(layout, thing, word.Index);
        if (thing.Upos is Upos.Verb or Upos.Adj || thing.Has(Deprel.Cop)) range = layout.Subtree(thing.Index);
        if (range.Contains(word.Index)) range = word.Index > thing.Index ? range with { End = word.Index } : range with { First = word.Index + 1 };
        // 'what would become of them', where the tree hangs the clause on its pronoun
        while (range.End > range.First + 1 && layout.Document[range.First] is { Upos: Upos.Det or Upos.Adp } && !Questions.Opens(layout.Document[range.First])) range = range with { First = range.First + 1 };
        if (range.IsEmpty) return "";
        // 'When they would meet remained unclear' asks 'when they would meet'
        return thing.Index > word.Index && !Questions.Opens(layout.Document[range.First]) ? layout.Span(range).In(layout.Document.Text).Trim('.', ',', ' ') : Text(layout, range);
    }

    private static string Text(TextLayout layout, WordRange range)
    {
        var text = layout.Span(range).In(layout.Document.Text).Trim('.', ',', ' ');
        return text.Length > 0 && Questions.Opens(layout.Document[range.First]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    private static WordRange Words(Token word)
    {
        if (word.Upos == Upos.Verb)
        {
            var told = VerbRelations.CueRange(word);
            return Governor(word) is { } governor && governor.Index < word.Index && word.Index - governor.Index <= Group ? VerbRelations.CueRange(governor) with { End = told.End } : told;
        }
        var first = (word.Child(Deprel.Cop) ?? word.Child(Deprel.AuxPass))?.Index ?? (word is { Relation: Deprel.Xcomp, Head: { } verb } && verb.Index < word.Index ? verb.Index : word.Index);
        return word.Index - first > Group ? new(word.Index, word.Index + 1) : new(Math.Min(first, word.Index), word.Index + 1);
    }
}
