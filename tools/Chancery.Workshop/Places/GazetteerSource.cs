using System.Globalization;
using System.IO.Compression;
using Chancery.Linguistics;
using Chancery.Mentions.Places;

namespace Chancery.Workshop.Places;

/// <summary>A place on its way into the gazetteer.</summary>
internal sealed class SourcePlace
{
    internal required int Id { get; init; }
    internal required string Name { get; init; }
    internal string? Country { get; init; }
    internal required string Feature { get; init; }
    internal double Latitude { get; set; }
    internal double Longitude { get; set; }
    internal int Region { get; init; }
    internal long Population { get; set; }
    internal int Members { get; set; }
}

/// <summary>Gathers places and names. States and regions, of which GeoNames' short tables give no position, lie at the mean of their places.</summary>
internal sealed class GazetteerSource(LanguagePack pack)
{
    private const long PopulationForAliases = 15_000;

    private readonly Dictionary<string, SourcePlace> _states = [];
    private readonly Dictionary<string, string> _iso3 = [];
    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _byId = [];

    internal List<SourcePlace> Places { get; } = [];
    internal List<(string Name, int Place, uint Flags)> Names { get; } = [];
    internal List<int> RegionPlaces { get; } = [];

    internal void ReadRegions(string path)
    {
        foreach (var row in pack.Read("actors/states.tsv", "code", "iso2", "name", "aliases", "geoname").Rows)
        {
            var state = new SourcePlace { Id = Number(row["geoname"]), Name = row["name"], Country = row["code"], Feature = "A.PCLI" };
            _states[row["iso2"]] = state;
            _iso3[row["iso2"]] = row["code"];
            Add(state, [row["name"], .. row.Parts("aliases")]);
        }
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (!_iso3.TryGetValue(cells[0][..2], out var country)) continue;
            RegionPlaces.Add(Places.Count);
            _regions.Add(cells[0], RegionPlaces.Count);
            var region = new SourcePlace { Id = Number(cells[3]), Name = RegionNames.Usual(cells[1]), Country = country, Feature = "A.ADM1", Region = RegionPlaces.Count };
            Add(region, [region.Name, cells[2], .. RegionNames.Others(cells[1])]);
        }
    }

    internal void ReadCities(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('\t');
            if (cells.Length < 15 || !_states.TryGetValue(cells[8], out var state)) continue;
            if (cells[7] is "PPLW" or "PPLH" or "PPLQ") continue;
            var region = _regions.GetValueOrDefault($"{cells[8]}.{cells[10]}");
            var place = new SourcePlace
            {
                Id = Number(cells[0]),
                Name = cells[1],
                Country = state.Country,
                Feature = $"P.{cells[7]}",
                Region = region,
                Latitude = Degrees(cells[4]),
                Longitude = Degrees(cells[5]),
                Population = long.Parse(cells[14], CultureInfo.InvariantCulture),
            };
            Join(state, place);
            if (region > 0) Join(Places[RegionPlaces[region - 1]], place);
            Add(place, [place.Name, cells[2]]);
            if (place.Population >= PopulationForAliases || cells[7] is "PPLA" or "PPLC") Alias(place, cells[3]);
        }
        foreach (var whole in Places.Where(p => p.Members > 0)) (whole.Latitude, whole.Longitude) = (whole.Latitude / whole.Members, whole.Longitude / whole.Members);
    }

    internal void ReadAreas()
    {
        foreach (var row in pack.Read("gazetteer/areas.tsv", "name", "aliases", "adjectives", "kind", "latitude", "longitude", "country", "geoname").Rows)
        {
            string[] names = [row["name"], .. row.Parts("aliases")];
            var id = row["geoname"].Length == 0 ? 0 : Number(row["geoname"]);
            if (id == 0 || !_byId.TryGetValue(id, out var place))
            {
                var (feature, weight) = AreaKinds.Of(row["kind"]);
                place = Places.Count;
                Add(new() { Id = id, Name = row["name"], Country = row["country"].Length == 0 ? null : row["country"], Feature = feature, Population = weight }, []);
            }
            (Places[place].Latitude, Places[place].Longitude) = (Degrees(row["latitude"]), Degrees(row["longitude"]));
            foreach (var name in names) Names.Add((name, place, 0));
            foreach (var adjective in row.Parts("adjectives")) Names.Add((adjective, place, GazetteerFormat.AdjectiveBit));
        }
    }

    internal void ReadShortForms()
    {
        foreach (var row in pack.Read("gazetteer/abbreviations.tsv", "form", "place", "use").Rows)
        {
            var place = _regions.TryGetValue(row["place"], out var region) ? RegionPlaces[region - 1] : _byId[Number(row["place"])];
            var flags = GazetteerFormat.ShortBit | (row["use"] == "behind" ? GazetteerFormat.BehindBit : 0);
            Names.Add((row["form"], place, flags));
            if (row["form"].EndsWith('.')) Names.Add((row["form"][..^1], place, flags | (row["form"].Length <= 5 ? GazetteerFormat.BehindBit : 0)));
        }
    }

    private void Add(SourcePlace place, IEnumerable<string> names)
    {
        if (place.Id != 0) _byId[place.Id] = Places.Count;
        foreach (var name in names.Distinct(StringComparer.Ordinal)) Names.Add((name, Places.Count, 0));
        Places.Add(place);
    }

    private void Alias(SourcePlace place, string alternates)
    {
        foreach (var name in alternates.Split(','))
            if (LatinNames.IsUsable(name)) Names.Add((name, Places.Count - 1, GazetteerFormat.AliasBit));
    }

    private static void Join(SourcePlace whole, SourcePlace part)
    {
        whole.Latitude += part.Latitude;
        whole.Longitude += part.Longitude;
        whole.Members++;
        whole.Population += part.Population;
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static double Degrees(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
