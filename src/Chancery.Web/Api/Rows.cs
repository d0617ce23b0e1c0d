using System.Text.Json;
using Chancery.Briefs;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Linguistics;
using Chancery.Records;
using Chancery.Web.Live;

namespace Chancery.Web.Api;

/// <summary>Rows of the record as the API gives them: the contract's fields, and behind them what a page needs to tell them.</summary>
internal sealed class Rows(Knowledge knowledge)
{
    internal void Claim(Utf8JsonWriter json, FiledClaim filed) => ListingJson.WriteClaim(json, filed, knowledge.Codes, more => ClaimFields(more, filed));

    internal void Decision(Utf8JsonWriter json, Decision decision, IReadOnlyDictionary<string, FiledClaim> claims) =>
        ListingJson.WriteDecision(json, decision, claims.GetValueOrDefault, knowledge.Codes, ClaimFields);

    private void ClaimFields(Utf8JsonWriter more, FiledClaim filed)
    {
        more.WriteText("telling", knowledge.Telling.Clause(filed.Claim));
        more.WriteText("words", filed.Sentence());
        more.WriteStartArray("counts");
        foreach (var figure in filed.Claim.Figures) more.WriteTextValue(figure.Span.In(filed.Reading.Report.Text));
        more.WriteEndArray();
        more.WriteText("publisher", filed.Reading.Report.Publisher);
        Fields(more, filed.Reading).WriteDay("published", filed.Reading.Report.Published);
        more.WriteText("event", filed.Event);
        more.WriteText("rule", filed.Claim.Rule);
    }

    /// <summary>What a list of events shows of one.</summary>
    internal void Line(Utf8JsonWriter json, EventLine line)
    {
        json.WriteStartObject();
        json.WriteText("id", line.Id);
        json.WriteString("status", line.Status.Name());
        json.WriteString("standing", line.Standing.Name());
        json.WriteNumber("independent", line.Independent);
        json.WriteNumber("claimCount", line.Claims);
        var days = Fields(json, line.Best.Reading);
        days.WriteDay("from", line.Time?.From);
        days.WriteDay("to", line.Time?.To);
        json.WriteText("plover", knowledge.Codes.Plover.Code(line.Best.Claim)?.Type);
        Telling(json, line.Best);
        json.WriteEndObject();
    }

    /// <summary>How the claim that tells an event best tells it.</summary>
    private void Telling(Utf8JsonWriter json, FiledClaim best)
    {
        var clause = knowledge.Telling.Clause(best.Claim);
        json.WriteText("telling", clause ?? best.Sentence());
        json.WriteBoolean("inOwnWords", clause is null);
        json.WriteText("best", best.Claim.Id);
        json.WriteText("report", best.Reading.Report.Id);
        Fields(json, best.Reading).WriteDay("published", best.Reading.Report.Published);
        if (knowledge.Codes.Plover.Code(best.Claim)?.QuadClass is { } quad) json.WriteNumber("quadClass", quad);
        else json.WriteNull("quadClass");
    }

    internal void Event(Utf8JsonWriter json, Event happening) => ListingJson.WriteEvent(json, happening, knowledge.Codes, more =>
    {
        var best = happening.Best.Claim;
        more.WriteStartArray("vouchers");
        foreach (var voucher in StandingReason.Vouchers(happening)) more.WriteTextValue(voucher);
        more.WriteEndArray();
        more.WriteNumber("claimCount", happening.Claims.Length);
        Telling(more, happening.Best);
        if (knowledge.Codes.Cameo.Code(best)?.Score is { } score) more.WriteNumber("goldstein", score);
        else more.WriteNull("goldstein");
        Parties(more, "actor", best.Actors);
        Parties(more, "recipient", best.Recipients);
        more.WritePropertyName("place");
        if (happening.Claims.Select(c => c.Claim.Place).FirstOrDefault(p => p is not null) is { } place)
        {
            more.WriteStartObject();
            more.WriteText("name", place.Name);
            more.WriteNumber("lat", place.Latitude);
            more.WriteNumber("lon", place.Longitude);
            more.WriteText("country", place.Country);
            more.WriteEndObject();
        }
        else more.WriteNullValue();
    });

    internal static void Report(Utf8JsonWriter json, FiledReport report) => ListingJson.WriteReport(json, report.Reading, report.Lineage, report.Retraction);

    internal static void Figure(Utf8JsonWriter json, FigureEntry entry) => ListingJson.WriteFigure(json, entry, more =>
    {
        more.WriteText("publisher", entry.Reading.Report.Publisher);
        Fields(more, entry.Reading).WriteDay("published", entry.Reading.Report.Published);
        more.WriteText("words", Around(entry.Reading, entry.Figure.Mention.Span));
        more.WriteText("claim", entry.Figure.ClaimId);
    });

    internal static void Actor(Utf8JsonWriter json, ActorEntry entry)
    {
        json.WriteStartObject();
        ActorFields(json, entry);
        json.WriteEndObject();
    }

    internal static void ActorFields(Utf8JsonWriter json, ActorEntry entry)
    {
        json.WriteText("key", entry.Key);
        json.WriteText("id", entry.Id);
        json.WriteText("name", entry.Name);
        json.WriteText("country", entry.Country);
        json.WriteStartArray("sectors");
        foreach (var sector in entry.Sectors) json.WriteTextValue(sector);
        json.WriteEndArray();
        json.WriteNumber("does", entry.Did.Length);
        json.WriteNumber("receives", entry.Received.Length);
    }

    internal static string Around(FiledReading reading, TextSpan span)
    {
        var sentence = reading.Sentences.FirstOrDefault(s => s.Contains(span.Start));
        return (sentence.IsEmpty ? span : sentence).In(reading.Report.Text);
    }

    internal static JsonFields Fields(Utf8JsonWriter json, FiledReading reading) => new(json, new CodePoints(reading.Report.Text));

    private static void Parties(Utf8JsonWriter json, string name, IEnumerable<Participant> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.WriteText("key", ActorName.KeyOf(party));
            json.WriteText("name", party.Name);
            json.WriteText("country", party.Country);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
