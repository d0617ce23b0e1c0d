using System.Text.Json;
using Chancery.Ontologies;

namespace Chancery.Exports.Json;

/// <summary>The fields of one claim, the same wherever a claim is printed.</summary>
internal static class ClaimJson
{
    internal static void Write(JsonFields fields, EventClaim claim, Codebook codes)
    {
        var json = fields.Json;
        json.WriteText("id", claim.Id);
        fields.WriteSpan(claim.Trigger);
        json.WriteNumber("sentence", claim.Sentence);
        fields.WritePair("evidence", claim.Evidence);
        json.WriteText("within", claim.Within);
        WriteCodes(json, claim, codes);
        WriteParticipants(fields, "actor", claim.Actors);
        WriteParticipants(fields, "recipient", claim.Recipients);
        json.WriteString("status", claim.Status.Name());
        json.WriteNumber("factuality", claim.Factuality.Value);
        json.WriteNumber("confidence", claim.Confidence);
        fields.WriteWords("attribution", claim.Attribution);
        WriteCommitments(json, claim);
        WriteTime(fields, claim.Time);
        WritePlace(fields, claim.Place);
        json.WriteStartArray("figures");
        foreach (var figure in claim.Figures)
        {
            json.WriteStartObject();
            fields.WriteQuantity(figure.Quantity);
            fields.WriteSpan(figure.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCodes(Utf8JsonWriter json, EventClaim claim, Codebook codes)
    {
        var (plover, cameo) = (codes.Plover.Code(claim), codes.Cameo.Code(claim));
        json.WriteText("frame", claim.Frame.Name);
        json.WriteText("plover", plover?.Type);
        json.WriteText("mode", plover?.Mode);
        json.WriteStartArray("context");
        foreach (var context in claim.Contexts) json.WriteTextValue(context);
        json.WriteEndArray();
        json.WriteText("cameo", cameo?.Type);
        WriteNumber(json, "goldstein", cameo?.Score);
        WriteNumber(json, "quadClass", plover?.QuadClass ?? cameo?.QuadClass);
    }

    private static void WriteCommitments(Utf8JsonWriter json, EventClaim claim)
    {
        json.WriteStartArray("commitments");
        foreach (var commitment in claim.Commitments)
        {
            json.WriteStartObject();
            json.WriteText("source", commitment.Source);
            json.WriteNumber("factuality", commitment.Factuality.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } some) json.WriteNumber(name, some);
        else json.WriteNull(name);
    }

    private static void WriteParticipants(JsonFields fields, string name, IEnumerable<Participant> participants)
    {
        fields.Json.WriteStartArray(name);
        foreach (var participant in participants)
        {
            fields.Json.WriteStartObject();
            fields.WriteSpan(participant.Span);
            fields.Json.WriteText("name", participant.Name);
            fields.Json.WriteText("country", participant.Country);
            fields.WriteWords("sectors", participant.Sectors);
            fields.Json.WriteText("id", participant.ActorId);
            fields.Json.WriteEndObject();
        }
        fields.Json.WriteEndArray();
    }

    private static void WriteTime(JsonFields fields, ClaimTime? time)
    {
        fields.Json.WritePropertyName("time");
        if (time is null)
        {
            fields.Json.WriteNullValue();
            return;
        }
        fields.Json.WriteStartObject();
        fields.WriteDay("from", time.From);
        fields.WriteDay("to", time.To);
        fields.Json.WriteString("basis", time.Basis.Name());
        fields.Json.WriteEndObject();
    }

    private static void WritePlace(JsonFields fields, Place? place)
    {
        fields.Json.WritePropertyName("place");
        if (place is null)
        {
            fields.Json.WriteNullValue();
            return;
        }
        fields.Json.WriteStartObject();
        fields.Json.WriteText("name", place.Name);
        fields.WriteDegrees(place);
        fields.Json.WriteText("country", place.Country);
        fields.Json.WriteEndObject();
    }
}
