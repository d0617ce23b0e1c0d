using System.Runtime.CompilerServices;
using Chancery.Exports;
using Chancery.Linguistics;
using Chancery.Ontologies;

namespace Chancery.Formats.Tables;

using C = Column<ClaimRow>;

/// <summary>A claim with its codes and with offsets as Unicode code points.</summary>
internal sealed class ClaimRow(FiledClaim filed, CodePoints points, Codebook codes)
{
    internal FiledClaim Filed => filed;

    internal EventClaim Claim => filed.Claim;

    internal Report Report => filed.Reading.Report;

    internal EventCode? Plover { get; } = codes.Plover.Code(filed.Claim);

    internal EventCode? Cameo { get; } = codes.Cameo.Code(filed.Claim);

    internal QuantityMention? Figure => filed.Claim.Figures is [var first, ..] ? first : null;

    internal int At(int offset) => points.FromUtf16(offset);
}

/// <summary>The claims, flat: the names are those of the JSON objects, run together where there they are nested.</summary>
internal static class ClaimTable
{
    private const string Aligned = ", `; ` between several, in the order of the names";

    internal static Table Table { get; } = new Table<ClaimRow>(
        "claims",
        Rows,
        C.Text("id", r => r.Claim.Id, "id of the claim"),
        C.Text("event", r => r.Filed.Event, "id of the event it stands in; empty where the claim was rejected or its report withdrawn"),
        C.Text("report", r => r.Report.Id, "name of the report in the record"),
        C.Text("publisher", r => r.Report.Publisher, "outlet of the report"),
        C.Day("published", r => r.Report.Published, "day of publication"),
        C.Text("url", r => r.Report.Url, "address of the report"),
        C.Text("frame", r => r.Claim.Frame.Name, "kind of action, finer than the ontologies"),
        C.Text("plover", r => r.Plover?.Type, "PLOVER type"),
        C.Text("mode", r => r.Plover?.Mode, "PLOVER mode"),
        C.Text("context", r => Joined.Of(r.Claim.Contexts), "PLOVER contexts, `; ` between them"),
        C.Text("cameo", r => r.Cameo?.Type, "CAMEO code, text: leading zeros count"),
        C.Number("goldstein", r => r.Cameo?.Score, "Goldstein value of the CAMEO code, -10 to +10"),
        C.Count("quadClass", r => r.Plover?.QuadClass ?? r.Cameo?.QuadClass, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
        C.Text("actor", r => r.Claim.Actors.Names(), "who did it, `; ` between several"),
        C.Text("actorCountry", r => r.Claim.Actors.Each(p => p.Country), "ISO 3166-1 alpha-3, `IGO` or `NGO`" + Aligned),
        C.Text("actorSectors", r => r.Claim.Actors.Each(Sectors), "PLOVER sectors, blanks between those of one actor" + Aligned),
        C.Text("actorId", r => r.Claim.Actors.Each(p => p.ActorId), "id in the registry" + Aligned),
        C.Text("recipient", r => r.Claim.Recipients.Names(), "to whom, `; ` between several"),
        C.Text("recipientCountry", r => r.Claim.Recipients.Each(p => p.Country), "as `actorCountry`"),
        C.Text("recipientSectors", r => r.Claim.Recipients.Each(Sectors), "as `actorSectors`"),
        C.Text("recipientId", r => r.Claim.Recipients.Each(p => p.ActorId), "as `actorId`"),
        C.Text("status", r => r.Claim.Status.Name(), "whether it is said to have happened"),
        C.Number("factuality", r => r.Claim.Factuality.Value, "how far the source commits to it, -3 to +3"),
        C.Number("confidence", r => r.Claim.Confidence, "how likely the claim was read right, 0 to 1"),
        C.Text("attribution", r => Joined.Of(r.Claim.Attribution), "on whose word, outermost first, `; ` between them; empty for the report's own voice"),
        C.Day("from", r => r.Claim.Time?.From, "first day it may lie on"),
        C.Day("to", r => r.Claim.Time?.To, "last day it may lie on"),
        C.Text("basis", r => r.Claim.Time?.Basis.Name(), "where the days come from: explicit, document, inferred"),
        C.Text("place", r => r.Claim.Place?.Name, "where"),
        C.Number("lat", r => r.Claim.Place?.Latitude, "degrees north, WGS84"),
        C.Number("lon", r => r.Claim.Place?.Longitude, "degrees east, WGS84"),
        C.Text("placeCountry", r => r.Claim.Place?.Country, "ISO 3166-1 alpha-3 of the place"),
        C.Count("geonameId", r => r.Claim.Place is { GeoNameId: > 0 } place ? place.GeoNameId : null, "GeoNames id of the place"),
        C.Number("figureMin", r => (double?)r.Figure?.Quantity.Min, "lowest value of the claim's first figure"),
        C.Number("figureMax", r => (double?)r.Figure?.Quantity.Max, "highest value"),
        C.Text("figureUnit", r => r.Figure?.Quantity.Unit, "noun counted, singular"),
        C.Text("figureCurrency", r => r.Figure?.Quantity.Currency, "ISO 4217, for money"),
        C.Flag("figureApprox", r => r.Figure?.Quantity.Approximate, "true for 'about', 'some', 'dozens'"),
        C.Text("figureChange", r => r.Figure?.Quantity.Change?.Name(), "total, additional, fewer, rate"),
        C.Text("within", r => r.Claim.Within, "id of the claim whose content this is"),
        C.Count("sentence", r => r.Claim.Sentence, "index of the sentence in the report, from 0"),
        C.Count("start", r => r.At(r.Claim.Trigger.Start), "first code point of the words that name the action"),
        C.Count("end", r => r.At(r.Claim.Trigger.End), "code point behind them"),
        C.Text("words", r => r.Claim.Trigger.In(r.Report.Text), "those words"),
        C.Text("text", r => r.Filed.Sentence(), "the sentence"));

    internal static string? Sectors(Participant participant) => participant.Sectors.Length < 2 ? participant.Sectors.FirstOrDefault() : string.Join(' ', participant.Sectors);

    internal static async IAsyncEnumerable<ClaimRow> Rows(ExportSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        FiledReading? reading = null;
        CodePoints? points = null;
        await foreach (var filed in Walk.Claims(source, cancel))
        {
            if (!ReferenceEquals(reading, filed.Reading)) (reading, points) = (filed.Reading, new(filed.Reading.Report.Text));
            yield return new(filed, points!, source.Codes);
        }
    }
}
