using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>A personal pronoun's grammar.</summary>
internal sealed record Pronoun(Genders Gender, Numbers Number, int Person, string Use);

/// <summary>Finds personal pronouns (<c>languages/en/entities/pronouns.tsv</c>), those that stand for nothing ('it rained') left out.</summary>
internal sealed class PronounFinder
{
    private const string Path = "languages/en/entities/pronouns.tsv";

    private readonly Dictionary<string, Pronoun> _pronouns = new(StringComparer.OrdinalIgnoreCase);

    internal PronounFinder(LanguagePack pack)
    {
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "word", "gender", "number", "person", "use").Rows)
        {
            var gender = row["gender"] switch { "f" => Genders.Female, "m" => Genders.Male, "t" => Genders.Thing, "p" => Genders.Anyone, _ => Genders.Unknown };
            var number = row["number"] switch { "one" => Numbers.One, "many" => Numbers.Many, _ => Numbers.Unknown };
            _pronouns[row["word"]] = new(gender, number, row["person"][0] - '0', row["use"]);
        }
    }

    internal void Find(Document document, EntityDraft?[] covered, List<EntityDraft> found)
    {
        for (var i = 0; i < document.Count; i++)
        {
            var token = document[i];
            if (token.Upos is not (Upos.Pron or Upos.Det) || covered[i] is not null || token.Relation == Deprel.Expl) continue;
            if (Of(token) is not { } pronoun || IsUnitedStates(token)) continue;
            var type = pronoun.Gender is Genders.Thing or Genders.Unknown ? EntityType.Org : EntityType.Person;
            found.Add(new(document, i, i + 1, MentionKind.Pronoun, type) { Head = i, Gender = pronoun.Gender, Number = pronoun.Number });
        }
    }

    internal Pronoun? Of(Token token) => _pronouns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token.Chars, out var pronoun) ? pronoun : null;

    private static bool IsUnitedStates(Token token) => token.Chars is "US";
}
