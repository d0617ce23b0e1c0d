using System.Globalization;
using Chancery.Formats.Gdelt;
using Chancery.Formats.Tabbed;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Icews;

using C = Column<Dyad>;

/// <summary>ICEWS event data as on Dataverse: 20 columns, tab-separated with a header, quotation marks without meaning.</summary>
internal static class IcewsFormat
{
    internal static ExportFormat Events { get; } = new TabbedFormat("icews", ".tab", "ICEWS events, 20 columns", hasHeader: true, none: "", new Table<Dyad>("icews", Dyad.Rows,
    [
        C.Count("Event ID", d => d.Number, "first 63 bits of the SHA-256 of the event's id, as in the GDELT files"),
        C.Text("Event Date", d => d.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "first day the event may lie on, else the day of its first report"),
        C.Text("Source Name", d => d.Actor?.Name, "name of the claim's actor"),
        C.Text("Source Sectors", d => Sectors(d.Actor), "its PLOVER sectors, commas between them; ICEWS' own sector names are not published as a list"),
        C.Text("Source Country", d => Countries.Name(d.Actor?.Country), "English name of its country"),
        C.Text("Event Text", d => d.Best.Frame.Gloss, "meaning of the claim's frame; ICEWS has CAMEO's title here"),
        C.Text("CAMEO Code", d => d.Code.Type, "CAMEO code, text"),
        C.Number("Intensity", d => d.Code.Score, "Goldstein value of the CAMEO code"),
        C.Text("Target Name", d => d.Recipient?.Name, "name of the claim's recipient"),
        C.Text("Target Sectors", d => Sectors(d.Recipient), "as `Source Sectors`"),
        C.Text("Target Country", d => Countries.Name(d.Recipient?.Country), "English name of its country"),
        C.Text("Story ID", d => d.Event.Best.Reading.Report.Id, "name of the report whose claim tells it best"),
        C.Count("Sentence Number", d => d.Best.Sentence + 1, "number of that claim's sentence, from 1"),
        C.Text("Publisher", d => d.Event.Best.Reading.Report.Publisher, "outlet of that report"),
        C.Text("City", d => d.Best.Place is { Feature: ['P', ..] } place ? place.Name : null, "name of the claim's place, where GeoNames calls it inhabited"),
        C.None("District", "the record does not say what lies in what"),
        C.Text("Province", d => d.Best.Place is { Feature: "A.ADM1" } place ? place.Name : null, "name of the claim's place, where it is a first-level division"),
        C.Text("Country", d => Countries.Name(d.Best.Place?.Country), "English name of the country of the claim's place"),
        C.Number("Latitude", d => d.Best.Place?.Latitude, "degrees north of the claim's place"),
        C.Number("Longitude", d => d.Best.Place?.Longitude, "degrees east of the claim's place"),
    ]));

    private static string? Sectors(Participant? participant) => participant is null ? null : string.Join(',', participant.Sectors);
}
