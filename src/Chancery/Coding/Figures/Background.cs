using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding.Figures;

/// <summary>What a statement takes for known rather than states (presupposition): whoever passes the statement on takes it for known too.</summary>
internal static class Background
{
    /// <summary>Trees of prose are not deeper; hostile ones must not cost more.</summary>
    private const int Reach = 40;

    /// <summary>
    /// True for what a clause within the content tells that sets the scene, and had come about by then: 'Israel attacked, six days after Iran had fired drones',
    /// 'damaged grain that was bound for Africa', 'the party that has governed for 49 years'.
    /// </summary>
    internal static bool IsOf(Attribution relation, Token word)
    {
        var at = word;
        for (var step = 0; step < Reach && relation.Content.Any(content => content.Contains(at.Span.Start)); step++)
        {
            // The tree may hang such a clause on the word of saying: where something is said before it, it belongs to that.
            if (Opener(at) is { } opener && relation.Content[0].Start < opener.Span.Start && HasComeAbout(new(at))) return true;
            if (at.Head is not { } head) return false;
            at = head;
        }
        return false;
    }

    /// <summary>The word by which a clause sets the scene: 'after', 'since', the pronoun of a relative clause, else its noun; null for one that does not.</summary>
    private static Token? Opener(Token clause)
    {
        foreach (var child in clause.Children)
            if (child.Relation == Deprel.Mark && child.Lemma is "after" or "since" || IsRelative(child) || child.Child(Deprel.NmodPoss) is { } whose && IsRelative(whose)) return child;
        return clause.Relation == Deprel.AclRelcl ? clause.Head : null;
    }

    private static bool IsRelative(Token word) => word.Xpos is "WDT" or "WP$";

    private static bool HasComeAbout(Clause clause) => clause.Modal is null && (clause.Tense == Tense.Past || clause.Tense == Tense.Present && (clause.IsPerfect || clause.IsProgressive));
}
