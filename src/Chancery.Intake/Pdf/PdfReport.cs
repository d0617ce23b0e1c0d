using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Chancery.Intake.Pdf;

/// <summary>Reads a PDF as one report: the text of its pages in reading order, without what is printed at the head or foot of each.</summary>
internal static partial class PdfReport
{
    /// <summary>Pages from which a line that stands on most of them is taken for a running head or foot.</summary>
    private const int FewestPages = 3;

    internal static bool IsPdf(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    /// <exception cref="FormatException">It is none, is locked, or has no text; the message says which.</exception>
    internal static Report Parse(string id, byte[] bytes)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            var pages = pdf.GetPages().Select(Blocks).ToList();
            var running = Running(pages);
            var text = string.Join("\n\n", pages.SelectMany(page => page).Where(block => !running.Contains(Folded(block))));
            if (text.Length == 0) throw new FormatException($"no text on its {pages.Count} pages: they may be pictures");
            return new()
            {
                Id = id,
                Text = text,
                Title = Some(pdf.Information.Title),
                Byline = Some(pdf.Information.Author),
                Published = Day(pdf.Information.CreationDate),
                Notices = ImmutableArray<Notice>.Empty,
            };
        }
        catch (Exception problem) when (problem is not (FormatException or OutOfMemoryException))
        {
            throw new FormatException(problem.GetType().Name.Contains("Encrypted", StringComparison.Ordinal) ? "the PDF is locked with a password" : "the PDF cannot be read: it is damaged", problem);
        }
    }

    private static List<string> Blocks(UglyToad.PdfPig.Content.Page page)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters).ToList();
        if (words.Count == 0) return [];
        return [.. UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words)).Select(Joined).Where(b => b.Length > 0)];
    }

    /// <summary>The lines of a block as one paragraph.</summary>
    private static string Joined(TextBlock block)
    {
        var text = new StringBuilder();
        foreach (var line in block.TextLines)
        {
            var words = line.Text.Trim();
            if (text.Length > 0 && Broken().IsMatch(text.ToString(Math.Max(0, text.Length - 3), Math.Min(3, text.Length))) && words.Length > 0 && char.IsLower(words[0])) text.Length--;
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            text.Append(words);
        }
        return text.ToString().Trim();
    }

    /// <summary>Blocks that stand on most pages, whatever number is in them.</summary>
    private static HashSet<string> Running(List<List<string>> pages) => pages.Count < FewestPages ? []
        : [.. pages.SelectMany(page => page.Where(b => b.Length < 120).Select(Folded).Distinct()).GroupBy(b => b, StringComparer.Ordinal).Where(g => g.Count() * 2 > pages.Count).Select(g => g.Key)];

    private static string Folded(string block) => Digits().Replace(block, "0");

    /// <summary>PDF's <c>D:YYYYMMDDHHmmSS…</c>.</summary>
    private static DateOnly? Day(string? date) =>
        date is not null && DateOnly.TryParseExact(date.AsSpan(date.StartsWith("D:", StringComparison.Ordinal) ? 2 : 0) is { Length: >= 8 } digits ? digits[..8] : "", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // a letter before a hyphen at the end of a line
    [GeneratedRegex(@"\p{Ll}[-\u2010\u00AD]$", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
