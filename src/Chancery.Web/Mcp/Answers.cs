using System.Globalization;
using Chancery.Briefs;
using Chancery.Exports;
using Chancery.Linguistics;

namespace Chancery.Web.Mcp;

/// <summary>Rows of the record as tools answer them, each with its citation.</summary>
internal sealed class Answers(Knowledge knowledge)
{
    /// <summary>Claims cited of one event at most.</summary>
    private const int MostCitations = 20;

    internal ToldClaim Claim(FiledClaim filed)
    {
        var claim = filed.Claim;
        return new(
            claim.Id, knowledge.Telling.Clause(claim), Names(claim.Actors), Names(claim.Recipients), knowledge.Codes.Plover.Code(claim)?.Type, claim.Status.Name(), [.. claim.Attribution],
            Day(claim.Time?.From), Day(claim.Time?.To), claim.Place?.Name, [.. claim.Figures.Select(f => f.Span.In(filed.Reading.Report.Text))], claim.Confidence, filed.Event, Cite(filed));
    }

    internal ToldEvent Event(Event happening) => new(
        happening.Id, knowledge.Telling.Clause(happening.Best.Claim) ?? happening.Best.Sentence(), happening.Status.Name(), happening.Standing.Name(), happening.Independent,
        Day(happening.Time?.From), Day(happening.Time?.To), [.. StandingReason.Vouchers(happening)],
        [.. happening.Disputes.Select(d => new ToldDispute(d.Field.Name(), [.. d.Sides.Select(side => side.ToArray())]))],
        happening.SettledBy?.Event, [.. happening.Claims.Take(MostCitations).Select(Cite)]);

    internal static ToldFigure Figure(FigureEntry entry)
    {
        var quantity = entry.Figure.Mention.Quantity;
        var sentence = entry.Reading.Sentences.FirstOrDefault(s => s.Contains(entry.Figure.Mention.Span.Start));
        return new(
            entry.Series, entry.Figure.Of, quantity.Min, quantity.Max, quantity.Unit, quantity.Approximate, quantity.Change?.Name(), Day(entry.AsOf), [.. entry.Figure.Attribution], entry.Supersedes,
            [.. entry.Contradicts], entry.Drift is { } drift ? $"{string.Join("; ", drift.All().Select(d => $"{d.Field}: {d.From} → {d.To}"))} (against {drift.Report})" : null,
            Cite(entry.Reading, sentence.IsEmpty ? entry.Figure.Mention.Span : sentence, entry.Figure.ClaimId));
    }

    internal static ToldBrief Brief(Brief brief) => new(
        brief.Title,
        [.. brief.Sections.SelectMany(section => section.Sentences.Select(s => new ToldSentence(section.Heading, s.Text, [.. s.Sources.Select(c => Cite(c.Reading, c.Sentence, c.ClaimId))])))]);

    private static Citation Cite(FiledClaim filed)
    {
        var sentences = filed.Reading.Sentences;
        return Cite(filed.Reading, filed.Claim.Sentence < sentences.Length ? sentences[filed.Claim.Sentence] : filed.Claim.Evidence, filed.Claim.Id);
    }

    private static Citation Cite(FiledReading reading, TextSpan words, string? claim)
    {
        var (report, points) = (reading.Report, new CodePoints(reading.Report.Text));
        return new(report.Id, report.Publisher, Day(report.Published), words.In(report.Text), points.FromUtf16(words.Start), points.FromUtf16(words.End), claim);
    }

    private static string[] Names(IEnumerable<Participant> parties) => [.. parties.Select(p => p.Name)];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
