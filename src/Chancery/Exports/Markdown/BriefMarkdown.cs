using System.Globalization;

namespace Chancery.Exports.Markdown;

/// <summary>Writes a brief as Markdown: a heading a section, a list item a sentence led by its day, a footnote for every place it rests on.</summary>
public static class BriefMarkdown
{
    /// <summary>Writes the brief; text from reports is escaped, so that none of it is read as markup.</summary>
    public static void Write(Brief brief, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        var notes = new List<Citation>();
        var numbers = new Dictionary<(string Report, int Start), int>();
        output.WriteLine($"# {Escape(brief.Title)}");
        if (brief.Scope.Length > 0 && brief.Scope != brief.Title) output.WriteLine($"\n*{Escape(brief.Scope)}*");
        foreach (var section in brief.Sections)
        {
            output.WriteLine();
            output.WriteLine($"## {section.Heading}");
            output.WriteLine();
            var told = section.Sentences.Select(sentence => $"{Text(sentence)} {string.Concat(sentence.Sources.Select(Number).Distinct().Order().Select(n => $"[^{n.ToString(CultureInfo.InvariantCulture)}]"))}");
            if (section.IsParagraph) output.WriteLine(string.Join(' ', told));
            else foreach (var sentence in told) output.WriteLine("- " + sentence);
            if (section.Omitted > 0) output.WriteLine($"- … and {section.Omitted.ToString(CultureInfo.InvariantCulture)} more in the record");
        }
        output.WriteLine();
        for (var i = 0; i < notes.Count; i++) output.WriteLine($"[^{(i + 1).ToString(CultureInfo.InvariantCulture)}]: {Note(notes[i])}");

        int Number(Citation citation)
        {
            var key = (citation.Reading.Report.Id, citation.Sentence.Start);
            if (numbers.TryGetValue(key, out var number)) return number;
            notes.Add(citation);
            return numbers[key] = notes.Count;
        }
    }

    private static string Text(BriefSentence sentence) => sentence.Lead is { } lead ? $"**{Escape(lead)}**{Escape(sentence.Text[lead.Length..])}" : Escape(sentence.Text);

    private static string Note(Citation citation)
    {
        var report = citation.Reading.Report;
        var day = report.Published is { } published ? ", " + published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        var sentence = OneLine.Of(citation.Sentence.In(report.Text));
        return $"{Escape(report.Publisher ?? report.Title ?? report.Id)}{day}: “{Escape(sentence)}”";
    }

    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0) return text;
        var escaped = new System.Text.StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Special.Contains(c)) escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\\`*_[]<>#|");
}
