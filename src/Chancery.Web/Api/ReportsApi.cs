using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Reports: the list, one with its lineage, and everything that is read from its words.</summary>
internal static class ReportsApi
{
    private const Layers Marks = Layers.Entities | Layers.Times | Layers.Places | Layers.Quantities | Layers.Attributions | Layers.Claims | Layers.Figures | Layers.Unknowns;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reports", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var query = Query.Claims(context.Request, knowledge);
            var isAll = query == new Records.ClaimQuery();
            var rows = new Rows(record, knowledge);
            IReadOnlyList<FiledReading> reports = isAll ? record.Readings : [.. record.Readings.Where(r => r.Claims.Any(c => query.Matches(new(r, c))))];
            return Page.Of(context.Request, record, reports, r => r.Report.Id, rows.Report);
        }));
        api.MapGet("/reports/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            if (record.Reading(RecordApi.Id(id)) is not { } reading) return Problems.NotFound("report", id);
            var rows = new Rows(record, knowledge);
            var dispatch = record.Lineages.GetValueOrDefault(reading.Report.Id)?.Dispatch;
            return new Reply(record, json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("report");
                rows.Report(json, reading);
                json.WriteText("text", reading.Report.Text);
                json.WriteStartArray("lineage");
                foreach (var other in record.Readings)
                    if (record.Lineages.GetValueOrDefault(other.Report.Id)?.Dispatch == dispatch) rows.Report(json, other);
                json.WriteEndArray();
                json.WriteStartArray("claims");
                foreach (var claim in reading.Claims) rows.Claim(json, new(reading, claim));
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }));
        // read again on the spot: the record keeps claims, not every mention
        api.MapGet("/reports/{id}/annotations", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
            record.Reading(RecordApi.Id(id)) is not { } filed ? Problems.NotFound("report", id)
                : new Reply(record, json => ReadingJson.Write(json, knowledge.Reader.Read(filed.Report), Marks, knowledge.Codes))));
    }
}
