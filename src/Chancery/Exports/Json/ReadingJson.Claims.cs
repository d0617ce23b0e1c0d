namespace Chancery.Exports.Json;

public sealed partial class ReadingJson
{
    private void WritePredicates()
    {
        _json.WriteStartArray("predicates");
        foreach (var predicate in _reading.Attributions.Predicates)
        {
            _json.WriteStartObject();
            _fields.WriteSpan(predicate.Span);
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
            _fields.WritePair("source", relation.Source);
            _fields.WritePair("cue", relation.Cue);
            _json.WriteStartArray("content");
            foreach (var span in relation.Content) _fields.WritePair(span);
            _json.WriteEndArray();
            _json.WriteText("sourceName", relation.SourceName);
            _json.WriteString("stance", relation.Stance.Name());
            if (relation.Within is { } within) _json.WriteNumber("within", within);
            else _json.WriteNull("within");
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteClaims(string layer, bool isCoded)
    {
        _json.WriteStartArray(layer);
        foreach (var claim in _reading.Claims.Claims)
        {
            if (_codes.Plover.Code(claim) is not null != isCoded) continue;
            _json.WriteStartObject();
            ClaimJson.Write(_fields, claim, _codes);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteFigures()
    {
        _json.WriteStartArray("figures");
        foreach (var figure in _reading.Claims.Figures)
        {
            _json.WriteStartObject();
            _fields.WriteSpan(figure.Mention.Span);
            _fields.WriteQuantity(figure.Mention.Quantity);
            _json.WriteText("of", figure.Of);
            _fields.WriteWords("attribution", figure.Attribution);
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
            _fields.WriteSpan(unknown.Span);
            _json.WriteText("what", unknown.What);
            _fields.WriteWords("attribution", unknown.Attribution);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
