using System.Globalization;
using Chancery.Briefs;
using Chancery.Cli.Terminal;
using Chancery.Exports;
using Chancery.Ontologies;

namespace Chancery.Cli.Listing;

/// <summary>One claim on the screen: its words marked in the sentence, then what was read from them.</summary>
internal sealed class ClaimView(Codebook codes, bool why, TextWriter output)
{
    /// <summary>How the record stands on an event and why, above its claims.</summary>
    /// <param name="e">The event.</param>
    /// <param name="least">Claims of less confidence are left out.</param>
    internal void Print(Event e, double least)
    {
        Line("event", e.Id);
        Line("standing", $"{e.Standing.Name()}: {StandingReason.Of(e).Words}");
        output.WriteLine();
        FiledClaim[] shown = [.. e.Claims.Where(c => c.Claim.Confidence >= least)];
        for (var i = 0; i < shown.Length; i++)
        {
            if (i > 0) output.WriteLine();
            Print(shown[i]);
        }
    }

    internal void Print(FiledClaim filed)
    {
        var (claim, report) = (filed.Claim, filed.Reading.Report);
        output.WriteLine(Marked(filed));
        output.WriteLine();
        Line("claim", claim.Id);
        Line("report", string.Join(", ", new[] { report.Id, report.Publisher ?? "", Cells.Day(report.Published) }.Where(s => s.Length > 0)));
        Line("actor", string.Join("; ", claim.Actors.Select(Party)));
        Line("does", Code(claim));
        Line("recipient", string.Join("; ", claim.Recipients.Select(Party)));
        Line("status", string.Create(CultureInfo.InvariantCulture, $"{claim.Status.Name()}, factuality {claim.Factuality.Value:+0.#;-0.#;0} of 3, confidence {claim.Confidence:0.00}"));
        Line("said by", claim.Attribution.IsEmpty ? "the report itself" : Cells.Sources(claim.Attribution));
        Line("when", claim.Time is { } time ? $"{Cells.Days(time)} ({time.Basis.Name()})" : "");
        Line("where", claim.Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place.Name}{(place.Country is null ? "" : $" ({place.Country})")}, {place.Latitude:0.##}, {place.Longitude:0.##}") : "");
        foreach (var figure in claim.Figures) Line("figure", $"{Cells.Quantity(figure.Quantity)} ('{figure.Span.In(report.Text)}')");
        Line("within", claim.Within ?? "");
        if (why) Why(filed);
    }

    private void Why(FiledClaim filed)
    {
        var (claim, text) = (filed.Claim, filed.Reading.Report.Text);
        output.WriteLine();
        Line("words", $"'{claim.Trigger.In(text)}' in '{TextTable.Clean(claim.Evidence.In(text))}'");
        Line("rule", claim.Rule ?? "none kept");
        var path = new List<string>();
        for (var frame = claim.Frame.Name; frame is not null && path.Count < 10; frame = codes.Frames.Find(frame)?.Parent) path.Add(frame);
        Line("frame", string.Join(" → ", path) + (claim.Frame.Gloss.Length > 0 ? $": {claim.Frame.Gloss}" : ""));
        Line("PLOVER", Describe(codes.Plover.Code(claim)));
        Line("CAMEO", Describe(codes.Cameo.Code(claim)));
        foreach (var other in codes.Others) Line(other.Name, Describe(other.Code(claim)));
        if (claim.Contexts.Length > 0) Line("context", string.Join(", ", claim.Contexts));
    }

    private string Code(EventClaim claim)
    {
        var cameo = codes.Cameo.Code(claim);
        return Listings.Kind(codes.Plover.Code(claim), claim) + (cameo is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (CAMEO {cameo.Type}, {cameo.Score:+0.#;-0.#;0})"));
    }

    private static string Describe(EventCode? code) => code is null
        ? "has no code for this frame"
        : string.Create(CultureInfo.InvariantCulture, $"{code.Type}{(code.Mode is null ? "" : "/" + code.Mode)}, score {code.Score?.ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture) ?? "none"}, quad class {code.QuadClass}");

    private static string Party(Participant party) =>
        string.Join(", ", new[] { party.Name, party.Country ?? "", string.Join('/', party.Sectors), party.ActorId ?? "" }.Where(s => s.Length > 0));

    private void Line(string name, string text)
    {
        if (text.Length > 0) output.WriteLine($"  {name,-10} {TextTable.Clean(text)}");
    }

    /// <summary>The sentence with its parts in brackets: <c>[actor: Sergei Shoigu] [does: visits] [recipient: North Korea]</c>.</summary>
    private static string Marked(FiledClaim filed)
    {
        var (claim, reading) = (filed.Claim, filed.Reading);
        var sentence = claim.Sentence < reading.Sentences.Length ? reading.Sentences[claim.Sentence] : claim.Evidence;
        var marks = claim.Actors.Select(p => (p.Span, Name: "actor"))
            .Append((claim.Trigger, "does"))
            .Concat(claim.Recipients.Select(p => (p.Span, "recipient")))
            .Concat(claim.Figures.Select(f => (f.Span, "figure")))
            .Where(m => sentence.Contains(m.Item1) && !m.Item1.IsEmpty)
            .OrderBy(m => m.Item1.Start)
            .ThenByDescending(m => m.Item1.End);
        var (text, at) = (new System.Text.StringBuilder(), sentence.Start);
        foreach (var (span, name) in marks)
        {
            if (span.Start < at) continue;
            text.Append(reading.Report.Text, at, span.Start - at).Append('[').Append(name).Append(": ").Append(span.Of(reading.Report.Text)).Append(']');
            at = span.End;
        }
        text.Append(reading.Report.Text, at, sentence.End - at);
        return TextTable.Clean(text.ToString());
    }
}
