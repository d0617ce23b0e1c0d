using System.Collections.Immutable;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Mentions of one entity in text order, and what they say of it together.</summary>
/// <remarks>What they say is kept up to date as mentions join, so that asking costs nothing however long the chain.</remarks>
internal sealed class EntityChain
{
    private readonly string?[] _countries = new string?[3];
    private ImmutableArray<string> _ofNames = [];
    private ImmutableArray<string> _ofNominals = [];

    internal EntityChain(EntityDraft first)
    {
        (Best, Gender, Number) = (first, first.Gender, first.Number);
        Take(first);
    }

    internal List<EntityDraft> Mentions { get; } = [];
    internal Genders Gender { get; private set; }
    internal Numbers Number { get; private set; }

    /// <summary>Position among the chains of the report.</summary>
    internal int Index { get; set; } = -1;

    internal EntityDraft Last => Mentions[^1];

    internal Actor? Actor { get; private set; }

    /// <summary>The fullest name, else the first description, else the pronoun.</summary>
    internal EntityDraft Best { get; private set; }

    internal EntityType Type => Best.Type;
    internal bool HasName => Best.Kind == MentionKind.Name;
    internal string? Country => _countries[(int)MentionKind.Name] ?? _countries[(int)MentionKind.Nominal] ?? _countries[(int)MentionKind.Pronoun];
    internal ImmutableArray<string> Sectors => _ofNames.IsEmpty ? _ofNominals : _ofNames;

    /// <summary>Adds the mention that comes next in the text.</summary>
    internal void Join(EntityDraft mention)
    {
        if ((Gender & mention.Gender) != 0) Gender &= mention.Gender;
        if ((Number & mention.Number) != 0) Number &= mention.Number;
        Take(mention);
    }

    private void Take(EntityDraft mention)
    {
        mention.Chain = this;
        Mentions.Add(mention);
        if (mention.Use is not (NameUse.Adjective or NameUse.People)) Actor ??= mention.Actor;
        if (mention.Kind < Best.Kind || (mention.Kind == MentionKind.Name && Best.Kind == MentionKind.Name && mention.Span.Length > Best.Span.Length)) Best = mention;
        _countries[(int)mention.Kind] ??= mention.Country;
        if (mention.Kind == MentionKind.Name && _ofNames.IsEmpty) _ofNames = mention.Sectors;
        else if (mention.Kind == MentionKind.Nominal && _ofNominals.IsEmpty) _ofNominals = mention.Sectors;
    }
}
