using Chancery.Linguistics;
using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Reads the name lists of <c>data/languages/en/naming</c> and compiles them into the model's lexicon.</summary>
internal static class NameTables
{
    private const string Folder = "languages/en/naming/";

    private static readonly Dictionary<string, NameClass> Kinds = new(StringComparer.Ordinal)
    {
        ["title"] = NameClass.Title,
        ["role"] = NameClass.Role,
        ["orghead"] = NameClass.OrgHead,
        ["orgword"] = NameClass.OrgWord,
        ["orgname"] = NameClass.OrgName,
        ["eventhead"] = NameClass.EventHead,
        ["workhead"] = NameClass.WorkHead,
        ["placehead"] = NameClass.PlaceHead,
        ["particle"] = NameClass.Particle,
        ["speech"] = NameClass.Speech,
        ["calendar"] = NameClass.Calendar,
        ["norp"] = NameClass.Norp,
        ["country"] = NameClass.Country,
        ["region"] = NameClass.Place,
        ["city"] = NameClass.Place,
    };

    internal static List<(string Phrase, NameClass Class)> Read(LanguagePack pack)
    {
        var entries = new List<(string, NameClass)>();
        foreach (var row in pack.Read(Folder + "given-names.tsv", "name", "gender").Rows)
        {
            var gender = row["gender"];
            var kinds = (gender.Contains('f') ? NameClass.GivenFemale : 0) | (gender.Contains('m') ? NameClass.GivenMale : 0);
            entries.Add((row["name"], kinds == 0 ? NameClass.GivenFemale | NameClass.GivenMale : kinds));
        }
        foreach (var row in pack.Read(Folder + "surnames.tsv", "name").Rows) entries.Add((row["name"], NameClass.Surname));
        foreach (var row in pack.Read(Folder + "places.tsv", "name", "kind").Rows) entries.Add((row["name"], Kinds[row["kind"]]));
        foreach (var row in pack.Read(Folder + "name-words.tsv", "word", "kind").Rows) entries.Add((row["word"], Kinds[row["kind"]]));
        AddOrganizations(pack.Read(Folder + "parties.tsv", "name", "aliases"), entries);
        foreach (var path in pack.List("actors/"))
            if (Path.GetFileName(path) is "institutions.tsv" or "organizations.tsv" or "groups.tsv" or "parties.tsv" or "media.tsv") AddOrganizations(pack.Read(path, "name", "aliases"), entries);
        return entries;
    }

    private static void AddOrganizations(Linguistics.Packs.Table table, List<(string, NameClass)> entries)
    {
        foreach (var row in table.Rows)
            foreach (var name in row.Parts("aliases").Prepend(row["name"]))
                if (char.IsUpper(name[0])) entries.Add((name, NameClass.OrgName));
    }

    internal static byte[] Compile(IEnumerable<(string Phrase, NameClass Class)> entries, IEnumerable<string> common) =>
        NameLexicon.Build(entries.Select(e => (HashOf(e.Phrase), e.Class)).Concat(common.Select(w => (NameHash.OfLower(w), NameClass.Common))));

    private static uint HashOf(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hash = NameHash.Of(words[0]);
        foreach (var word in words.AsSpan(1)) hash = NameHash.Join(hash, NameHash.Of(word));
        return hash;
    }
}
