using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Linguistics;

namespace Chancery.Formats.Tables;

using C = Column<FigureEntry>;

/// <summary>The tellings of figures that are followed over time.</summary>
internal static class FigureTable
{
    internal static Table Table { get; } = new Table<FigureEntry>(
        "figures",
        Walk.Figures,
        C.Text("id", f => f.Id, "id of the telling: report and position"),
        C.Text("series", f => f.Series, "name of the series it belongs to"),
        C.Text("of", f => f.Figure.Of, "what is counted"),
        C.Number("min", f => (double?)f.Figure.Mention.Quantity.Min, "lowest value; empty where open"),
        C.Number("max", f => (double?)f.Figure.Mention.Quantity.Max, "highest value; empty where open"),
        C.Number("best", f => (double?)ListingJson.Best(f.Figure.Mention.Quantity), "the value the source stands by; empty for a range"),
        C.Text("unit", f => f.Figure.Mention.Quantity.Unit, "noun counted, singular"),
        C.Text("currency", f => f.Figure.Mention.Quantity.Currency, "ISO 4217, for money"),
        C.Flag("approx", f => f.Figure.Mention.Quantity.Approximate, "true for 'about', 'some', 'dozens'"),
        C.Text("change", f => f.Figure.Mention.Quantity.Change?.Name(), "total, additional, fewer, rate"),
        C.Day("asOf", f => f.AsOf, "day it holds for"),
        C.Text("attribution", f => Joined.Of(f.Figure.Attribution), "on whose word, outermost first"),
        C.Text("report", f => f.Reading.Report.Id, "name of the report"),
        C.Text("claim", f => f.Figure.ClaimId, "id of the claim it belongs to"),
        C.Text("supersedes", f => f.Supersedes, "id of the telling of the same source that it replaces"),
        C.Text("contradicts", f => Joined.Of(f.Contradicts), "ids of tellings that cannot hold beside it"),
        C.Text("driftField", f => Joined.Of(Changed(f, d => d.Field)), "what the rewrite changed: source, certainty, number, actor"),
        C.Text("driftFrom", f => Joined.Of(Changed(f, d => d.From)), "what the earlier report said"),
        C.Text("driftTo", f => Joined.Of(Changed(f, d => d.To)), "what this one says"),
        C.Text("driftReport", f => f.Drift?.Report, "name of the earlier report"),
        C.Count("start", f => Point(f, f.Figure.Mention.Span.Start), "first code point of the number"),
        C.Count("end", f => Point(f, f.Figure.Mention.Span.End), "code point behind it"),
        C.Text("words", f => f.Figure.Mention.Span.In(f.Reading.Report.Text), "the number as written"));

    private static IEnumerable<string> Changed(FigureEntry entry, Func<Drift, string> part) => entry.Drift?.All().Select(part) ?? [];

    private static int Point(FigureEntry entry, int offset) => new CodePoints(entry.Reading.Report.Text).FromUtf16(offset);
}
