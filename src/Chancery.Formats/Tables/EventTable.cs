using Chancery.Exports;
using Chancery.Ontologies;

namespace Chancery.Formats.Tables;

using C = Column<EventRow>;

/// <summary>An event with its codes.</summary>
internal sealed class EventRow(Event item, Codebook codes)
{
    internal Event Event => item;

    internal EventClaim Best => item.Best.Claim;

    internal EventCode? Plover { get; } = codes.Plover.Code(item.Best.Claim);

    internal EventCode? Cameo { get; } = codes.Cameo.Code(item.Best.Claim);
}

/// <summary>The events, flat. Participants and place are those of the claim that tells it best.</summary>
internal static class EventTable
{
    internal static Table Table { get; } = new Table<EventRow>(
        "events",
        (source, cancel) => Walk.Events(source, cancel).Select(e => new EventRow(e, source.Codes)),
        C.Text("id", r => r.Event.Id, "id of the event"),
        C.Day("from", r => r.Event.Time?.From, "first day it may lie on"),
        C.Day("to", r => r.Event.Time?.To, "last day it may lie on"),
        C.Text("frame", r => r.Best.Frame.Name, "kind of action"),
        C.Text("plover", r => r.Plover?.Type, "PLOVER type"),
        C.Text("mode", r => r.Plover?.Mode, "PLOVER mode"),
        C.Text("cameo", r => r.Cameo?.Type, "CAMEO code, text"),
        C.Number("goldstein", r => r.Cameo?.Score, "Goldstein value of the CAMEO code"),
        C.Count("quadClass", r => r.Plover?.QuadClass ?? r.Cameo?.QuadClass, "1 to 4, as in claims"),
        C.Text("actor", r => r.Best.Actors.Names(), "who did it, `; ` between several"),
        C.Text("actorCountry", r => r.Best.Actors.Each(p => p.Country), "as in claims"),
        C.Text("actorId", r => r.Best.Actors.Each(p => p.ActorId), "as in claims"),
        C.Text("recipient", r => r.Best.Recipients.Names(), "to whom"),
        C.Text("recipientCountry", r => r.Best.Recipients.Each(p => p.Country), "as in claims"),
        C.Text("recipientId", r => r.Best.Recipients.Each(p => p.ActorId), "as in claims"),
        C.Text("place", r => r.Best.Place?.Name, "where"),
        C.Number("lat", r => r.Best.Place?.Latitude, "degrees north, WGS84"),
        C.Number("lon", r => r.Best.Place?.Longitude, "degrees east, WGS84"),
        C.Text("placeCountry", r => r.Best.Place?.Country, "ISO 3166-1 alpha-3 of the place"),
        C.Text("status", r => r.Event.Status.Name(), "whether it happened, on the weight of the claims"),
        C.Text("standing", r => r.Event.Standing.Name(), "settled, contested, single-source or superseded"),
        C.Count("independent", r => r.Event.Independent, "independent origins; copies and rewrites of one dispatch count once"),
        C.Text("origins", r => Joined.Of(r.Event.Origins), "who they are, `; ` between them"),
        C.Text("disputes", r => Joined.Of(r.Event.Disputes.Select(d => d.Field.Name())), "what claims of it disagree on"),
        C.Text("settles", r => r.Event.Settles, "id of the planned, possible or demanded event that this one settles"),
        C.Text("settledBy", r => r.Event.SettledBy?.Event, "id of the event that settled it"),
        C.Text("claims", r => Joined.Of(r.Event.Claims.Select(c => c.Claim.Id)), "ids of its claims, `; ` between them"),
        C.Text("reports", r => Joined.Of(r.Event.Claims.Select(c => c.Reading.Report.Id).Distinct(StringComparer.Ordinal)), "names of the reports that tell it"));
}
