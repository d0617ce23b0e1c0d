using System.Globalization;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Gdelt;

using C = Column<Dyad>;

/// <summary>GDELT 2.0 events: the 61 columns of the codebook of 19 February 2015, in its order and spelling.</summary>
internal static class GdeltEvents
{
    private const string NoActorPlace = "the record has no place of an actor, only of the act";

    internal static Table Table { get; } = new Table<Dyad>("gdelt-events", Dyad.Rows,
    [
        C.Count("GLOBALEVENTID", d => d.Number, "first 63 bits of the SHA-256 of the event's id; the same in the mentions"),
        C.Text("SQLDATE", d => Date(d.Day, "yyyyMMdd"), "first day the event may lie on, else the day of its first report"),
        C.Text("MonthYear", d => Date(d.Day, "yyyyMM"), "of `SQLDATE`"),
        C.Text("Year", d => Date(d.Day, "yyyy"), "of `SQLDATE`"),
        C.Number("FractionDate", d => d.Day is { } day ? Math.Round(day.Year + (day.Month * 30 + day.Day) / 365.0, 4) : null, "of `SQLDATE`: year + (month × 30 + day) / 365, as the codebook has it"),
        .. Actor("Actor1", d => d.Actor, "the claim's actor"),
        .. Actor("Actor2", d => d.Recipient, "the claim's recipient, or the other party of an act without direction"),
        C.Count("IsRootEvent", d => d.Event.Claims.Any(c => c.Claim.Sentence < 2) ? 1 : 0, "1 where a claim of it stands in the first two sentences of its report"),
        C.Text("EventCode", d => d.Code.Type, "CAMEO code, text"),
        C.Text("EventBaseCode", d => d.Code.Type[..Math.Min(3, d.Code.Type.Length)], "its first three digits"),
        C.Text("EventRootCode", d => d.Code.Type[..2], "its first two digits"),
        C.Count("QuadClass", d => d.Code.QuadClass, "quad class of the CAMEO code"),
        C.Number("GoldsteinScale", d => d.Code.Score, "Goldstein value of the CAMEO code"),
        C.Count("NumMentions", d => d.Event.Claims.Length, "number of claims of the event"),
        C.Count("NumSources", d => d.Event.Claims.Select(c => c.Reading.Report.Publisher ?? c.Reading.Report.Id).Distinct(StringComparer.Ordinal).Count(), "number of outlets that tell it; independent origins stand in the record's own formats"),
        C.Count("NumArticles", d => d.Event.Claims.Select(c => c.Reading.Report.Id).Distinct(StringComparer.Ordinal).Count(), "number of reports that tell it"),
        C.None("AvgTone", "the record measures no tone"),
        .. NoPlace("Actor1Geo"),
        .. NoPlace("Actor2Geo"),
        C.Count("ActionGeo_Type", d => d.Best.Place is { } place ? Kind(place) : null, "1 country, 4 city or site, 5 first-level division, by GeoNames' feature class; US places have 3 and 2"),
        C.Text("ActionGeo_FullName", d => d.Best.Place is { } place ? FullName(place) : null, "name of the claim's place, a comma, name of its country"),
        C.Text("ActionGeo_CountryCode", d => Countries.Fips(d.Best.Place?.Country), "FIPS 10-4 code of the place's country"),
        C.None("ActionGeo_ADM1Code", "GeoNames' codes of divisions are not FIPS'"),
        C.None("ActionGeo_ADM2Code", "GeoNames' codes of divisions are not GAUL's"),
        C.Number("ActionGeo_Lat", d => d.Best.Place?.Latitude, "degrees north of the claim's place"),
        C.Number("ActionGeo_Long", d => d.Best.Place?.Longitude, "degrees east of the claim's place"),
        C.None("ActionGeo_FeatureID", "it takes GNS or GNIS ids, the record has GeoNames'"),
        C.Text("DATEADDED", d => Date(d.Event.Claims[0].Reading.Report.Published, "yyyyMMdd'000000'"), "day of its first report, at midnight"),
        C.Text("SOURCEURL", d => d.Event.Claims.Select(c => c.Reading.Report.Url).FirstOrDefault(url => url is not null), "address of the first report that has one"),
    ]);

    internal static string? Date(DateOnly? day, string form) => day?.ToString(form, CultureInfo.InvariantCulture);

    private static C[] Actor(string prefix, Func<Dyad, Participant?> who, string whose) =>
    [
        C.Text(prefix + "Code", d => Countries.Cameo(who(d)?.Country) + string.Concat(Countries.CameoTypes(who(d))), $"country code and types of {whose}, run together"),
        C.Text(prefix + "Name", d => who(d)?.Name.ToUpperInvariant(), $"name of {whose}, in capitals"),
        C.Text(prefix + "CountryCode", d => Countries.Cameo(who(d)?.Country), "CAMEO country code: ISO alpha-3 but for a few"),
        C.None(prefix + "KnownGroupCode", "the registry's groups have no CAMEO codes"),
        C.None(prefix + "EthnicCode", "the record codes no ethnicity"),
        C.None(prefix + "Religion1Code", "the record codes no religion"),
        C.None(prefix + "Religion2Code", "the record codes no religion"),
        C.Text(prefix + "Type1Code", d => Type(who(d), 0), "CAMEO type of the first PLOVER sector; IGO or NGO before it"),
        C.Text(prefix + "Type2Code", d => Type(who(d), 1), "of the second"),
        C.Text(prefix + "Type3Code", d => Type(who(d), 2), "of the third"),
    ];

    private static string? Type(Participant? actor, int index) => Countries.CameoTypes(actor) is { } types && index < types.Length ? types[index] : null;

    private static C[] NoPlace(string prefix) =>
        [.. ((string[])["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]).Select(name => C.None($"{prefix}_{name}", NoActorPlace))];

    private static int Kind(Place place) => place.Feature switch
    {
        ['A', '.', 'P', 'C', ..] => 1,
        ['A', ..] => place.Country == "USA" ? 2 : 5,
        _ => place.Country == "USA" ? 3 : 4,
    };

    private static string FullName(Place place) => Countries.Name(place.Country) is { } country && country != place.Name ? $"{place.Name}, {country}" : place.Name;
}
