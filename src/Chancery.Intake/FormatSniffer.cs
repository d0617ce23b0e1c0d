using System.Text;
using Chancery.Intake.Pdf;
using Chancery.Intake.Warc;

namespace Chancery.Intake;

/// <summary>Tells the form of an input from its name and its first bytes; where they disagree on HTML, the bytes are believed.</summary>
internal static class FormatSniffer
{
    /// <summary>How much of an input is looked at.</summary>
    internal const int HeadBytes = 2048;

    private static readonly string[] PageStarts = ["<!doctype html", "<html", "<head", "<body", "<article", "<script", "<style", "<meta", "<title", "<p>", "<div"];
    private static readonly string[] PageTags = ["<p>", "<p ", "<div", "<script", "<br>", "<br/", "<body", "<article", "<h1"];

    internal static InputFormat Sniff(string name, ReadOnlySpan<byte> head)
    {
        switch (Path.GetExtension(name).ToUpperInvariant())
        {
            case ".JSONL" or ".NDJSON" or ".JSON": return InputFormat.JsonLines;
            case ".CONLLU" or ".CONLL": return InputFormat.Conllu;
            case ".CSV" or ".TSV": return InputFormat.Csv;
            case ".WARC": return InputFormat.Warc;
            case ".PDF": return InputFormat.Pdf;
            case ".HTML" or ".HTM" or ".XHTML": return InputFormat.Html;
        }
        if (PdfReport.IsPdf(head)) return InputFormat.Pdf;
        if (WarcReader.IsWarc(head)) return InputFormat.Warc;
        var start = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith('{') && start.AsSpan(1).TrimStart().StartsWith("\"")) return InputFormat.JsonLines;
        if (start.StartsWith("# sent_id", StringComparison.Ordinal) || start.StartsWith("# newdoc", StringComparison.Ordinal) || start.StartsWith("1\t", StringComparison.Ordinal))
            return InputFormat.Conllu;
        return LooksLikePage(start) ? InputFormat.Html : InputFormat.Text;
    }

    private static bool LooksLikePage(string start)
    {
        if (!start.StartsWith('<')) return false;
        if (PageStarts.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase))) return true;
        // a page may open with a comment or an XML declaration; prose that opens with '<' has no such tags
        return PageTags.Any(tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase)) && start.Contains("</", StringComparison.Ordinal);
    }
}
