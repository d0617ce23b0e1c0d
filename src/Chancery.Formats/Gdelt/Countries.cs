using System.Collections.Frozen;
using Chancery.Linguistics;

namespace Chancery.Formats.Gdelt;

/// <summary>Countries and sectors as other data sets write them. The tables are embedded beside this file.</summary>
internal static class Countries
{
    private static readonly LanguagePack Pack = LanguagePack.FromAssembly(typeof(Countries).Assembly);

    private static readonly FrozenDictionary<string, Codes> ByIso = Pack.Read("formats/countries.tsv", "iso3", "iso2", "fips", "cameo", "name").Rows
        .ToFrozenDictionary(row => row["iso3"], row => new Codes(row["iso2"], row["fips"], row["cameo"].Length > 0 ? row["cameo"] : row["iso3"], row["name"]), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> CameoSectors = Pack.Read("formats/sectors.tsv", "sector", "cameo").Rows
        .ToFrozenDictionary(row => row["sector"], row => row["cameo"], StringComparer.Ordinal);

    /// <summary>FIPS 10-4 code of a country; null where it has none or is no country.</summary>
    internal static string? Fips(string? iso3) => Of(iso3)?.Fips;

    /// <summary>ISO 3166-1 alpha-2 code in small letters.</summary>
    internal static string? Iso2(string? iso3) => Of(iso3)?.Iso2.ToLowerInvariant();

    /// <summary>CAMEO country code: ISO alpha-3 but for a few.</summary>
    internal static string? Cameo(string? iso3) => Of(iso3)?.Cameo;

    /// <summary>Usual English name.</summary>
    internal static string? Name(string? iso3) => Of(iso3)?.Name;

    /// <summary>CAMEO type codes of an actor, the primary one first: its sectors', and IGO or NGO for those.</summary>
    internal static string[] CameoTypes(Participant? actor)
    {
        if (actor is null) return [];
        var types = actor.Sectors.Select(s => CameoSectors.GetValueOrDefault(s) ?? "").Where(s => s.Length > 0);
        return [.. (actor.Country is "IGO" or "NGO" ? types.Prepend(actor.Country) : types).Distinct(StringComparer.Ordinal).Take(3)];
    }

    private static Codes? Of(string? iso3) => iso3 is not null && ByIso.TryGetValue(iso3, out var codes) ? codes : null;

    private sealed record Codes(string Iso2, string Fips, string Cameo, string Name);
}
