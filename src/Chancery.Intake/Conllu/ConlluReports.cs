using Chancery.Linguistics.Conllu;

namespace Chancery.Intake.Conllu;

/// <summary>Reads a CoNLL-U file as reports, one for every <c># newdoc</c>, else one for the whole; words and sentences are taken, the rest is read anew.</summary>
internal static class ConlluReports
{
    private const string NewDocument = "# newdoc";

    /// <exception cref="FormatException">A line is no CoNLL-U; the message names it.</exception>
    internal static IEnumerable<Report> Parse(string id, string text)
    {
        var starts = Starts(text);
        for (var i = 0; i < starts.Count; i++)
        {
            var part = text[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : text.Length)];
            var document = ConlluReader.Read(new StringReader(part));
            if (document.Count == 0) continue;
            yield return new() { Id = Name(part) ?? (starts.Count == 1 ? id : $"{id}-{i + 1}"), Text = document.Text, Words = document.Tagged.Words };
        }
    }

    private static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            if (text.AsSpan(at + 1).StartsWith(NewDocument)) starts.Add(at + 1);
        return starts;
    }

    private static string? Name(string part)
    {
        var line = part.AsSpan()[..part.AsSpan().IndexOfAny('\r', '\n')];
        var equals = line.IndexOf('=');
        return line.StartsWith(NewDocument) && equals > 0 ? line[(equals + 1)..].Trim().ToString() : null;
    }
}
