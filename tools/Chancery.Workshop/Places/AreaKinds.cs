namespace Chancery.Workshop.Places;

/// <summary>GeoNames features for the kinds of <c>areas.tsv</c>, and the population that a name of the kind is as well known as.</summary>
internal static class AreaKinds
{
    internal static (string Feature, long Weight) Of(string kind) => kind switch
    {
        "continent" => ("L.CONT", 1_000_000_000),
        "country" => ("A.PCL", 50_000_000),
        "region" => ("L.RGN", 5_000_000),
        "disputed" => ("A.TERR", 5_000_000),
        "former" => ("A.PCLH", 20_000_000),
        "ocean" => ("H.OCN", 500_000_000),
        "sea" => ("H.SEA", 50_000_000),
        "lake" => ("H.LK", 5_000_000),
        "river" => ("H.STM", 5_000_000),
        "canal" => ("H.CNL", 5_000_000),
        "mountains" => ("T.MTS", 5_000_000),
        "island" => ("T.ISL", 3_000_000),
        "place" => ("L.LCTY", 1_000_000),
        _ => throw new InvalidDataException($"areas.tsv: unknown kind '{kind}'"),
    };
}
