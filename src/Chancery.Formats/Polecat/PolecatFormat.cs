using System.Collections.Immutable;
using System.Globalization;
using Chancery.Formats.Tabbed;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Polecat;

using C = Column<EventRow>;

/// <summary>POLECAT as on Dataverse: 40 columns, tab-separated with a header, <c>; </c> between several values and <c>None</c> for none.</summary>
internal static class PolecatFormat
{
    private const string NoPlaceParts = "the record does not say what lies in what";

    internal static ExportFormat Events { get; } = new TabbedFormat("polecat", ".txt", "POLECAT events in PLOVER, 40 columns", hasHeader: true, none: "None", new Table<EventRow>("polecat", Rows,
    [
        C.Text("Event ID", r => r.Event.Id, "id of the event"),
        C.Text("Event Date", r => Day(r.Event.Time?.From ?? r.Event.Time?.To ?? r.Event.Claims[0].Reading.Report.Published), "first day the event may lie on, else the day of its first report"),
        C.Text("Event Type", r => r.Plover?.Type, "PLOVER type"),
        C.Text("Event Mode", r => r.Plover?.Mode, "PLOVER mode"),
        C.Number("Intensity", r => r.Plover?.Score, "PLOVER score of type and mode, -10 to +10"),
        C.Text("Quad Code", r => Quad(r.Plover?.QuadClass), "quad class in words"),
        C.Text("Contexts", r => Joined.Of(r.Best.Contexts), "PLOVER contexts"),
        .. Party("Actor", r => r.Best.Actors, "actor"),
        .. Party("Recipient", r => r.Best.Recipients, "recipient"),
        C.Text("Placename", r => r.Best.Place?.Name, "name of the claim's place"),
        C.Text("City", r => r.Best.Place is { Feature: ['P', ..] } place ? place.Name : null, "the same, where GeoNames calls it inhabited"),
        C.None("District", NoPlaceParts),
        C.Text("Province", r => r.Best.Place is { Feature: "A.ADM1" } place ? place.Name : null, "the same, where it is a first-level division"),
        C.Text("Country", r => r.Best.Place?.Country, "ISO alpha-3 of the country of the claim's place"),
        C.Number("Latitude", r => r.Best.Place?.Latitude, "degrees north of the claim's place"),
        C.Number("Longitude", r => r.Best.Place?.Longitude, "degrees east of the claim's place"),
        C.Count("GeoNames ID", r => r.Best.Place is { GeoNameId: > 0 } place ? place.GeoNameId : null, "GeoNames id of the claim's place"),
        C.None("Raw Placename", "a claim keeps its place resolved, not the words that name it"),
        C.Text("Feature Type", r => r.Best.Place?.Feature.Split('.')[^1], "GeoNames feature code of the claim's place"),
        C.Text("Source", r => r.Event.Best.Reading.Report.Publisher, "outlet of the report whose claim tells it best"),
        C.Text("Publication Date", r => Day(r.Event.Best.Reading.Report.Published), "day of publication of that report"),
        C.None("Story People", "the record keeps who takes part in claims, not everybody a report names"),
        C.None("Story Organizations", "the record keeps who takes part in claims, not everybody a report names"),
        C.None("Story Locations", "the record keeps where claims lie, not every place a report names"),
        C.Text("Language", r => r.Event.Best.Reading.Language, "ISO 639-1 of that report"),
        C.Text("Version", _ => "CHANCERY", "always CHANCERY: who coded the row"),
    ]));

    private static IAsyncEnumerable<EventRow> Rows(ExportSource source, CancellationToken cancel) =>
        Walk.Events(source, cancel).Where(e => Told.AsDone(e, source)).Select(e => new EventRow(e, source.Codes)).Where(r => r.Plover is not null);

    private static C[] Party(string role, Func<EventRow, ImmutableArray<Participant>> of, string whose) =>
    [
        C.Text($"{role} Name", r => of(r).Names(), $"names of the claim's {whose}s"),
        C.Text($"{role} Country", r => of(r).Each(p => p.Country), "ISO alpha-3, IGO or NGO"),
        C.None($"{role} COW", "the record has no Correlates of War codes"),
        C.Text($"Primary {role} Sector", r => of(r).Each(p => p.Sectors.FirstOrDefault()), "first PLOVER sector of each"),
        C.Text($"{role} Sectors", r => of(r).Each(ClaimTable.Sectors), "PLOVER sectors of each, blanks between those of one"),
        C.None($"{role} Title", "a title is part of how the report names somebody; the claim keeps the name"),
        C.Text($"{role} Name Raw", r => of(r).Each(p => p.Span.IsEmpty ? null : p.Span.In(r.Event.Best.Reading.Report.Text)), "the words that name each in the report"),
        C.None($"Wikipedia {role} ID", "the registry has no Wikipedia ids"),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Quad(int? quad) => quad switch
    {
        1 => "VERBAL COOPERATION",
        2 => "MATERIAL COOPERATION",
        3 => "VERBAL CONFLICT",
        4 => "MATERIAL CONFLICT",
        _ => null,
    };
}
