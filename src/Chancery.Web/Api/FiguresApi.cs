using Chancery.Exports.Json;
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
        api.MapGet("/figures", (HttpContext context, LiveRecord live) => RecordApi.From(live, context, record =>
        {
            var series = Query.Text(context.Request, "series");
            var text = Query.Text(context.Request, "text");
            IReadOnlyList<FigureEntry> figures = series is null && text is null
                ? record.Fused.Figures
                : [.. record.Fused.Figures.Where(f => (series is null || f.Series == series) && (text is null || f.Series.Contains(text, StringComparison.OrdinalIgnoreCase) || f.Figure.Of.Contains(text, StringComparison.OrdinalIgnoreCase)))];
            return Page.Of(context.Request, record, figures, f => f.Id, Rows.Figure);
        }));
        api.MapGet("/series", (HttpContext context, LiveRecord live) => RecordApi.From(live, context, record =>
        {
            var text = Query.Text(context.Request, "text");
            IGrouping<string, FigureEntry>[] series =
            [
                .. record.Fused.Figures.Where(f => text is null || f.Series.Contains(text, StringComparison.OrdinalIgnoreCase)).GroupBy(f => f.Series, StringComparer.Ordinal)
                    .OrderByDescending(s => s.Count()).ThenBy(s => s.Key, StringComparer.Ordinal),
            ];
            return Page.Of(context.Request, record, series, s => s.Key, (json, s) =>
            {
                json.WriteStartObject();
                json.WriteText("series", s.Key);
                json.WriteText("of", s.First().Figure.Of);
                json.WriteText("unit", s.First().Figure.Mention.Quantity.Unit);
                json.WriteNumber("count", s.Count());
                json.WriteNumber("contradictions", s.Count(f => f.Contradicts.Length > 0));
                json.WriteNumber("drifts", s.Count(f => f.Drift is not null));
                var fields = Rows.Fields(json, s.First().Reading);
                fields.WriteDay("first", s.Min(f => f.AsOf));
                fields.WriteDay("last", s.Max(f => f.AsOf));
                json.WriteEndObject();
            });
        }));
    }
}
