using System.Buffers.Binary;
using System.Text;
using Chancery.Mentions.Places;
using Chancery.Registry;

namespace Chancery.Workshop.Places;

/// <summary>Writes the gazetteer's table; the same sources give the same bytes.</summary>
internal static class GazetteerWriter
{
    internal static byte[] Write(GazetteerSource source)
    {
        var countries = source.Places.Where(p => p.Feature == "A.PCLI").Select(p => p.Country!).Order(StringComparer.Ordinal).ToList();
        var features = source.Places.Select(p => p.Feature).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var names = new NamePool();
        var rows = new byte[source.Places.Count * GazetteerFormat.PlaceBytes];
        for (var i = 0; i < source.Places.Count; i++)
        {
            var place = source.Places[i];
            var row = rows.AsSpan(i * GazetteerFormat.PlaceBytes, GazetteerFormat.PlaceBytes);
            BinaryPrimitives.WriteInt32LittleEndian(row, place.Id);
            BinaryPrimitives.WriteInt32LittleEndian(row[4..], (int)Math.Round(place.Latitude * 1e5));
            BinaryPrimitives.WriteInt32LittleEndian(row[8..], (int)Math.Round(place.Longitude * 1e5));
            BinaryPrimitives.WriteUInt32LittleEndian(row[12..], names.Add(place.Name));
            row[16] = place.Country is null ? GazetteerFormat.NoCountry : (byte)countries.BinarySearch(place.Country, StringComparer.Ordinal);
            row[17] = (byte)features.IndexOf(place.Feature);
            BinaryPrimitives.WriteUInt16LittleEndian(row[18..], (ushort)place.Region);
            row[20] = GazetteerFormat.Weight(place.Population);
        }
        var (buckets, postings) = Postings(source);
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output);
        int[] header = [GazetteerFormat.Magic, GazetteerFormat.Version, source.Places.Count, names.Length, postings.Count, countries.Count, features.Count, source.RegionPlaces.Count];
        foreach (var number in header) writer.Write(number);
        writer.Write(rows);
        writer.Write(names.Bytes);
        foreach (var start in buckets) writer.Write(start);
        foreach (var (key, place) in postings) { writer.Write(key); writer.Write(place); }
        foreach (var country in countries)
        {
            writer.Write(Encoding.ASCII.GetBytes(country));
            writer.Write(source.Places.FindIndex(p => p.Feature == "A.PCLI" && p.Country == country));
        }
        foreach (var feature in features) writer.Write(Encoding.ASCII.GetBytes(feature.PadRight(GazetteerFormat.FeatureBytes)));
        foreach (var region in source.RegionPlaces) writer.Write(region);
        return output.ToArray();
    }

    private static (int[] Buckets, List<(uint Key, uint Place)> Postings) Postings(GazetteerSource source)
    {
        // One posting a name and place; a name that is both main and alias is main, one that is a short form anywhere is short.
        var flags = new Dictionary<(ulong Hash, int Place), uint>();
        foreach (var (name, place, flag) in source.Names)
        {
            var key = (NameComparer.Hash(name) >> 16, place);
            flags[key] = flags.TryGetValue(key, out var known) ? (known & flag) | ((known | flag) & GazetteerFormat.ShortBit) : flag;
        }
        var sorted = flags.OrderBy(f => f.Key.Hash).ThenByDescending(f => source.Places[f.Key.Place].Population).ThenBy(f => f.Key.Place).ToList();
        var buckets = new int[GazetteerFormat.Buckets + 1];
        foreach (var posting in sorted) buckets[(posting.Key.Hash >> 32) + 1]++;
        for (var i = 1; i < buckets.Length; i++) buckets[i] += buckets[i - 1];
        return (buckets, [.. sorted.Select(f => ((uint)f.Key.Hash, (uint)f.Key.Place | f.Value))]);
    }

    /// <summary>Names back to back, each once.</summary>
    private sealed class NamePool
    {
        private readonly Dictionary<string, uint> _known = new(StringComparer.Ordinal);
        private readonly List<byte> _bytes = [];

        internal int Length => _bytes.Count;

        internal byte[] Bytes => [.. _bytes];

        internal uint Add(string name)
        {
            if (_known.TryGetValue(name, out var at)) return at;
            var utf8 = Encoding.UTF8.GetBytes(name);
            if (utf8.Length > 255) throw new InvalidDataException($"a name of {utf8.Length} bytes: '{name}'");
            at = (uint)(_bytes.Count << 8) | (uint)utf8.Length;
            _bytes.AddRange(utf8);
            return _known[name] = at;
        }
    }
}
