using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Open questions: what reports say is undisclosed, unclear or unconfirmed.</summary>
internal static class UnknownsApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/unknowns", (HttpContext context, LiveRecord live) => RecordApi.From(live, context, record =>
    {
        (FiledReading Reading, Unknown Unknown)[] unknowns = [.. record.Readings.SelectMany(r => r.Unknowns.Select(u => (r, u)))];
        return Page.Of(context.Request, record, unknowns, u => $"{u.Reading.Report.Id}/{u.Unknown.Span.Start}", (json, row) =>
        {
            var fields = Rows.Fields(json, row.Reading);
            json.WriteStartObject();
            json.WriteText("what", row.Unknown.What);
            fields.WriteWords("attribution", row.Unknown.Attribution);
            json.WriteText("report", row.Reading.Report.Id);
            json.WriteText("publisher", row.Reading.Report.Publisher);
            fields.WriteDay("published", row.Reading.Report.Published);
            fields.WriteSpan(row.Unknown.Span);
            json.WriteText("words", Rows.Around(row.Reading, row.Unknown.Span));
            json.WriteEndObject();
        });
    }));
}
