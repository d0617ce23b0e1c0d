using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Ontologies;

namespace Chancery.Tests.Coding;

/// <summary>Every entry's example is coded as its line says: [actor] and {recipient} stand in the sentence itself.</summary>
public sealed class FrameLexiconTests
{
    /// <summary>The trees are statistical, so that a few examples of thousands are misread; more than these are a fault of the tables.</summary>
    private const double Floor = 0.9;

    private static readonly ReportReader Reader = new(EnglishPack.Instance);
    private static readonly FrameTable Frames = FrameTable.Read(EnglishPack.Instance);

    public static TheoryData<string> Tables => [.. EnglishPack.Instance.List("languages/en/frames/").Concat(EnglishPack.Instance.List("languages/en/happenings/")).Where(path => EnglishPack.Instance.Read(path).Columns.Contains("recipient"))];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Examples_are_coded_as_their_entries_say(string path)
    {
        var rows = EnglishPack.Instance.Read(path).Rows;
        var faults = rows.Select(Fault).OfType<string>().ToList();
        faults.Count.ShouldBeLessThanOrEqualTo((int)((1 - Floor) * rows.Count) + 1, $"{faults.Count} of {rows.Count}:\n{string.Join('\n', faults)}");
    }

    private static string? Fault(TableRow row)
    {
        var (text, actors, recipients) = Unmark(row["example"]);
        var claims = Reader.Read(new Report { Id = "example", Text = text, Published = new(2024, 5, 6) }).Claims.Claims;
        // an entry whose frame is joined with its content's ('refused to free') is known by its rule
        var wanted = row["frame"];
        var claim = claims.FirstOrDefault(c => Frames.Is(c.Frame.Name, wanted) || Frames.Is(wanted, c.Frame.Name))
            ?? claims.FirstOrDefault(c => c.Rule!.EndsWith($": {row["word"]}{(row["when"].Length > 0 ? $" ({row["when"]})" : "")}", StringComparison.Ordinal));
        if (claim is null && wanted is "statement") return null;
        if (claim is null) return $"{row.Line}: {row["word"]}: no {wanted} in '{text}' but {string.Join(", ", claims.Select(c => c.Frame.Name))}";
        if (!actors.All(a => claim.Actors.Any(c => text.Contains(a, StringComparison.Ordinal) && c.Span.Overlaps(SpanOf(text, a))))) return $"{row.Line}: {row["word"]}: actor in '{row["example"]}'";
        if (!recipients.All(a => claim.Recipients.Any(c => c.Span.Overlaps(SpanOf(text, a))))) return $"{row.Line}: {row["word"]}: recipient in '{row["example"]}'";
        return null;
    }

    private static TextSpan SpanOf(string text, string part)
    {
        var start = text.IndexOf(part, StringComparison.Ordinal);
        return new(start, start + part.Length);
    }

    private static (string Text, List<string> Actors, List<string> Recipients) Unmark(string marked)
    {
        var (actors, recipients) = (new List<string>(), new List<string>());
        var text = marked;
        foreach (var (open, close, list) in ((char, char, List<string>)[])[('[', ']', actors), ('{', '}', recipients)])
            for (var at = marked.IndexOf(open, StringComparison.Ordinal); at >= 0; at = marked.IndexOf(open, at + 1))
                list.Add(marked[(at + 1)..marked.IndexOf(close, at)]);
        foreach (var mark in "[]{}") text = text.Replace(mark.ToString(), "", StringComparison.Ordinal);
        return (text, actors, recipients);
    }
}
