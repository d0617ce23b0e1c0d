using System.Globalization;
using System.Net;

namespace Chancery.Exports.Html;

/// <summary>Writes a brief as one HTML page: no script, nothing fetched, figures drawn as pictures.</summary>
public static class BriefHtml
{
    private const string Style = """
        body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}h1{font-size:1.5rem}h2{font-size:1.1rem;border-bottom:1px solid #ccc;margin-top:2rem}
        .scope{color:#555;font-style:italic}li{margin:.3rem 0}sup a{text-decoration:none;font-size:.7rem}.notes{font-size:.8rem;color:#444}figure{margin:1rem 0}figcaption{font-size:.85rem}svg{max-width:100%}@media print{body{margin:0}}
        """;

    /// <summary>Writes the page; text from reports is escaped, so that none of it is read as markup.</summary>
    public static void Write(Brief brief, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        var notes = new List<Citation>();
        var numbers = new Dictionary<(string Report, int Start), int>();
        output.WriteLine($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{Escape(brief.Title)}</title><style>{Style}</style></head><body>");
        output.WriteLine($"<h1>{Escape(brief.Title)}</h1>");
        if (brief.Scope.Length > 0 && brief.Scope != brief.Title) output.WriteLine($"<p class=\"scope\">{Escape(brief.Scope)}</p>");
        foreach (var section in brief.Sections)
        {
            output.WriteLine($"<h2>{Escape(section.Heading)}</h2>");
            var told = section.Sentences.Select(s => Text(s) + $"<sup>{string.Join(' ', s.Sources.Select(Number).Distinct().Order().Select(n => $"<a href=\"#n{N(n)}\">{N(n)}</a>"))}</sup>");
            if (section.IsParagraph) output.WriteLine($"<p>{string.Join(' ', told)}</p>");
            else output.WriteLine($"<ul>{string.Concat(told.Select(s => $"<li>{s}</li>"))}</ul>");
            if (section.Omitted > 0) output.WriteLine($"<p>… and {N(section.Omitted)} more in the record</p>");
            if (section.Heading == "Figures")
                foreach (var series in brief.Series) SeriesPicture.Write(series, output);
        }
        output.WriteLine($"<h2>Words cited</h2><ol class=\"notes\">{string.Concat(notes.Select((c, i) => $"<li id=\"n{N(i + 1)}\">{Note(c)}</li>"))}</ol>");
        output.WriteLine("</body></html>");

        int Number(Citation citation)
        {
            var key = (citation.Reading.Report.Id, citation.Sentence.Start);
            if (numbers.TryGetValue(key, out var number)) return number;
            notes.Add(citation);
            return numbers[key] = notes.Count;
        }
    }

    private static string Text(BriefSentence sentence) => sentence.Lead is { } lead ? $"<b>{Escape(lead)}</b>{Escape(sentence.Text[lead.Length..])}" : Escape(sentence.Text);

    internal static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Note(Citation citation)
    {
        var report = citation.Reading.Report;
        var day = report.Published is { } published ? ", " + published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return $"{Escape(report.Publisher ?? report.Title ?? report.Id)}{day}: “{Escape(citation.Sentence.In(report.Text))}”";
    }
}
