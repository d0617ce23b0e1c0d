using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Open questions: what reports say is undisclosed, unclear or unconfirmed.</summary>
internal static class UnknownsApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/unknowns", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
    {
        var claims = Query.Claims(context.Request, knowledge);
        var query = new UnknownQuery { IsOpen = Query.Truth(context.Request, "open"), Reports = claims == new ClaimQuery() ? null : new() { Claims = claims } };
        return Answering.List(
            live, context, (view, page) => view.Store.UnknownsAsync(query, page), _ => Task.FromResult<int?>(null), (json, question) =>
            {
                var (reading, unknown) = (question.Reading, question.Unknown);
                var fields = Rows.Fields(json, reading);
                json.WriteStartObject();
                json.WriteText("id", question.Id);
                json.WriteText("what", unknown.What);
                fields.WriteWords("attribution", unknown.Attribution);
                json.WriteText("report", reading.Report.Id);
                json.WriteText("publisher", reading.Report.Publisher);
                fields.WriteDay("published", reading.Report.Published);
                fields.WriteSpan(unknown.Span);
                json.WriteText("words", Rows.Around(reading, unknown.Span));
                json.WriteText("answeredBy", question.AnsweredBy);
                json.WriteText("answer", question.Answer?.Claim.Id);
                json.WriteEndObject();
            });
    }).Describe("listUnknowns", "Unknowns", "What reports say is not known, in the order of the reports; with the later report and claim that answers it, where one does.").Takes([Asking.Open, .. Asking.Claims, .. Asking.Paging]).GivesPage("Unknown");
}
