using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>Whoever speaks for, leads or serves a body is of that body's sector: 'a Hezbollah official', 'a spokesman for the army' (<c>languages/en/entities/servants.tsv</c>).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Allegiance
{
    private const string Path = "languages/en/entities/servants.tsv";

    /// <summary>Words that may stand between the noun and the body.</summary>
    private const int Reach = 6;

    private readonly PhraseTable<string> _servants = new();

    internal Allegiance(LanguagePack pack)
    {
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "words", "example").Rows)
            foreach (var word in row.Parts("words")) _servants.Add(word, word);
    }

    /// <summary>Given when all are described, since a body may be named behind those who serve it.</summary>
    internal void Give(List<EntityDraft> drafts, EntityDraft?[] covered)
    {
        foreach (var draft in drafts)
            if (draft is { Type: EntityType.Person, Actor: null } && draft.Kind != MentionKind.Pronoun && Body(draft, covered) is { Sectors: { IsEmpty: false } sectors } body)
            {
                draft.Sectors = sectors;
                draft.Country ??= body.Country;
            }
    }

    private EntityDraft? Body(EntityDraft person, EntityDraft?[] covered)
    {
        var document = person.Document;
        // of a name the title in front of it tells
        var noun = person.Kind == MentionKind.Name ? person.First - 1 : person.Head;
        if (noun < document[person.Head].Sentence.First || _servants.EndingAt(document, noun) is not { } servant) return null;
        return Before(document, servant.First, person, covered) ?? Behind(document, person.End, covered);
    }

    /// <summary>'Hezbollah official', 'the navy's spokesman', 'army spokesman'.</summary>
    private static EntityDraft? Before(Document document, int noun, EntityDraft person, EntityDraft?[] covered)
    {
        var first = document[noun].Sentence.First;
        for (var word = noun - 1; word >= first && noun - word <= Reach; word--)
        {
            if (covered[word] is { } body && body != person) return body.Type == EntityType.Org ? body : null;
            if (document[word].Upos is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Part)) return null;
        }
        return null;
    }

    /// <summary>'spokesman for the army', 'Spokesman Ivo Maric of the Free Army'.</summary>
    private static EntityDraft? Behind(Document document, int end, EntityDraft?[] covered)
    {
        if (end >= document.Count || document[end].Chars is not ("of" or "for" or "from")) return null;
        var last = Math.Min(document[end].Sentence.End, end + 1 + Reach);
        for (var word = end + 1; word < last && document[word].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Part or Upos.Pron; word++)
            if (covered[word] is { Type: EntityType.Org } body) return body;
        return null;
    }
}
