using System.Collections.Immutable;
using Chancery.Attributing.Relations;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Unknowns;

/// <summary>Finds what a report says is undisclosed, unclear, unconfirmed or not commented on, and reads off the tree what that is.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class UnknownFinder(LanguagePack pack)
{
    /// <summary>Verbs that declining leaves unsaid: 'declined to say'.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "say", "comment", "name", "disclose", "identify", "elaborate", "discuss", "give", "provide", "specify", "confirm", "reveal", "answer", "explain", "tell", "respond", "detail", "speculate",
    };

    private readonly UnknownLexicon _lexicon = new(pack);

    internal ImmutableArray<Unknown> Find(TextLayout layout, SourceNames names, Func<TextSpan, ImmutableArray<string>> sourcesOf)
    {
        var found = ImmutableArray.CreateBuilder<Unknown>();
        foreach (var word in layout.Document.Tokens)
        {
            foreach (var pattern in _lexicon.Of(word))
            {
                if (Teller(word, pattern.Form) is not { } teller || What(layout, word, teller, pattern) is not { Length: > 0 } what) continue;
                var span = layout.Span(Words(word));
                var sources = sourcesOf(span);
                if (pattern.Form is UnknownForm.Negated or UnknownForm.Withheld && word.Upos == Upos.Verb && SourceFinder.Of(word) is { } silent && names.Of(silent) is { Length: > 0 } name) sources = [.. sources, name];
                found.Add(new(span, what, sources));
                break;
            }
        }
        return found.ToImmutable();
    }

    /// <summary>The word whose complements are unknown, where the word stands in the form asked for; null where it does not.</summary>
    private static Token? Teller(Token word, UnknownForm form)
    {
        if (form == UnknownForm.Withheld) return word.Child(Deprel.Xcomp) is { } told && Telling.Contains(told.Lemma) ? told : null;
        if (word.Upos is Upos.Adj or Upos.Noun && !IsPredicative(word)) return null;
        if (form == UnknownForm.Plain) return word;
        var clause = new Clause(word);
        if (word.Upos == Upos.Verb && clause.IsPassive != (form == UnknownForm.PassiveNegated)) return null;
        return clause.IsNegated || word is { Relation: Deprel.Xcomp, Head: { } governor } && (new Clause(governor).IsNegated || governor.Lemma == "unable") ? word : null;
    }

    private static bool IsPredicative(Token word) => word.Has(Deprel.Cop) || word.Relation is Deprel.Xcomp or Deprel.Root or Deprel.Conj or Deprel.Ccomp;

    private static string What(TextLayout layout, Token word, Token teller, UnknownPattern pattern)
    {
        foreach (var place in pattern.What)
        {
            var found = place switch
            {
                "subject" => Arguments.Subject(word) is { } subject && subject.Lemma != "it" ? subject : (Token?)null,
                "object" => Arguments.Object(teller),
                "clause" => Asked(teller) ?? (word.Relation == Deprel.Xcomp && word.Head is { } verb ? Asked(verb) : null),
                _ => new Clause(teller).Oblique(place),
            };
            if (found is { } thing) return IsWord(thing) ? "truth of the " + thing.Text.ToLowerInvariant() : Text(layout, thing, word);
        }
        return pattern.Form == UnknownForm.Withheld || teller.Lemma == "comment" ? teller.Lemma == "comment" ? "comment" : "" : "";
    }

    /// <summary>'has not confirmed the reports': what is open is whether they are true, unless they say of what they are.</summary>
    private static bool IsWord(Token thing)
    {
        if (thing.Lemma is not ("report" or "claim" or "rumor" or "rumour" or "allegation" or "account" or "story" or "news" or "accusation")) return false;
        foreach (var child in thing.Children) if (child.Relation is not (Deprel.Det or Deprel.Case or Deprel.Punct)) return false;
        return true;
    }

    /// <summary>'whether …', 'what …': a question that is left open; a plain 'that' clause is none.</summary>
    private static Token? Asked(Token word)
    {
        foreach (var child in word.Children)
        {
            if (child.Relation is not (Deprel.Ccomp or Deprel.Csubj or Deprel.CsubjPass or Deprel.Advcl or Deprel.AdvclRelcl or Deprel.Parataxis) || child.Index < word.Index && child.Relation is not (Deprel.Csubj or Deprel.CsubjPass)) continue;
            foreach (var opener in child.Children)
                if (opener.Index < child.Index && opener.Lemma is "whether" or "if" or "what" or "who" or "when" or "where" or "why" or "how" or "which") return child;
            if (child.Document[Math.Max(word.Index + 1, 0)].Lemma is "whether" or "if" or "what" or "who" or "whom" or "when" or "where" or "why" or "how" or "which") return child;
        }
        return null;
    }

    private static string Text(TextLayout layout, Token thing, Token word)
    {
        var range = SourceFinder.Extent(layout, thing, word.Index);
        if (thing.Upos is Upos.Verb or Upos.Adj || thing.Has(Deprel.Cop)) range = layout.Subtree(thing.Index);
        if (range.Contains(word.Index)) range = word.Index > thing.Index ? range with { End = word.Index } : range with { First = word.Index + 1 };
        while (range.End > range.First + 1 && layout.Document[range.First].Upos is Upos.Det or Upos.Adp) range = range with { First = range.First + 1 };
        if (range.IsEmpty) return "";
        var text = layout.Span(range).In(layout.Document.Text).Trim('.', ',', ' ');
        // 'When they would meet remained unclear' asks 'when they would meet'
        return layout.Document[range.First].Upos is Upos.Propn || thing.Index > word.Index ? text : layout.Document[range.First].Lemma is "when" or "where" or "who" or "what" or "why" or "how" or "which" or "whether" ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    private static WordRange Words(Token word)
    {
        if (word.Upos == Upos.Verb) return VerbRelations.CueRange(word);
        var first = (word.Child(Deprel.Cop) ?? word.Child(Deprel.AuxPass))?.Index ?? (word is { Relation: Deprel.Xcomp, Head: { } verb } && verb.Index < word.Index ? verb.Index : word.Index);
        return word.Index - first > 6 ? new(word.Index, word.Index + 1) : new(Math.Min(first, word.Index), word.Index + 1);
    }
}
