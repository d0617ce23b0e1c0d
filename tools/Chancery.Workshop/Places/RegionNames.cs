namespace Chancery.Workshop.Places;

/// <summary>Names of regions as English papers write them: 'Belgorod Oblast' is also Belgorod region.</summary>
internal static class RegionNames
{
    private static readonly string[] Kinds =
    [
        " Oblast'", " Oblast", " oblast", " Province", " Governorate", " Region", " Prefecture", " Department", " District", " County", " State", " Republic", " Krai", " Kray", " Canton", " Voivodeship",
    ];

    /// <summary>The name as it stands, without the soft sign GeoNames leaves at its end.</summary>
    internal static string Usual(string name) => name.TrimEnd('\'');

    /// <summary>Other names: with the English word for the kind of region.</summary>
    internal static IEnumerable<string> Others(string name)
    {
        var bare = name;
        foreach (var kind in Kinds)
            if (bare.EndsWith(kind, StringComparison.Ordinal)) { bare = bare[..^kind.Length]; break; }
        if (bare.Length == name.Length) return [$"{name} Province", $"{name} Region", $"{name} State"];
        return [$"{bare} Region", $"{bare} Province", $"{bare} Oblast", bare];
    }
}
