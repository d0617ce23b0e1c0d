using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Grammatical gender as far as a mention shows it.</summary>
[Flags]
internal enum Genders
{
    None = 0,
    Female = 1,
    Male = 2,
    Thing = 4,
    Anyone = Female | Male,
    Unknown = Female | Male | Thing,
}

/// <summary>One or many.</summary>
[Flags]
internal enum Numbers
{
    One = 1,
    Many = 2,
    Unknown = One | Many,
}

/// <summary>A mention while it is being made out: words <c>[First, End)</c> of the document and what is known of who is meant.</summary>
/// <remarks>Lives within one call of <see cref="EntityFinder.Find"/>; the immutable <see cref="EntityMention"/> is made from it at the end.</remarks>
internal sealed class EntityDraft(Document document, int first, int end, MentionKind kind, EntityType type)
{
    internal Document Document { get; } = document;
    internal int First { get; } = first;
    internal int End { get; } = end;
    internal MentionKind Kind { get; } = kind;
    internal EntityType Type { get; set; } = type;

    /// <summary>The word that the rest hangs on.</summary>
    internal int Head { get; set; } = HeadOf(document, first, end);

    internal Actor? Actor { get; set; }

    /// <summary>How the words stand for the actor; null where the registry does not know them.</summary>
    internal NameUse? Use { get; set; }

    internal string? Country { get; set; }
    internal ImmutableArray<string> Sectors { get; set; } = [];

    /// <summary>Offices and ranks the words give a person: those in front of his name, or the one a description is.</summary>
    internal ImmutableArray<string> Titles { get; set; } = [];

    internal Genders Gender { get; set; } = Genders.Unknown;
    internal Numbers Number { get; set; } = Numbers.Unknown;

    /// <summary>The words of the mention where they were given and are more than the name itself.</summary>
    internal (int First, int End)? Given { get; init; }

    /// <summary>All mentions of the same entity; null until the mention is reached from the left.</summary>
    internal EntityChain Chain { get; set; } = null!;

    /// <summary>For 'both sides', 'they': those meant, where they are separate entities.</summary>
    internal ImmutableArray<EntityChain> Members { get; set; } = [];

    /// <summary>For a title in front of a name, 'Secretary of State Webb': the name.</summary>
    internal EntityDraft? Bearer { get; set; }

    /// <summary>The one state on whose ground the sentence's places lie, where the words are of those who act at home; null where there is none or several.</summary>
    internal string? Ground { get; set; }

    /// <summary>For 'its troops': whose they are; null where the words name no owner by pronoun.</summary>
    internal EntityChain? Owner { get; set; }

    internal TextSpan Span => new TokenRange(Document, First, End).Span;
    internal string Text => Span.In(Document.Text);
    /// <summary>The words less the first: 'troops' of 'its troops'.</summary>
    internal string TextBehindFirst => First + 1 < End ? new TokenRange(Document, First + 1, End).Span.In(Document.Text) : Text;

    internal ReadOnlySpan<char> Chars => Span.Of(Document.Text);
    internal int Sentence => Document[Head].SentenceIndex;

    /// <summary>The word whose head lies outside the run; the last such, as titles and modifiers stand in front.</summary>
    private static int HeadOf(Document document, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            var head = document[i].HeadIndex;
            if (document[i].Relation != Deprel.Punct && (head < first || head >= end)) return i;
        }
        return end - 1;
    }
}
