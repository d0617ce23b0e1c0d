using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>What was announced, predicted, demanded or feared, and what became of it.</summary>
/// <remarks>It is measured by the latest day the record knows of, not by today, since old news may be read.</remarks>
internal static class ExpectationsApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/expectations", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
    {
        var query = EventsApi.Asked(context.Request, knowledge) with { IsExpected = true };
        var rows = new Rows(knowledge);
        return Answering.List(
            live, context,
            async (view, page) =>
            {
                var events = await view.Store.EventsAsync(query, page);
                return new Records.Page<Expectation>([.. events.Items.Select(e => Expectation.Of(e, AsOf(view))).OfType<Expectation>()], events.Next);
            },
            view => view.Store.CountAsync(query, Paging.Countable),
            (json, expectation) =>
            {
                json.WriteStartObject();
                json.WriteString("state", State(expectation.Outcome));
                json.WriteString("outcome", expectation.Outcome.Name());
                json.WriteText("due", expectation.Due?.ToString("O"));
                json.WriteText("settledBy", expectation.Event.SettledBy?.Event);
                json.WritePropertyName("event");
                rows.Event(json, expectation.Event);
                json.WriteEndObject();
            });
    }).Describe("listExpectations", "Events", "What lies ahead, or did when it was told: planned, possible, demanded or conditional events with what became of them.")
        .Takes([.. Asking.Events, Asking.Order, .. Asking.Paging]).GivesPage("Expectation");

    internal static DateOnly AsOf(View view) => view.Head.LastDay ?? DateOnly.MaxValue;

    /// <summary>The outcome in three words: <c>open</c>, <c>settled</c> one way or the other, or <c>overdue</c>.</summary>
    private static string State(Outcome outcome) => outcome switch
    {
        Outcome.Met or Outcome.Cancelled => "settled",
        Outcome.Lapsed => "overdue",
        _ => "open",
    };
}
