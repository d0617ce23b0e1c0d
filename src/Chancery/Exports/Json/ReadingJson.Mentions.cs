using Chancery.Linguistics;

namespace Chancery.Exports.Json;

public sealed partial class ReadingJson
{
    private void WriteTokens()
    {
        _json.WriteStartArray("sentences");
        for (var s = 0; s < _document.SentenceCount; s++)
        {
            _json.WriteStartObject();
            WriteSpan(_document.Sentence(s).Span);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("tokens");
        foreach (var token in _document.Tokens)
        {
            _json.WriteStartObject();
            WriteSpan(token.Span);
            _json.WriteText("text", token.Text);
            _json.WriteText("lemma", token.Lemma);
            _json.WriteString("upos", token.Upos.Name());
            _json.WriteString("xpos", token.Xpos);
            _json.WriteString("feats", token.Feats);
            _json.WriteNumber("head", token.HeadIndex);
            _json.WriteString("deprel", token.Relation.Name());
            _json.WriteNumber("sentence", token.SentenceIndex);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteEntities()
    {
        _json.WriteStartArray("entities");
        foreach (var entity in _reading.Mentions.Entities)
        {
            _json.WriteStartObject();
            WriteSpan(entity.Span);
            _json.WriteString("kind", entity.Kind.Name());
            _json.WriteString("type", entity.Type.Name());
            _json.WriteText("name", entity.Name);
            _json.WriteText("actor", entity.Actor?.Id);
            _json.WriteText("country", entity.Country);
            WriteWords("sectors", entity.Sectors);
            _json.WriteNumber("coref", entity.Chain);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteTimes()
    {
        _json.WriteStartArray("times");
        foreach (var time in _reading.Mentions.Times)
        {
            _json.WriteStartObject();
            WriteSpan(time.Span);
            _json.WriteString("type", time.Timex.Type.Name());
            _json.WriteText("value", time.Timex.Value);
            WriteDay("from", time.Timex.From);
            WriteDay("to", time.Timex.To);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WritePlaces()
    {
        _json.WriteStartArray("places");
        foreach (var mention in _reading.Mentions.Places)
        {
            _json.WriteStartObject();
            WriteSpan(mention.Span);
            _json.WriteText("name", mention.Name);
            _json.WriteString("role", mention.Role.Name());
            WriteDegrees(mention.Place);
            if (mention.Place is { } place) _json.WriteNumber("geonameId", place.GeoNameId);
            else _json.WriteNull("geonameId");
            _json.WriteText("country", mention.Place?.Country);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteDegrees(Place? place)
    {
        if (place is null)
        {
            _json.WriteNull("lat");
            _json.WriteNull("lon");
            return;
        }
        _json.WriteNumber("lat", place.Latitude);
        _json.WriteNumber("lon", place.Longitude);
    }

    private void WriteQuantities()
    {
        _json.WriteStartArray("quantities");
        foreach (var mention in _reading.Mentions.Quantities)
        {
            _json.WriteStartObject();
            WriteSpan(mention.Span);
            WriteQuantity(mention.Quantity);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteQuantity(Quantity quantity)
    {
        WriteNumber("min", quantity.Min);
        WriteNumber("max", quantity.Max);
        _json.WriteText("unit", quantity.Unit);
        _json.WriteText("currency", quantity.Currency);
        _json.WriteBoolean("approx", quantity.Approximate);
        _json.WriteText("change", quantity.Change?.Name());
    }
}
