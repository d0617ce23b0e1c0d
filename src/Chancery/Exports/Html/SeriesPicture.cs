using System.Globalization;

namespace Chancery.Exports.Html;

/// <summary>Draws a series of figures: a line a telling from low to high, an open end as an arrow, what was replaced in grey.</summary>
internal static class SeriesPicture
{
    private const int Width = 640;
    private const int Left = 250;
    private const int Row = 22;

    internal static void Write(BriefSeries series, TextWriter output)
    {
        var most = series.Entries.Max(High);
        if (most <= 0) return;
        var replaced = series.Entries.Select(e => e.Supersedes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var height = series.Entries.Length * Row + 8;
        output.WriteLine($"<figure><figcaption>{BriefHtml.Escape(char.ToUpperInvariant(series.Title[0]) + series.Title[1..])}</figcaption><svg role=\"img\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" xmlns=\"http://www.w3.org/2000/svg\">");
        for (var i = 0; i < series.Entries.Length; i++)
        {
            var entry = series.Entries[i];
            var (from, to, y) = (X(Low(entry)), X(High(entry)), i * Row + 14);
            var color = replaced.Contains(entry.Id) ? "#aaa" : entry.Contradicts.Length > 0 ? "#b03020" : "#205080";
            var who = entry.Figure.Attribution is [.., var source] ? source : entry.Reading.Report.Publisher ?? entry.Reading.Report.Id;
            var label = $"{entry.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {(who.Length > 26 ? who[..25] + "…" : who)}";
            output.Write($"<text x=\"0\" y=\"{y + 4}\" font-size=\"12\">{BriefHtml.Escape(label)}</text>");
            output.Write($"<line x1=\"{from}\" x2=\"{Math.Max(to, from + 1)}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{color}\" stroke-width=\"3\"/><circle cx=\"{from}\" cy=\"{y}\" r=\"4\" fill=\"{color}\"/>");
            if (entry.Figure.Mention.Quantity.Max is null) output.Write($"<path d=\"M{from + 6} {y - 4} l6 4 l-6 4\" fill=\"none\" stroke=\"{color}\"/>");
            else if (to > from) output.Write($"<circle cx=\"{to}\" cy=\"{y}\" r=\"4\" fill=\"{color}\"/>");
            output.WriteLine($"<text x=\"{Math.Max(to, from) + 16}\" y=\"{y + 4}\" font-size=\"12\">{BriefHtml.Escape(Words(entry))}</text>");
        }
        output.WriteLine("</svg></figure>");

        int X(decimal value) => Left + (int)(value / most * (Width - Left - 120));
    }

    private static string Words(FigureEntry entry)
    {
        var (low, high) = (entry.Figure.Mention.Quantity.Min, entry.Figure.Mention.Quantity.Max);
        return low == high ? Digits(low) : high is null ? "≥ " + Digits(low) : low is null ? "≤ " + Digits(high) : Digits(low) + "–" + Digits(high);
    }

    private static string Digits(decimal? value) => value?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? "";

    private static decimal Low(FigureEntry entry) => Math.Max(0, entry.Figure.Mention.Quantity.Min ?? entry.Figure.Mention.Quantity.Max ?? 0);

    private static decimal High(FigureEntry entry) => Math.Max(0, entry.Figure.Mention.Quantity.Max ?? entry.Figure.Mention.Quantity.Min ?? 0);
}
