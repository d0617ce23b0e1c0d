namespace Chancery.Mentions.Places;

/// <summary>
/// Layout of <c>gazetteer/places.bin</c>, little-endian. Header of 8 integers: magic, version, places, names' bytes, postings, countries, features, regions. Then
/// places (<see cref="PlaceBytes"/> each: id, latitude and longitude in 1e-5 degrees, name offset ≪ 8 | length, country, feature, region ≪, weight);
/// names (UTF-8, back to back); bucket starts (65,537 integers); postings (key, place | bits of <see cref="NameForm"/>), by hash, the weightiest first;
/// countries (three letters, place), features (eight bytes, blank-filled), regions (place).
/// </summary>
internal static class GazetteerFormat
{
    internal const int Magic = 0x5A474843;
    internal const int Version = 1;
    internal const int HeaderBytes = 32;
    internal const int PlaceBytes = 21;
    internal const int PostingBytes = 8;
    internal const int CountryBytes = 7;
    internal const int FeatureBytes = 8;
    internal const int Buckets = 65536;
    internal const uint AliasBit = 0x80000000;
    internal const uint BehindBit = 0x40000000;
    internal const uint AdjectiveBit = 0x20000000;
    internal const uint ShortBit = 0x10000000;
    internal const uint PlaceMask = 0x0FFFFFFF;
    internal const byte NoCountry = 255;

    /// <summary>Population on a scale of eighths of a doubling, 0 to 255.</summary>
    internal static byte Weight(long population) => (byte)Math.Clamp((int)Math.Round(8 * Math.Log2(Math.Max(1, population + 1))), 0, 255);

    internal static (int Bucket, uint Key) Split(ulong hash) => ((int)(hash >> 48), (uint)(hash >> 16));
}

/// <summary>How a name stands for a place.</summary>
[Flags]
internal enum NameForm : uint
{
    /// <summary>Its name.</summary>
    None = 0,

    /// <summary>A name in another language, or an older one.</summary>
    Alias = GazetteerFormat.AliasBit,

    /// <summary>Names the place only behind another: 'Austin, Tex.'.</summary>
    OnlyBehind = GazetteerFormat.BehindBit,

    /// <summary>Its adjective: 'Siberian'.</summary>
    Adjective = GazetteerFormat.AdjectiveBit,

    /// <summary>A short or older form of our own list: it may be written in few capitals.</summary>
    Short = GazetteerFormat.ShortBit,
}
