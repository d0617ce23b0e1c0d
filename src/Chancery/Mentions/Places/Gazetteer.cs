using System.Buffers.Binary;
using System.Text;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Registry;

namespace Chancery.Mentions.Places;

/// <summary>A place that may be meant, as a number of the gazetteer, and how the name stands for it.</summary>
/// <param name="Number">Number in the gazetteer.</param>
/// <param name="Form">How the name stands for it.</param>
internal readonly record struct PlaceCandidate(int Number, NameForm Form)
{
    internal bool Is(NameForm form) => (Form & form) != 0;
}

/// <summary>The world's places by name: a mapped table, read where it lies.</summary>
/// <remarks>Immutable and thread-safe; opening it costs nothing. Layout: <see cref="GazetteerFormat"/>.</remarks>
internal sealed class Gazetteer
{
    private readonly PackBytes _bytes;
    private readonly int _names, _buckets, _postings, _countries, _features, _regions, _countryCount;

    /// <exception cref="PackException">The table is of another format or version.</exception>
    internal Gazetteer(LanguagePack pack)
    {
        _bytes = pack.Map("gazetteer/places.bin");
        if (_bytes.Length < GazetteerFormat.HeaderBytes || Int(0) != GazetteerFormat.Magic || Int(4) != GazetteerFormat.Version)
            throw new PackException([new("gazetteer/places.bin", 0, $"not a gazetteer of version {GazetteerFormat.Version}")]);
        Count = Int(8);
        _names = GazetteerFormat.HeaderBytes + Count * GazetteerFormat.PlaceBytes;
        _buckets = _names + Int(12);
        _postings = _buckets + (GazetteerFormat.Buckets + 1) * 4;
        _countries = _postings + Int(16) * GazetteerFormat.PostingBytes;
        _countryCount = Int(20);
        _features = _countries + _countryCount * GazetteerFormat.CountryBytes;
        _regions = _features + Int(24) * GazetteerFormat.FeatureBytes;
    }

    /// <summary>Number of places.</summary>
    internal int Count { get; }

    /// <summary>Adds all places of this name to a list, the weightiest first.</summary>
    internal void Find(ReadOnlySpan<char> name, List<PlaceCandidate> into)
    {
        var (bucket, key) = GazetteerFormat.Split(NameComparer.Hash(name));
        var end = Int(_buckets + (bucket + 1) * 4);
        for (var i = Int(_buckets + bucket * 4); i < end; i++)
        {
            var at = _postings + i * GazetteerFormat.PostingBytes;
            if ((uint)Int(at) != key) continue;
            var place = (uint)Int(at + 4);
            into.Add(new((int)(place & GazetteerFormat.PlaceMask), (NameForm)(place & ~GazetteerFormat.PlaceMask)));
        }
    }

    /// <summary>The place of a state by its ISO 3166-1 alpha-3 code; -1 where there is none.</summary>
    internal int OfCountry(string code)
    {
        for (var i = 0; i < _countryCount; i++)
        {
            var at = _countries + i * GazetteerFormat.CountryBytes;
            if (Ascii(at, 3) == code) return Int(at + 3);
        }
        return -1;
    }

    /// <summary>Population on the scale of <see cref="GazetteerFormat.Weight"/>.</summary>
    internal int Weight(int place) => Byte(place, 20);

    /// <summary>Number of the country; equal for places of one country, 255 where none applies.</summary>
    internal int Country(int place) => Byte(place, 16);

    /// <summary>Number of the region (GeoNames admin1), from 1; 0 where none applies.</summary>
    internal int Region(int place) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Span[(Row(place) + 18)..]);

    /// <summary>GeoNames feature class and code, such as <c>P.PPLC</c>.</summary>
    internal string Feature(int place) => Ascii(_features + Byte(place, 17) * GazetteerFormat.FeatureBytes, GazetteerFormat.FeatureBytes).TrimEnd();

    /// <summary>GeoNames feature class: <c>P</c> inhabited, <c>A</c> state or region, <c>L</c> area, <c>H</c> water, <c>T</c> mountains.</summary>
    internal char FeatureClass(int place) => (char)_bytes.Span[_features + Byte(place, 17) * GazetteerFormat.FeatureBytes];

    /// <summary>True for a state.</summary>
    internal bool IsCountry(int place) => FeatureClass(place) == 'A' && Region(place) == 0 && Country(place) != GazetteerFormat.NoCountry;

    /// <summary>Latitude and longitude, degrees WGS84.</summary>
    internal (double Latitude, double Longitude) Position(int place) => (Int(Row(place) + 4) / 1e5, Int(Row(place) + 8) / 1e5);

    /// <summary>The usual English name.</summary>
    internal string Name(int place)
    {
        var at = Int(Row(place) + 12);
        return Encoding.UTF8.GetString(_bytes.Span.Slice(_names + (int)((uint)at >> 8), at & 0xFF));
    }

    /// <summary>The place with all that is known of it.</summary>
    internal Place Read(int place)
    {
        var (latitude, longitude) = Position(place);
        var country = Country(place);
        var code = country == GazetteerFormat.NoCountry ? null : Ascii(_countries + country * GazetteerFormat.CountryBytes, 3);
        return new(Int(Row(place)), Name(place), latitude, longitude, code, Feature(place));
    }

    private static int Row(int place) => GazetteerFormat.HeaderBytes + place * GazetteerFormat.PlaceBytes;

    private int Byte(int place, int offset) => _bytes.Span[Row(place) + offset];

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[at..]);

    private string Ascii(int at, int length) => Encoding.ASCII.GetString(_bytes.Span.Slice(at, length));
}
