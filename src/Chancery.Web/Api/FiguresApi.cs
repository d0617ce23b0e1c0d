using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Figures: every telling of a number, and the series they make.</summary>
internal static class FiguresApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/figures", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var claims = Query.Claims(context.Request, knowledge);
            var query = new FigureQuery { Series = Query.Text(context.Request, "series"), Claims = claims == new ClaimQuery() ? null : claims, ChangedSince = Query.Number(context.Request, "changedSince") };
            return Answering.List(live, context, (view, page) => view.Store.FiguresAsync(query, page), _ => Task.FromResult(Count(live, query)), Rows.Figure);
        }).Describe("listFigures", "Figures", "Every telling of a number that is followed, by series and day: on whose word, what it supersedes, what it contradicts, how it drifted.")
            .Takes([Asking.Series, .. Asking.Claims, Asking.ChangedSince, .. Asking.Paging]).GivesPage("Figure");

        api.MapGet("/series", (HttpContext context, LiveRecord live) => Answering.FromBook(live, context, book =>
        {
            var text = Query.Text(context.Request, "text");
            IReadOnlyList<FigureSeries> series = text is null ? book.Series : [.. book.Series.Where(s => s.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || s.Of.Contains(text, StringComparison.OrdinalIgnoreCase))];
            return Paging.Of(context.Request, book.Head.Mark).Reply(book.Tag, series, s => s.Name, (json, s) =>
            {
                json.WriteStartObject();
                json.WriteText("series", s.Name);
                json.WriteText("of", s.Of);
                json.WriteText("unit", s.Unit);
                json.WriteNumber("count", s.Count);
                json.WriteNumber("contradictions", s.Contradictions);
                json.WriteNumber("drifts", s.Drifts);
                json.WriteText("first", s.First?.ToString("O"));
                json.WriteText("last", s.Last?.ToString("O"));
                json.WriteEndObject();
            });
        })).Describe("listSeries", "Figures", "Series of figures that can be compared, the longest first.").Takes([Asking.PartOfName, .. Asking.Paging]).GivesPage("Series");
    }

    /// <summary>All there are, or those of one series, are known from the series.</summary>
    private static int? Count(LiveRecord live, FigureQuery query) =>
        query.Claims is null && query.ChangedSince is null ? live.Book?.Series.Where(s => query.Series is null || s.Name == query.Series).Sum(s => s.Count) : null;
}
