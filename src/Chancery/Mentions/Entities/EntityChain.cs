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
        (Best, Latest, Gender, Number) = (first, first, first.Gender, first.Number);
        Take(first);
    }

    internal List<EntityDraft> Mentions { get; } = [];
    internal Genders Gender { get; private set; }
    internal Numbers Number { get; private set; }

    /// <summary>Position among the chains of the report.</summary>
    internal int Index { get; set; } = -1;

    internal EntityDraft Last => Mentions[^1];

    /// <summary>Where it was spoken of last, be it among others: 'the two presidents'.</summary>
    internal EntityDraft Latest { get; set; }

    internal Actor? Actor { get; private set; }

    /// <summary>The fullest name, else the first description, else the pronoun.</summary>
    internal EntityDraft Best { get; private set; }

    internal EntityType Type => Best.Type;
    internal bool HasName => Best.Kind == MentionKind.Name;
    internal string? Country => _countries[(int)MentionKind.Name] ?? _countries[(int)MentionKind.Nominal] ?? _countries[(int)MentionKind.Pronoun];
    /// <summary>True once it is kept among those who hold an office.</summary>
    internal bool IsTitled { get; set; }

    /// <summary>Offices and ranks that its names and descriptions give a person.</summary>
    internal ImmutableArray<string> Titles { get; private set; } = [];

    /// <summary>True for a state, whatever of its names stands for it.</summary>
    internal bool IsState => Actor is { } actor && actor.Id.StartsWith("state/", StringComparison.Ordinal);

    /// <summary>The registry's name of persons and bodies; of a state the fullest name in the text, in full where it was short or shouted, its capital only where it is called nothing else.</summary>
    internal string Name
    {
        get
        {
            if (Actor is { } actor && (actor.Type != EntityType.Place || Best.Use == NameUse.Name && IsShort(Best.Chars))) return actor.Name;
            return Best is { Kind: MentionKind.Nominal, Owner: { HasName: true } owner } && owner != this ? $"{owner.Name}'s {Best.TextBehindFirst}" : Best.Text;
        }
    }

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
        Latest = mention;
        if (mention.Use is not (NameUse.Adjective or NameUse.People)) Actor ??= mention.Actor;
        if (mention.Kind < Best.Kind || mention.Kind == MentionKind.Name && Best.Kind == MentionKind.Name && IsFuller(mention, Best)) Best = mention;
        foreach (var title in mention.Titles) if (!Titles.Contains(title)) Titles = Titles.Add(title);
        _countries[(int)mention.Kind] ??= mention.Country;
        if (mention.Kind == MentionKind.Name && _ofNames.IsEmpty) _ofNames = mention.Sectors;
        else if (mention.Kind == MentionKind.Nominal && _ofNominals.IsEmpty) _ofNominals = mention.Sectors;
    }

    private static bool IsFuller(EntityDraft name, EntityDraft best) =>
        StandsForState(name) != StandsForState(best) ? StandsForState(best) : name.Span.Length > best.Span.Length;

    /// <summary>'Cairo said', 'the Kremlin denied': a name that is first of all another's.</summary>
    private static bool StandsForState(EntityDraft name) => name.Use is NameUse.Capital or NameUse.Metonym;

    /// <summary>'U.S.', 'UAE', 'KENYA'.</summary>
    private static bool IsShort(ReadOnlySpan<char> name) => name.IndexOfAnyInRange('a', 'z') < 0;
}
