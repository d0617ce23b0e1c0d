using Chancery.Briefs;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>The record told back, every sentence with what it rests on.</summary>
internal static class BriefsApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/brief", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, async view =>
    {
        var request = new BriefRequest { About = Query.Names(Query.Text(context.Request, "about")), Since = Query.Day(context.Request, "since"), Limit = Query.Whole(context.Request, "limit", 1, 200) ?? 20, MinConfidence = Query.Text(context.Request, "minConfidence") is null ? null : Query.Share(context.Request, "minConfidence") };
        var (readings, fused) = await BriefMaterial.GatherAsync(view.Store, Query.Parties(Query.Text(context.Request, "about"), knowledge), request.Since, context.RequestAborted);
        var brief = knowledge.Briefs.Write(readings, fused, request);
        return new Reply(view.Tag, json =>
        {
            json.WriteStartObject();
            json.WriteText("title", brief.Title);
            json.WriteText("scope", brief.Scope);
            json.WriteStartArray("sections");
            foreach (var section in brief.Sections)
            {
                json.WriteStartObject();
                json.WriteText("heading", section.Heading);
                json.WriteNumber("omitted", section.Omitted);
                json.WriteBoolean("paragraph", section.IsParagraph);
                json.WriteStartArray("sentences");
                foreach (var sentence in section.Sentences)
                {
                    json.WriteStartObject();
                    json.WriteText("text", sentence.Text);
                    json.WriteText("lead", sentence.Lead);
                    json.WriteStartArray("sources");
                    foreach (var source in sentence.Sources)
                    {
                        json.WriteStartObject();
                        json.WriteText("report", source.Reading.Report.Id);
                        json.WriteText("publisher", source.Reading.Report.Publisher);
                        var fields = Rows.Fields(json, source.Reading);
                        fields.WriteDay("published", source.Reading.Report.Published);
                        fields.WriteSpan(source.Sentence);
                        json.WriteText("claim", source.ClaimId);
                        json.WriteText("words", source.Sentence.In(source.Reading.Report.Text));
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    })).Describe("getBrief", "Brief", "The record told back in prose: the situation, a timeline, figures, what is disputed, expected and unknown; every sentence with the sentences of reports it rests on.").Takes([Asking.About, Asking.Since, Asking.Limit, Asking.MinConfidence]).Gives("Brief");
}
