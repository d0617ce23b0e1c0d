using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>The tables of <c>actors/</c> as actors and the forms that name them, likeliest first.</summary>
internal sealed class ActorTables
{
    private readonly LanguagePack _pack;
    private readonly List<PackFault> _faults = [];
    private readonly HashSet<string> _sectors;
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal) { "IGO", "NGO" };

    private ActorTables(LanguagePack pack)
    {
        _pack = pack;
        _sectors = pack.Read("actors/sectors.tsv", "code", "name").Rows.Select(r => r["code"]).ToHashSet(StringComparer.Ordinal);
    }

    internal List<(Actor Actor, List<(string Form, NameUse Use)> Forms)> Actors { get; } = new(8192);

    /// <exception cref="PackException">Rows have faults; all are listed.</exception>
    internal static ActorTables Read(LanguagePack pack)
    {
        var tables = new ActorTables(pack);
        tables.States();
        tables.Bodies();
        tables.Organizations("institution", "actors/institutions.tsv", EntityType.Org);
        tables.Organizations("organization", "actors/organizations.tsv", EntityType.Org);
        tables.Organizations("group", "actors/groups.tsv", EntityType.Org);
        tables.Organizations("party", "actors/parties.tsv", EntityType.Org);
        tables.Organizations("media", "actors/media.tsv", EntityType.Org);
        tables.Organizations("people", "actors/peoples.tsv", EntityType.Norp);
        tables.Actors.AddRange(PersonTables.Read(pack, tables.Sectors, tables.Country, tables._faults));
        if (tables._faults.Count > 0) throw new PackException(tables._faults);
        return tables;
    }

    private void States()
    {
        var rows = _pack.Read("actors/states.tsv", "code", "name", "adjectives", "people", "capitals", "aliases", "metonyms", "under").Rows;
        foreach (var row in rows)
            if (!_countries.Add(row["code"])) _faults.Add(row.Fault($"state '{row["code"]}' is listed twice"));
        var capitals = new List<(Actor, List<(string, NameUse)>)>();
        foreach (var row in rows)
        {
            var aliases = row.Parts("aliases");
            var actor = new Actor
            {
                Id = "state/" + row["code"], Name = row["name"], Type = EntityType.Place, Aliases = [.. aliases],
                Country = row["under"].Length > 0 ? row["under"] : row["code"],
            };
            Actors.Add((actor, [(row["name"], NameUse.Name), .. Forms(aliases, NameUse.Name), .. Forms(row.Parts("adjectives"), NameUse.Adjective), .. Forms(row.Parts("people"), NameUse.People)]));
            capitals.Add((actor, [.. Forms(row.Parts("metonyms"), NameUse.Metonym), .. Forms(row.Parts("capitals"), NameUse.Capital)]));
        }
        Actors.AddRange(capitals);
    }

    private void Bodies()
    {
        foreach (var row in _pack.Read("actors/bodies.tsv", "id", "name", "names", "sectors").Rows)
        {
            var actor = new Actor { Id = "body/" + row["id"], Name = row["name"], Type = EntityType.Org, Sectors = Sectors(row, "sectors") };
            Actors.Add((actor, [.. Forms(row.Parts("names"), NameUse.Body)]));
        }
    }

    private void Organizations(string kind, string path, EntityType type)
    {
        if (!_pack.Has(path)) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in _pack.Read(path, "name", "country", "aliases").Rows)
        {
            var id = $"{kind}/{Slug.Of(row["name"])}";
            if (!seen.Add(id + row["country"])) _faults.Add(row.Fault($"'{row["name"]}' of {row["country"]} is listed twice"));
            else if (_pathTaken.Contains(id)) id = $"{id}-{row["country"].ToLowerInvariant()}";
            _pathTaken.Add(id);
            var aliases = row.Parts("aliases");
            var actor = new Actor
            {
                Id = id, Name = row["name"], Type = type, Country = Country(row, "country"), Aliases = [.. aliases],
                Sectors = kind == "media" ? Media(row["owner"]) : Sectors(row, "sectors"),
            };
            Actors.Add((actor, [(row["name"], NameUse.Name), .. Forms(aliases, NameUse.Name), .. Forms(row.Parts("adjectives"), NameUse.Adjective)]));
        }
    }

    private readonly HashSet<string> _pathTaken = new(StringComparer.Ordinal);

    private static ImmutableArray<string> Media(string owner) => owner switch
    {
        "state" => ["JRN", "GOV"],
        "party" => ["JRN", "PTY"],
        _ => ["JRN"],
    };

    private static IEnumerable<(string, NameUse)> Forms(string[] forms, NameUse use) => forms.Select(f => (f, use));

    private ImmutableArray<string> Sectors(TableRow row, string column)
    {
        var sectors = row.Parts(column);
        foreach (var sector in sectors)
            if (!_sectors.Contains(sector)) _faults.Add(row.Fault($"unknown sector '{sector}'; sectors.tsv lists those of PLOVER"));
        return [.. sectors];
    }

    private string? Country(TableRow row, string column)
    {
        var code = row[column];
        if (code.Length == 0) return null;
        if (!_countries.Contains(code)) _faults.Add(row.Fault($"unknown country '{code}'; expected a code of states.tsv, IGO or NGO"));
        return code;
    }
}
