using System.Collections.Immutable;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Mentions of one entity in text order, and what they say of it together.</summary>
internal sealed class EntityChain
{
    internal EntityChain(EntityDraft first)
    {
        Mentions.Add(first);
        first.Chain = this;
        (Gender, Number) = (first.Gender, first.Number);
    }

    internal List<EntityDraft> Mentions { get; } = [];
    internal Genders Gender { get; private set; }
    internal Numbers Number { get; private set; }

    internal EntityDraft Last => Mentions[^1];

    internal Actor? Actor => Mentions.Find(m => m is { Actor: not null, Use: not (NameUse.Adjective or NameUse.People) })?.Actor;

    /// <summary>The fullest name, else the first description, else the pronoun.</summary>
    internal EntityDraft Best
    {
        get
        {
            var best = Mentions[0];
            foreach (var mention in Mentions)
                if (mention.Kind < best.Kind || (mention.Kind == MentionKind.Name && best.Kind == MentionKind.Name && mention.Span.Length > best.Span.Length)) best = mention;
            return best;
        }
    }

    internal EntityType Type => Best.Type;
    internal bool HasName => Mentions.Exists(m => m.Kind == MentionKind.Name);
    internal string? Country => FirstByKind(m => m.Country);

    internal ImmutableArray<string> Sectors
    {
        get
        {
            foreach (var kind in (ReadOnlySpan<MentionKind>)[MentionKind.Name, MentionKind.Nominal])
                foreach (var mention in Mentions)
                    if (mention.Kind == kind && !mention.Sectors.IsEmpty) return mention.Sectors;
            return [];
        }
    }

    /// <summary>Joins another chain to this one.</summary>
    internal void Join(EntityChain other)
    {
        if (ReferenceEquals(this, other)) return;
        foreach (var mention in other.Mentions) mention.Chain = this;
        Mentions.AddRange(other.Mentions);
        Mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        if ((Gender & other.Gender) != 0) Gender &= other.Gender;
        if ((Number & other.Number) != 0) Number &= other.Number;
    }

    private string? FirstByKind(Func<EntityDraft, string?> of)
    {
        foreach (var kind in (ReadOnlySpan<MentionKind>)[MentionKind.Name, MentionKind.Nominal, MentionKind.Pronoun])
            foreach (var mention in Mentions)
                if (mention.Kind == kind && of(mention) is { } found) return found;
        return null;
    }
}
