using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>The tables of <c>actors/</c> as actors and the forms that name them, likeliest first.</summary>
internal sealed class ActorTables
{
    private readonly LanguagePack _pack;
    private readonly PackFaults _faults = new();
    private readonly HashSet<string> _sectors;
    private readonly Dictionary<(string Id, string Country), (string Id, string File)> _listed = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
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
        tables._faults.ThrowIfAny(); // without the states every country below would be unknown
        tables.Bodies();
        tables.Organizations("institution", "actors/institutions", EntityType.Org);
        tables.Organizations("organization", "actors/organizations", EntityType.Org);
        tables.Organizations("group", "actors/groups", EntityType.Org);
        tables.Organizations("party", "actors/parties", EntityType.Org);
        tables.Organizations("media", "actors/media", EntityType.Org);
        tables.Organizations("people", "actors/peoples", EntityType.Norp);
        tables.Actors.AddRange(PersonTables.Read(pack, tables.Sectors, tables.Country, tables._faults));
        tables._faults.ThrowIfAny();
        return tables;
    }

    private void States()
    {
        var rows = _faults.Rows(_pack, "actors/states.tsv", "code", "name", "adjectives", "people", "capitals", "aliases", "metonyms", "under");
        foreach (var row in rows)
            if (!_countries.Add(row["code"])) _faults.Add(row.Fault($"state '{row["code"]}' is listed twice"));
        var capitals = new List<(Actor, List<(string, NameUse)>)>();
        foreach (var row in rows)
        {
            var aliases = row.Parts("aliases");
            var actor = new Actor
            {
                Id = "state/" + row["code"],
                Name = row["name"],
                Type = EntityType.Place,
                Aliases = [.. aliases],
                Country = row["under"].Length > 0 ? row["under"] : row["code"],
            };
            Actors.Add((actor, [(row["name"], NameUse.Name), .. Forms(aliases, NameUse.Name), .. Forms(row.Parts("adjectives"), NameUse.Adjective), .. Forms(row.Parts("people"), NameUse.People)]));
            capitals.Add((actor, [.. Forms(row.Parts("metonyms"), NameUse.Metonym), .. Forms(row.Parts("capitals"), NameUse.Capital)]));
        }
        Actors.AddRange(capitals);
    }

    private void Bodies()
    {
        foreach (var row in _faults.Rows(_pack, "actors/bodies.tsv", "id", "name", "names", "sectors"))
        {
            var actor = new Actor { Id = "body/" + row["id"], Name = row["name"], Type = EntityType.Org, Sectors = Sectors(row, "sectors") };
            Actors.Add((actor, [.. Forms(row.Parts("names"), NameUse.Body)]));
        }
    }

    /// <summary>Every table whose path starts so, our own before those of a source: <c>groups.tsv</c>, <c>groups-ucdp.tsv</c>.</summary>
    private void Organizations(string kind, string prefix, EntityType type)
    {
        foreach (var path in _pack.List(prefix).OrderBy(p => p.Length))
            foreach (var row in _faults.Rows(_pack, path, "name", "country", "aliases")) Organization(kind, row, type);
    }

    private void Organization(string kind, TableRow row, EntityType type)
    {
        var id = $"{kind}/{Slug.Of(row["name"])}";
        if (_listed.TryGetValue((id, row["country"]), out var known))
        {
            // A table laid over another adds names to whom that one has.
            if (known.File == row.File) _faults.Add(row.Fault($"'{row["name"]}' of {row["country"]} is listed twice"));
            id = known.Id;
        }
        else
        {
            var key = (id, row["country"]);
            if (!_ids.Add(id)) _ids.Add(id = $"{id}-{Slug.Of(row["country"])}");
            _listed.Add(key, (id, row.File));
        }
        var aliases = row.Parts("aliases");
        var actor = new Actor
        {
            Id = id,
            Name = row["name"],
            Type = type,
            Country = Country(row, "country"),
            Aliases = [.. aliases],
            Sectors = kind == "media" ? Media(row["owner"]) : Sectors(row, "sectors"),
        };
        Actors.Add((actor, [(row["name"], NameUse.Name), .. Forms(aliases, NameUse.Name), .. Forms(row.Parts("adjectives"), NameUse.Adjective)]));
    }

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
