using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>
/// Reads a description as the agent of a state it means: 'Ukraine's president' as who held the office on the report's day, 'Sudan's military' as that army.
/// The offices stand in <c>languages/en/offices.tsv</c>, the bodies in the registry.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class StateAgents
{
    private const string Path = "languages/en/offices.tsv";

    private readonly PhraseTable<ImmutableArray<string>> _titles = new();
    private readonly Dictionary<string, string> _wordsOf = new(StringComparer.Ordinal);
    private readonly ActorRegistry _registry;

    internal StateAgents(LanguagePack pack, ActorRegistry registry)
    {
        _registry = registry;
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "words", "titles", "example").Rows)
        {
            foreach (var words in row.Parts("words")) _titles.Add(words, [.. row.Parts("titles")]);
            foreach (var title in row.Parts("titles")) _wordsOf.TryAdd(title, row.Parts("words").First());
        }
    }

    /// <summary>What the offices a person holds on a day are called in running text, in lower case; without a day those not known to have been left.</summary>
    internal ImmutableArray<string> OfficesOf(Actor person, DateOnly? day) =>
        [.. person.Offices.Where(o => day is { } on ? o.HeldOn(on) : o.To is null).Select(o => _wordsOf.GetValueOrDefault(o.Title) ?? FirstWords(o.Title)).Distinct()];

    /// <summary>'minister' of 'Minister of Trade', 'leader' of 'Leader of Hamas'.</summary>
    private static string FirstWords(string title) => (title.IndexOf(" of ", StringComparison.Ordinal) is var at and > 0 ? title[..at] : title).ToLowerInvariant();

    /// <summary>The holder on the day; null where the words name no office of a state, or somebody who held it before or is to hold it.</summary>
    internal Actor? Holder(EntityDraft nominal, EntityDraft?[] covered, DateOnly day)
    {
        var document = nominal.Document;
        if (nominal.Number == Numbers.Many || _titles.EndingAt(document, nominal.Head) is not { } office || IsBoundToName(nominal, covered)) return null;
        var before = Before(document, office.First);
        return StateOf(nominal, office.First, covered) is not { } country || IsIndefinite(document, before, covered) ? null : _registry.HolderOf(office.Value, country, day);
    }

    /// <summary>The body of a state that the words name; null where they name none.</summary>
    internal Actor? Body(EntityDraft nominal, EntityDraft?[] covered)
    {
        if (nominal.Type != EntityType.Org || nominal.Number == Numbers.Many) return null;
        for (var i = nominal.First; i <= nominal.Head; i++)
            if (covered[i] is not { Kind: MentionKind.Name } && _registry.BodyAt(nominal.Document, i) is { } body && body.First == i && body.End == nominal.Head + 1)
                return StateOf(nominal, i, covered) is { } country ? _registry.BodyOf(body.Best.Actor, country) : null;
        return null;
    }

    /// <summary>The state named right before the words, or behind 'of'.</summary>
    private static string? StateOf(EntityDraft nominal, int first, EntityDraft?[] covered)
    {
        var document = nominal.Document;
        var before = Before(document, first);
        return (before >= 0 && document[before].SentenceIndex == nominal.Sentence ? StateAt(before, covered) : null)
            ?? (IsDefinite(document, first) ? StateBehind(nominal, covered) : null);
    }

    /// <summary>The word before, an apostrophe left out; -1 where there is none.</summary>
    private static int Before(Document document, int first)
    {
        var before = first - 1;
        return before >= 0 && document[before].Chars is "'s" or "’s" or "'" or "’" ? before - 1 : before;
    }

    /// <summary>'Ukraine's president, Zelensky': the name says who it is.</summary>
    private static bool IsBoundToName(EntityDraft nominal, EntityDraft?[] covered)
    {
        var head = nominal.Document[nominal.Head];
        if (head.Relation is Deprel.Appos or Deprel.Flat or Deprel.NmodDesc or Deprel.Compound) return true;
        foreach (var child in head.Children)
            if (child.Relation is Deprel.Appos or Deprel.Flat or Deprel.Cop || child.Index > head.Index && covered[child.Index] is { Kind: MentionKind.Name, Type: EntityType.Person } && !child.Has(Deprel.Case)) return true;
        return false;
    }

    private static string? StateAt(int word, EntityDraft?[] covered) =>
        covered[word] is { Kind: MentionKind.Name, Actor: { } actor } && actor.Id.StartsWith("state/", StringComparison.Ordinal) ? actor.Country : null;

    /// <summary>'the president of Ukraine'.</summary>
    private static string? StateBehind(EntityDraft nominal, EntityDraft?[] covered)
    {
        var document = nominal.Document;
        var at = nominal.Head + 1;
        if (at >= document.Count || document[at].Chars is not "of") return null;
        if (++at < document.Count && document[at].Chars is "the") at++;
        return at < document.Count ? StateAt(at, covered) : null;
    }

    private static bool IsDefinite(Document document, int first) => first > 0 && document[first - 1].Chars is "the" or "The";

    /// <summary>'a Russian president', 'former Ukrainian president': not whoever holds it now.</summary>
    private static bool IsIndefinite(Document document, int word, EntityDraft?[] covered)
    {
        var at = word;
        while (at > 0 && covered[at] is { Kind: MentionKind.Name } name && name.First <= at) at = name.First - 1;
        return at >= 0 && document[at].Chars is "a" or "A" or "an" or "An" or "former" or "Former" or "ex" or "then" or "late" or "next" or "previous" or "first" or "every" or "any" or "no" or "-";
    }
}
