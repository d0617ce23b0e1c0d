using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>What a noun stands for: its type, the pronouns that take it up, and whether its plural names several entities of the report.</summary>
internal sealed record EntityNoun(EntityType Type, Genders Gender, bool HasMembers);

/// <summary>The table <c>languages/en/entities/nouns.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class EntityNouns
{
    private const string Path = "languages/en/entities/nouns.tsv";

    private readonly PhraseTable<EntityNoun> _nouns = new();

    internal EntityNouns(LanguagePack pack)
    {
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "words", "type", "gender", "members").Rows)
        {
            var type = row["type"] switch { "org" => EntityType.Org, "place" => EntityType.Place, _ => EntityType.Person };
            var gender = row["gender"] switch { "f" => Genders.Female, "m" => Genders.Male, "t" => Genders.Thing, _ => Genders.Anyone };
            var noun = new EntityNoun(type, gender, row["members"] == "yes");
            foreach (var word in row.Parts("words")) _nouns.Add(word, noun);
        }
    }

    /// <summary>The longest entry that ends with the word; null where none does.</summary>
    internal PhraseMatch<EntityNoun>? EndingAt(Document document, int word) => _nouns.EndingAt(document, word);
}
