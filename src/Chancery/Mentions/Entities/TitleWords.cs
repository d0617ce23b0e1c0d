using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>
/// Offices and ranks as words: those that stand with a name ('Gen. Oscar Ruiz', 'King Hussein'), and those a noun takes up ('the general', 'the monarch'):
/// <c>languages/en/entities/titles.tsv</c>.
/// </summary>
/// <remarks>Immutable and thread-safe. A title is written in lower case and in the singular.</remarks>
internal sealed class TitleWords
{
    private const string Path = "languages/en/entities/titles.tsv";

    /// <summary>Words of the longest title, and one more.</summary>
    private const int Longest = 6;

    private readonly AgentWords _agents;
    private readonly PhraseTable<ImmutableArray<string>> _nouns = new();

    internal TitleWords(LanguagePack pack, AgentWords agents)
    {
        _agents = agents;
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "nouns", "titles", "example").Rows)
            foreach (var noun in row.Parts("nouns")) _nouns.Add(noun, [noun, .. row.Parts("titles")]);
    }

    /// <summary>The title in front of a person's name, or that his name begins with; of 'Presidents A and B' also B's. Empty where there is none, or he no longer holds it.</summary>
    internal ImmutableArray<string> Of(EntityDraft name)
    {
        var document = name.Document;
        for (var i = name.First; i < name.End - 1; i++)
            if (_agents.Titles.EndingAt(document, i) is { } inside && inside.First == name.First) return [Words(document, inside.First, i)];
        if (Before(document, name.First) is { } title) return [title];
        return Shared(document, name.First) is { } shared ? [shared] : [];
    }

    /// <summary>The titles whose holder a description takes up, its own first; empty where it is none.</summary>
    internal ImmutableArray<string> TakenUpBy(EntityDraft nominal) => At(nominal)?.Value ?? [];

    /// <summary>The office or rank a description is; null where it is none, or one that is no longer or not yet held.</summary>
    internal string? Is(EntityDraft nominal) =>
        At(nominal) is { } match && !IsElsewhere(nominal.Document, match.First) ? Words(nominal.Document, match.First, nominal.Head) : null;

    /// <summary>True for 'the king', 'the Jordanian king', where nothing but a country stands before the office.</summary>
    internal bool IsBare(EntityDraft nominal, EntityDraft?[] covered)
    {
        if (At(nominal) is not { } match) return false;
        for (var i = nominal.First + 1; i < match.First; i++)
            if (covered[i] is not { Kind: MentionKind.Name, Country: not null }) return false;
        return true;
    }

    /// <summary>The name that a title stands in front of: Webb for 'Secretary of State Webb'; null where none follows.</summary>
    internal EntityDraft? BearerOf(EntityDraft nominal, EntityDraft?[] covered)
    {
        var document = nominal.Document;
        var end = Math.Min(document[nominal.Head].Sentence.End, nominal.Head + Longest);
        for (var i = nominal.Head + 1; i < end; i++)
            if (covered[i] is { Kind: MentionKind.Name, Type: EntityType.Person } name && name.First == i) return _agents.Titles.EndingAt(document, i - 1) is { } title && title.First <= nominal.Head ? name : null;
        return null;
    }

    private PhraseMatch<ImmutableArray<string>>? At(EntityDraft nominal)
    {
        var (document, head) = (nominal.Document, nominal.Head);
        var (noun, title) = (_nouns.EndingAt(document, head), _agents.Titles.EndingAt(document, head));
        if (title is { } own && (noun is null || own.First < noun.Value.First)) return new(own.First, [Words(document, own.First, head)]);
        return noun;
    }

    /// <summary>'Presidents Oscar Ruiz of Peru and Jan Dahl of Norway': the title in the plural, with nothing between but names, 'of', commas and 'and'.</summary>
    private string? Shared(Document document, int first)
    {
        if (first == 0 || document[first - 1].Chars is not ("and" or ",")) return null;
        for (var at = first - 1; at > document[first].Sentence.First && document[at].Upos is Upos.Propn or Upos.Cconj || document[at].Chars is "of" or ","; at--)
            if (document[at - 1].Xpos is "NNPS" or "NNS" && Before(document, at) is { } title) return title;
        return null;
    }

    private string? Before(Document document, int first)
    {
        if (first == 0 || document[first - 1].SentenceIndex != document[first].SentenceIndex || _agents.Titles.EndingAt(document, first - 1) is not { Value: var sectors } match) return null;
        return sectors.IsEmpty || IsElsewhere(document, match.First) ? null : Words(document, match.First, first - 1);
    }

    /// <summary>'former President', 'vice president'.</summary>
    private static bool IsElsewhere(Document document, int first) =>
        first > 0 && document[first - 1].Chars is "former" or "Former" or "ex" or "late" or "then" or "vice" or "Vice" or "deputy" or "Deputy" or "next" or "previous" or "ousted" or "exiled" or "-";

    private static string Words(Document document, int first, int last)
    {
        var before = first < last ? new TokenRange(document, first, last).Span.In(document.Text) + " " : "";
        return (before + (document[last].Xpos is "NNS" or "NNPS" ? document[last].Lemma : document[last].Text)).ToLowerInvariant();
    }
}
