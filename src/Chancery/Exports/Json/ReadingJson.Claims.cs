namespace Chancery.Exports.Json;

public sealed partial class ReadingJson
{
    private void WritePredicates()
    {
        _json.WriteStartArray("predicates");
        foreach (var predicate in _reading.Attributions.Predicates)
        {
            _json.WriteStartObject();
            WriteSpan(predicate.Span);
            _json.WriteText("lemma", predicate.Lemma);
            _json.WriteNumber("factuality", predicate.Factuality.Value);
            _json.WriteString("status", predicate.Status.Name());
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteAttributions()
    {
        _json.WriteStartArray("attributions");
        foreach (var relation in _reading.Attributions.Relations)
        {
            _json.WriteStartObject();
            WritePair("source", relation.Source);
            WritePair("cue", relation.Cue);
            _json.WriteStartArray("content");
            foreach (var span in relation.Content) WritePair(span);
            _json.WriteEndArray();
            _json.WriteText("sourceName", relation.SourceName);
            _json.WriteString("stance", relation.Stance.Name());
            if (relation.Within is { } within) _json.WriteNumber("within", within);
            else _json.WriteNull("within");
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteClaims()
    {
        _json.WriteStartArray("claims");
        foreach (var claim in _reading.Claims.Claims)
        {
            _json.WriteStartObject();
            WriteClaim(claim);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteClaim(EventClaim claim)
    {
        _json.WriteText("id", claim.Id);
        WriteSpan(claim.Trigger);
        _json.WriteNumber("sentence", claim.Sentence);
        WritePair("evidence", claim.Evidence);
        _json.WriteText("within", claim.Within);
        WriteCodes(claim);
        WriteParticipants("actor", claim.Actors);
        WriteParticipants("recipient", claim.Recipients);
        _json.WriteString("status", claim.Status.Name());
        _json.WriteNumber("factuality", claim.Factuality.Value);
        _json.WriteNumber("confidence", claim.Confidence);
        WriteWords("attribution", claim.Attribution);
        WriteTime(claim.Time);
        WritePlace(claim.Place);
        _json.WriteStartArray("figures");
        foreach (var figure in claim.Figures)
        {
            _json.WriteStartObject();
            WriteQuantity(figure.Quantity);
            WriteSpan(figure.Span);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteCodes(EventClaim claim)
    {
        _json.WriteText("frame", claim.Frame.Name);
        _json.WriteNull("plover");
        _json.WriteNull("mode");
        WriteWords("context", claim.Contexts);
        _json.WriteNull("cameo");
        _json.WriteNull("goldstein");
        _json.WriteNull("quadClass");
    }

    private void WriteParticipants(string name, IEnumerable<Participant> participants)
    {
        _json.WriteStartArray(name);
        foreach (var participant in participants)
        {
            _json.WriteStartObject();
            WriteSpan(participant.Span);
            _json.WriteText("name", participant.Name);
            _json.WriteText("country", participant.Country);
            WriteWords("sectors", participant.Sectors);
            _json.WriteText("id", participant.ActorId);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteTime(ClaimTime? time)
    {
        _json.WritePropertyName("time");
        if (time is null)
        {
            _json.WriteNullValue();
            return;
        }
        _json.WriteStartObject();
        WriteDay("from", time.From);
        WriteDay("to", time.To);
        _json.WriteString("basis", time.Basis.Name());
        _json.WriteEndObject();
    }

    private void WritePlace(Place? place)
    {
        _json.WritePropertyName("place");
        if (place is null)
        {
            _json.WriteNullValue();
            return;
        }
        _json.WriteStartObject();
        _json.WriteText("name", place.Name);
        WriteDegrees(place);
        _json.WriteText("country", place.Country);
        _json.WriteEndObject();
    }

    private void WriteFigures()
    {
        _json.WriteStartArray("figures");
        foreach (var figure in _reading.Claims.Figures)
        {
            _json.WriteStartObject();
            WriteSpan(figure.Mention.Span);
            WriteQuantity(figure.Mention.Quantity);
            _json.WriteText("of", figure.Of);
            WriteWords("attribution", figure.Attribution);
            _json.WriteText("claim", figure.ClaimId);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteUnknowns()
    {
        _json.WriteStartArray("unknowns");
        foreach (var unknown in _reading.Attributions.Unknowns)
        {
            _json.WriteStartObject();
            WriteSpan(unknown.Span);
            _json.WriteText("what", unknown.What);
            WriteWords("attribution", unknown.Attribution);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
