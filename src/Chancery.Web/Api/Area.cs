using System.Collections.Immutable;
using System.Globalization;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>Where events are asked for: at one place of GeoNames, or in a box of degrees.</summary>
/// <remarks>An event lies where the claim that tells it best says.</remarks>
internal sealed record Area(int? Place, double West, double South, double East, double North)
{
    private const string Expected = "expected west,south,east,north in degrees, such as 120,33,132,43";

    /// <exception cref="BadRequest">It is no place and no box.</exception>
    internal static Area? Of(HttpRequest request)
    {
        var (place, box) = (Query.Whole(request, "place", 1, int.MaxValue), Query.Text(request, "box"));
        if (box is null) return place is null ? null : new(place, -180, -90, 180, 90);
        var degrees = box.Split(',').Select(part => double.TryParse(part, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degree) ? degree : double.NaN).ToArray();
        if (degrees is not [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90] || degrees[1] > degrees[3])
            throw new BadRequest("bad-value", $"box '{Problems.Short(box)}': {Expected}");
        return new(place, degrees[0], degrees[1], degrees[2], degrees[3]);
    }

    /// <summary>True for a place inside; a box whose west is greater than its east lies across the date line.</summary>
    internal bool Holds(Place place) => (Place is not { } id || place.GeoNameId == id)
        && place.Latitude >= South && place.Latitude <= North
        && (West <= East ? place.Longitude >= West && place.Longitude <= East : place.Longitude >= West || place.Longitude <= East);

    /// <summary>All events there, by day.</summary>
    internal ImmutableArray<Happening> In(RecordBook book) => [.. book.Places.Where(p => Holds(p.Key)).SelectMany(p => p.Value).Order(Happening.Order)];
}
