using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>Tells whose share it is, so that two candidates' shares are never taken for one.</summary>
/// <remarks>Immutable and thread-safe. The words are data: <c>figures/shares.tsv</c>.</remarks>
internal sealed class ShareHolder
{
    private readonly Dictionary<string, string> _roles = new(StringComparer.OrdinalIgnoreCase);

    internal ShareHolder(LanguagePack pack, string language)
    {
        foreach (var row in pack.Read($"languages/{language}/figures/shares.tsv", "as", "words", "example").Rows)
            foreach (var word in row.Parts("words")) _roles.TryAdd(word, row["as"]);
    }

    /// <summary>The registry's id of whoever has the share, else the name; null where nobody is told.</summary>
    internal string? Find(MentionSet mentions, Token number)
    {
        if (Governor(number) is not { } verb) return null;
        // 'Mondlane, who says that he won with 53 percent'
        if (verb.Relation == Deprel.Ccomp && verb.Child(Deprel.Nsubj) is { Upos: Upos.Pron } && verb.Head is { Relation: Deprel.AclRelcl } saying && Of(mentions, saying.Head) is { } speaker) return speaker;
        return Given(mentions, verb, number) ?? Owned(mentions, verb) ?? (Is(verb, "named") ? Of(mentions, verb.Child(Deprel.Obj)) : null)
            ?? Of(mentions, verb.Child(Deprel.Nsubj)) ?? Of(mentions, verb.Child(Deprel.NsubjPass)) ?? Related(mentions, verb);
    }

    /// <summary>Who says so by giving it: 'the council declared Maduro the winner with 51 percent'.</summary>
    internal string? Giver(MentionSet mentions, Token number)
    {
        if (Governor(number) is not { } verb) return null;
        return (Is(verb, "given") || Is(verb, "named")) && verb.Child(Deprel.Nsubj) is { } subject
            ? CountFinder.At(mentions, subject).Where(e => e.Type is EntityType.Org).Select(e => e.Actor?.Name ?? e.Name).FirstOrDefault() : null;
    }

    /// <summary>The verb that a number hangs on, or the word three steps above it; null where the sentence ends before.</summary>
    private static Token? Governor(Token number)
    {
        var at = number;
        for (var step = 0; step < 3 && at.Upos != Upos.Verb; step++)
        {
            if (at.Head is not { } above) return null;
            at = above;
        }
        return at;
    }

    /// <summary>'gave Maduro 52 percent', '20 percent went to Mondlane'.</summary>
    private string? Given(MentionSet mentions, Token verb, Token number)
    {
        if (!Is(verb, "given")) return null;
        // whoever stands right before the share, whatever the tree makes of the two
        var beside = number.Index - (number.Upos == Upos.Num ? 1 : 2);
        if (beside > verb.Index && Of(mentions, number.Document[beside]) is { } named) return named;
        foreach (var child in verb.Children)
            if (child.Index != number.Index && (child.Relation is Deprel.Iobj || child.Relation is Deprel.Obj && verb.Lemma is not "go" || child.Relation.Universal() == Deprel.Obl && child.Child(Deprel.Case) is { Lemma: "to" or "with" }) && Of(mentions, child) is { } holder) return holder;
        foreach (var child in number.Children)
            if (child.Relation == Deprel.Nmod && child.Child(Deprel.Case) is { Lemma: "to" } && Of(mentions, child) is { } holder) return holder;
        return null;
    }

    /// <summary>'corrected his share to 65 percent', 'Mondlane's was raised to 24 percent'.</summary>
    private string? Owned(MentionSet mentions, Token verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass && Is(child, "owned") && (child.Child(Deprel.NmodPoss) ?? child.Child(Deprel.Nmod)) is { } owner && Of(mentions, owner) is { } holder) return holder;
        return null;
    }

    /// <summary>'Mondlane, who won with 53 percent'.</summary>
    private static string? Related(MentionSet mentions, Token verb) => verb.Relation is Deprel.AclRelcl or Deprel.Acl ? Of(mentions, verb.Head) : null;

    private bool Is(Token word, string role) => _roles.GetValueOrDefault(word.Lemma) == role;

    private static string? Of(MentionSet mentions, Token? word)
    {
        if (word is not { } named) return null;
        // 'his rival, Edmundo Gonzalez'
        if (named.Upos == Upos.Noun && named.Child(Deprel.Appos) is { } apposed && Of(mentions, apposed) is { } byName) return byName;
        foreach (var entity in CountFinder.At(mentions, named))
            if (entity.Type is EntityType.Person or EntityType.Org) return entity.Actor?.Id ?? entity.Name;
        return null;
    }
}
