namespace Chancery;

/// <summary>A place of the gazetteer.</summary>
/// <param name="GeoNameId">GeoNames id; 0 where it has none or is not known.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="Latitude">Degrees north, WGS84.</param>
/// <param name="Longitude">Degrees east, WGS84.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null for seas and disputed areas.</param>
/// <param name="Feature">GeoNames feature class and code: <c>P.PPLC</c>, <c>A.ADM1</c>.</param>
public sealed record Place(int GeoNameId, string Name, double Latitude, double Longitude, string? Country, string Feature)
{
    /// <summary>True where the position is that of the place it lies in or is named after: 'Orange County' at Orange.</summary>
    public bool IsApproximate { get; init; }
}
