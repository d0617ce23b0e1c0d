using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Briefs;
using Chancery.Linguistics;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Exports.Json;

/// <summary>The rows of a record as the contract's JSON objects; offsets leave as Unicode code points. Each may be given fields more, behind its own.</summary>
public static class ListingJson
{
    /// <summary>A claim as in a reading, with the name of its report.</summary>
    public static void WriteClaim(Utf8JsonWriter json, FiledClaim filed, Codebook codes, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(filed);
        ArgumentNullException.ThrowIfNull(codes);
        json.WriteStartObject();
        json.WriteText("report", filed.Reading.Report.Id);
        ClaimJson.Write(Fields(json, filed.Reading), filed.Claim, codes);
        more?.Invoke(json);
        json.WriteEndObject();
    }

    /// <summary>A report with its place among the tellings of its dispatch.</summary>
    public static void WriteReport(Utf8JsonWriter json, FiledReading reading, Lineage? lineage, Retraction? retraction = null, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(reading);
        var report = reading.Report;
        json.WriteStartObject();
        json.WriteText("id", report.Id);
        json.WriteText("title", report.Title);
        json.WriteText("publisher", report.Publisher);
        Fields(json, reading).WriteDay("published", report.Published);
        json.WriteText("url", report.Url);
        json.WriteText("language", reading.Language);
        json.WriteText("origin", reading.DeclaredOrigin);
        json.WriteText("dispatch", lineage?.Dispatch ?? report.Id);
        json.WriteText("derivedFrom", lineage?.DerivedFrom);
        json.WriteText("kind", (lineage?.Kind ?? ReportKind.Original).Name());
        json.WriteNumber("claims", reading.Claims.Length);
        if (retraction is not null)
        {
            json.WriteStartObject("retraction");
            Fields(json, reading).WriteDay("day", retraction.Day);
            json.WriteText("reason", retraction.Reason);
            json.WriteText("correctedBy", retraction.CorrectedBy);
            json.WriteEndObject();
        }
        more?.Invoke(json);
        json.WriteEndObject();
    }

    /// <summary>An event with the claims that tell it and what they disagree on.</summary>
    public static void WriteEvent(Utf8JsonWriter json, Event item, Codebook codes, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(codes);
        json.WriteStartObject();
        json.WriteText("id", item.Id);
        json.WriteText("frame", item.Best.Claim.Frame.Name);
        json.WriteText("plover", codes.Plover.Code(item.Best.Claim)?.Type);
        json.WriteString("status", item.Status.Name());
        json.WriteString("standing", item.Standing.Name());
        json.WriteNumber("independent", item.Independent);
        var reason = StandingReason.Of(item);
        json.WriteStartObject("reason");
        json.WriteText("words", reason.Words);
        json.WriteStartArray("claims");
        foreach (var claim in reason.Claims) json.WriteTextValue(claim);
        json.WriteEndArray();
        json.WriteEndObject();
        var days = Fields(json, item.Best.Reading);
        days.WriteDay("from", item.Time?.From);
        days.WriteDay("to", item.Time?.To);
        json.WriteStartArray("claims");
        foreach (var filed in item.Claims)
        {
            json.WriteStartObject();
            json.WriteText("report", filed.Reading.Report.Id);
            Fields(json, filed.Reading).WriteSpan(filed.Claim.Trigger);
            json.WriteText("id", filed.Claim.Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("disputes");
        foreach (var dispute in item.Disputes) WriteDispute(json, dispute);
        json.WriteEndArray();
        json.WriteText("settles", item.Settles);
        json.WriteText("settledBy", item.SettledBy?.Event);
        json.WriteStartArray("origins");
        foreach (var origin in item.Origins) json.WriteTextValue(origin);
        json.WriteEndArray();
        json.WriteStartArray("joins");
        foreach (var join in item.Joins)
        {
            json.WriteStartObject();
            json.WriteText("claim", join.Claim);
            json.WriteText("with", join.With);
            json.WriteStartArray("why");
            foreach (var why in join.Why) json.WriteStringValue(why);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("drifts");
        foreach (var drift in item.Drifts)
        {
            json.WriteStartObject();
            json.WriteText("claim", drift.Claim);
            json.WritePropertyName("drift");
            WriteDrift(json, drift.Drift);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        more?.Invoke(json);
        json.WriteEndObject();
    }

    /// <summary>Something that lies ahead, with what became of it.</summary>
    public static void WriteExpectation(Utf8JsonWriter json, Expectation expectation, Codebook codes)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(expectation);
        json.WriteStartObject();
        json.WriteString("outcome", expectation.Outcome.Name());
        Fields(json, expectation.Event.Best.Reading).WriteDay("due", expectation.Due);
        json.WritePropertyName("event");
        WriteEvent(json, expectation.Event, codes);
        json.WriteEndObject();
    }

    /// <summary>Something a report says is unknown.</summary>
    public static void WriteUnknown(Utf8JsonWriter json, OpenQuestion question)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(question);
        var fields = Fields(json, question.Reading);
        json.WriteStartObject();
        json.WriteText("id", question.Id);
        json.WriteText("what", question.Unknown.What);
        fields.WriteWords("attribution", question.Unknown.Attribution);
        json.WriteText("report", question.Reading.Report.Id);
        fields.WriteSpan(question.Unknown.Span);
        json.WriteText("answeredBy", question.AnsweredBy);
        json.WriteText("answer", question.Answer?.Claim.Id);
        json.WriteEndObject();
    }

    /// <summary>What somebody decided, with the claims it is about in full: what was read, its sentence, and what a person says of it.</summary>
    public static void WriteDecision(Utf8JsonWriter json, Decision decision, Func<string, FiledClaim?> claim, Codebook codes, Action<Utf8JsonWriter, FiledClaim>? more = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(claim);
        json.WriteStartObject();
        json.WriteNumber("number", decision.Number);
        json.WriteText("kind", decision.Kind.Name());
        json.WriteText("field", decision.Field);
        json.WriteText("was", decision.Was);
        json.WriteText("value", decision.Value);
        json.WriteText("by", decision.By);
        json.WriteText("at", decision.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteText("reason", decision.Reason);
        json.WriteBoolean("withdrawn", decision.IsWithdrawn);
        foreach (var (name, ids) in (ReadOnlySpan<(string, ImmutableArray<string>)>)[("claims", decision.Claims), ("from", decision.From)])
        {
            json.WriteStartArray(name);
            foreach (var id in ids)
            {
                if (claim(id) is { } filed) WriteClaim(json, filed, codes, fields => More(fields, filed));
                else
                {
                    json.WriteStartObject();
                    json.WriteText("id", id);
                    json.WriteEndObject();
                }
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();

        void More(Utf8JsonWriter fields, FiledClaim filed)
        {
            fields.WriteText("sentenceText", filed.Sentence());
            more?.Invoke(fields, filed);
        }
    }

    /// <summary>One telling of a figure that is followed over time.</summary>
    public static void WriteFigure(Utf8JsonWriter json, FigureEntry entry, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entry);
        var (fields, figure) = (Fields(json, entry.Reading), entry.Figure);
        json.WriteStartObject();
        json.WriteText("series", entry.Series);
        json.WriteText("of", figure.Of);
        fields.WriteQuantity(figure.Mention.Quantity);
        fields.WriteNumber("best", Best(figure.Mention.Quantity));
        fields.WriteDay("asOf", entry.AsOf);
        fields.WriteWords("attribution", figure.Attribution);
        json.WriteText("id", entry.Id);
        json.WriteText("report", entry.Reading.Report.Id);
        fields.WriteSpan(figure.Mention.Span);
        json.WriteText("supersedes", entry.Supersedes);
        fields.WriteWords("contradicts", entry.Contradicts);
        json.WritePropertyName("drift");
        if (entry.Drift is { } drift) WriteDrift(json, drift);
        else json.WriteNullValue();
        more?.Invoke(json);
        json.WriteEndObject();
    }

    /// <summary>The value a source stands by: the number itself, or the one bound it gives; null for a range, whose middle nobody reported.</summary>
    public static decimal? Best(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.Min is null || quantity.Max is null || quantity.Min == quantity.Max ? quantity.Min ?? quantity.Max : null;
    }

    private static void WriteDispute(Utf8JsonWriter json, Dispute dispute)
    {
        json.WriteStartObject();
        json.WriteString("field", dispute.Field.Name());
        json.WriteStartArray("sides");
        foreach (var side in dispute.Sides)
        {
            json.WriteStartArray();
            foreach (var claim in side) json.WriteTextValue(claim);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDrift(Utf8JsonWriter json, Drift drift)
    {
        json.WriteStartObject();
        json.WriteText("field", drift.Field);
        json.WriteText("from", drift.From);
        json.WriteText("to", drift.To);
        json.WriteText("report", drift.Report);
        if (drift.And is { } other)
        {
            json.WritePropertyName("and");
            WriteDrift(json, other);
        }
        json.WriteEndObject();
    }

    private static JsonFields Fields(Utf8JsonWriter json, FiledReading reading) => new(json, new CodePoints(reading.Report.Text));
}
