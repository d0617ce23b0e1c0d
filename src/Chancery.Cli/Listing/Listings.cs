using System.Globalization;
using Chancery.Briefs;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Linguistics;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Cli.Listing;

/// <summary>What can be listed, and the columns of each.</summary>
internal static class Listings
{
    internal static Listing<FiledClaim> Claims(Codebook codes) => new(
    [
        new("id", c => c.Claim.Id, IsName: true),
        new("published", c => Cells.Day(c.Reading.Report.Published), InTable: false),
        new("when", c => Cells.Days(c.Claim.Time) is { Length: > 0 } days ? days : Cells.Day(c.Reading.Report.Published)),
        new("actor", c => Cells.Names(c.Claim.Actors)),
        new("actorCountry", c => Cells.Countries(c.Claim.Actors), InTable: false),
        new("does", c => c.Claim.Frame.Name),
        new("recipient", c => Cells.Names(c.Claim.Recipients)),
        new("recipientCountry", c => Cells.Countries(c.Claim.Recipients), InTable: false),
        new("status", c => c.Claim.Status.Name()),
        new("source", c => Cells.Sources(c.Claim.Attribution)),
        new("figures", c => string.Join("; ", c.Claim.Figures.Select(f => Cells.Quantity(f.Quantity)))),
        new("plover", c => codes.Plover.Code(c.Claim)?.Type ?? "", InTable: false),
        new("mode", c => codes.Plover.Code(c.Claim)?.Mode ?? "", InTable: false),
        new("cameo", c => codes.Cameo.Code(c.Claim)?.Type ?? "", InTable: false),
        new("goldstein", c => Cells.Number(codes.Cameo.Code(c.Claim)?.Score), InTable: false),
        new("quadClass", c => codes.Plover.Code(c.Claim)?.QuadClass.ToString(CultureInfo.InvariantCulture) ?? "", InTable: false),
        new("place", c => c.Claim.Place?.Name ?? "", InTable: false),
        new("factuality", c => Cells.Number(c.Claim.Factuality.Value), InTable: false),
        new("confidence", c => Cells.Number(c.Claim.Confidence), InTable: false),
        new("report", c => c.Reading.Report.Id),
        new("start", c => Start(c.Reading, c.Claim.Trigger), InTable: false),
        new("end", c => End(c.Reading, c.Claim.Trigger), InTable: false),
        new("sentence", c => c.Sentence(), InTable: false),
    ], (json, claim) => ListingJson.WriteClaim(json, claim, codes));

    internal static Listing<FiledReport> Reports { get; } = new(
    [
        new("id", r => r.Reading.Report.Id, IsName: true),
        new("published", r => Cells.Day(r.Reading.Report.Published)),
        new("publisher", r => r.Reading.Report.Publisher ?? ""),
        new("title", r => r.Reading.Report.Title ?? ""),
        new("kind", r => r.Lineage.Kind.Name()),
        new("derivedFrom", r => r.Lineage.DerivedFrom ?? ""),
        new("dispatch", r => r.Lineage.Dispatch, InTable: false),
        new("origin", r => r.Reading.DeclaredOrigin ?? ""),
        new("claims", r => r.Reading.Claims.Length.ToString(CultureInfo.InvariantCulture)),
        new("retracted", r => r.Retraction is { } why ? Cells.Day(why.Day) : "", InTable: false),
        new("url", r => r.Reading.Report.Url ?? "", InTable: false),
        new("language", r => r.Reading.Language, InTable: false),
    ], (json, row) => ListingJson.WriteReport(json, row.Reading, row.Lineage, row.Retraction));

    internal static Listing<Event> Events(Codebook codes) => new(
    [
        new("id", e => e.Id, IsName: true),
        new("when", e => Cells.Days(e.Time) is { Length: > 0 } days ? days : Cells.Day(e.Best.Reading.Report.Published)),
        new("actor", e => Cells.Names(e.Best.Claim.Actors)),
        new("does", e => e.Best.Claim.Frame.Name),
        new("plover", e => codes.Plover.Code(e.Best.Claim)?.Type ?? "", InTable: false),
        new("recipient", e => Cells.Names(e.Best.Claim.Recipients)),
        new("status", e => e.Status.Name()),
        new("standing", e => e.Standing.Name()),
        new("reason", e => StandingReason.Of(e).Words),
        new("independent", e => e.Independent.ToString(CultureInfo.InvariantCulture), InTable: false),
        new("claims", e => e.Claims.Length.ToString(CultureInfo.InvariantCulture)),
        new("disputes", e => string.Join(", ", e.Disputes.Select(d => d.Field.Name())), InTable: false),
        new("settles", e => e.Settles ?? "", InTable: false),
        new("settledBy", e => e.SettledBy?.Event ?? "", InTable: false),
    ], (json, item) => ListingJson.WriteEvent(json, item, codes));

    internal static Listing<FigureEntry> Figures { get; } = new(
    [
        new("id", f => f.Id, IsName: true),
        new("asOf", f => Cells.Day(f.AsOf)),
        new("series", f => f.Series),
        new("figure", f => Cells.Quantity(f.Figure.Mention.Quantity)),
        new("of", f => f.Figure.Of),
        new("min", f => Cells.Plain(f.Figure.Mention.Quantity.Min), InTable: false),
        new("max", f => Cells.Plain(f.Figure.Mention.Quantity.Max), InTable: false),
        new("best", f => Cells.Plain(ListingJson.Best(f.Figure.Mention.Quantity)), InTable: false),
        new("unit", f => f.Figure.Mention.Quantity.Unit ?? "", InTable: false),
        new("currency", f => f.Figure.Mention.Quantity.Currency ?? "", InTable: false),
        new("change", f => f.Figure.Mention.Quantity.Change?.Name() ?? "", InTable: false),
        new("source", f => Cells.Sources(f.Figure.Attribution)),
        new("report", f => f.Reading.Report.Id),
        new("supersedes", f => f.Supersedes ?? ""),
        new("contradicts", f => string.Join("; ", f.Contradicts)),
        new("drift", f => f.Drift is { } drift ? string.Join("; ", drift.All().Select(d => $"{d.Field}: {d.From} → {d.To}")) : ""),
        new("start", f => Start(f.Reading, f.Figure.Mention.Span), InTable: false),
        new("end", f => End(f.Reading, f.Figure.Mention.Span), InTable: false),
    ], (json, figure) => ListingJson.WriteFigure(json, figure));

    internal static Listing<Expectation> Expectations(Codebook codes) => new(
    [
        new("id", x => x.Event.Id, IsName: true),
        new("outcome", x => x.Outcome.Name()),
        new("due", x => Cells.Day(x.Due)),
        new("told", x => Cells.Day(x.Event.Claims[0].Reading.Report.Published)),
        new("actor", x => Cells.Names(x.Event.Best.Claim.Actors)),
        new("does", x => x.Event.Best.Claim.Frame.Name),
        new("recipient", x => Cells.Names(x.Event.Best.Claim.Recipients)),
        new("status", x => x.Event.Status.Name()),
        new("source", x => string.Join("; ", StandingReason.Vouchers(x.Event))),
        new("settledBy", x => x.Event.SettledBy?.Event ?? "", InTable: false),
    ], (json, x) => ListingJson.WriteExpectation(json, x, codes));

    internal static Listing<OpenQuestion> Unknowns { get; } = new(
    [
        new("id", q => q.Id, IsName: true),
        new("published", q => Cells.Day(q.Reading.Report.Published)),
        new("what", q => q.Unknown.What),
        new("source", q => q.Unknown.Attribution.IsEmpty ? q.Reading.Report.Publisher ?? "" : Cells.Sources(q.Unknown.Attribution)),
        new("report", q => q.Reading.Report.Id),
        new("answeredBy", q => q.AnsweredBy ?? ""),
        new("answer", q => q.Answer?.Claim.Id ?? "", IsName: true),
        new("start", q => Start(q.Reading, q.Unknown.Span), InTable: false),
        new("end", q => End(q.Reading, q.Unknown.Span), InTable: false),
    ], ListingJson.WriteUnknown);

    internal static Listing<ActorTally> Actors { get; } = new(
    [
        new("id", a => a.Id ?? "", IsName: true),
        new("name", a => a.Name),
        new("country", a => a.Country ?? ""),
        new("sectors", a => string.Join(", ", a.Sectors)),
        new("does", a => a.Does.ToString(CultureInfo.InvariantCulture)),
        new("receives", a => a.Receives.ToString(CultureInfo.InvariantCulture)),
        new("first", a => Cells.Day(a.First)),
        new("last", a => Cells.Day(a.Last)),
    ], (json, actor) => actor.WriteJson(json));

    internal static Listing<Decision> Decisions(Codebook codes, IReadOnlyDictionary<string, FiledClaim> claims) => new(
    [
        new("number", d => d.Number.ToString(CultureInfo.InvariantCulture), IsName: true),
        new("kind", d => d.Kind.Name()),
        new("claims", d => string.Join(", ", d.Claims)),
        new("from", d => string.Join(", ", d.From)),
        new("field", d => d.Field ?? ""),
        new("was", d => d.Was ?? ""),
        new("value", d => d.Value ?? ""),
        new("by", d => d.By),
        new("at", d => d.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        new("reason", d => d.Reason),
        new("withdrawn", d => d.IsWithdrawn ? "withdrawn" : ""),
        new("sentences", d => string.Join(" ", d.Claims.Select(claims.GetValueOrDefault).OfType<FiledClaim>().Select(c => c.Sentence()).Distinct(StringComparer.Ordinal)), InTable: false),
    ], (json, decision) => ListingJson.WriteDecision(json, decision, claims.GetValueOrDefault, codes));

    /// <summary>PLOVER's type and mode, else the frame.</summary>
    internal static string Kind(EventCode? code, EventClaim claim) =>
        code is null ? claim.Frame.Name : code.Mode is null ? code.Type : $"{code.Type}/{code.Mode}";

    private static string Start(FiledReading reading, TextSpan span) => new CodePoints(reading.Report.Text).FromUtf16(span.Start).ToString(CultureInfo.InvariantCulture);

    private static string End(FiledReading reading, TextSpan span) => new CodePoints(reading.Report.Text).FromUtf16(span.End).ToString(CultureInfo.InvariantCulture);
}
