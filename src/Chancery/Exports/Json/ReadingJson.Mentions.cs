using System.Text.Json;
using Chancery.Linguistics;

namespace Chancery.Exports.Json;

public sealed partial class ReadingJson
{
    /// <summary>Names escaped once and for all: there are as many tokens as everything else together.</summary>
    private static class TokenFields
    {
        internal static readonly JsonEncodedText Text = JsonEncodedText.Encode("text"), Lemma = JsonEncodedText.Encode("lemma"), Upos = JsonEncodedText.Encode("upos"), Xpos = JsonEncodedText.Encode("xpos"),
            Feats = JsonEncodedText.Encode("feats"), Head = JsonEncodedText.Encode("head"), Deprel = JsonEncodedText.Encode("deprel"), Sentence = JsonEncodedText.Encode("sentence");
    }

    private void WriteTokens()
    {
        _json.WriteStartArray("sentences");
        for (var s = 0; s < _document.SentenceCount; s++)
        {
            _json.WriteStartObject();
            _fields.WriteSpan(_document.Sentence(s).Span);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("tokens");
        foreach (var token in _document.Tokens)
        {
            _json.WriteStartObject();
            _fields.WriteSpan(token.Span);
            _json.WriteText(TokenFields.Text, token.Text);
            _json.WriteText(TokenFields.Lemma, token.Lemma);
            _json.WriteString(TokenFields.Upos, token.Upos.Name());
            _json.WriteString(TokenFields.Xpos, token.Xpos);
            _json.WriteString(TokenFields.Feats, token.Feats);
            _json.WriteNumber(TokenFields.Head, token.HeadIndex);
            _json.WriteString(TokenFields.Deprel, token.Relation.Name());
            _json.WriteNumber(TokenFields.Sentence, token.SentenceIndex);
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
            _fields.WriteSpan(entity.Span);
            _json.WriteString("kind", entity.Kind.Name());
            _json.WriteString("type", entity.Type.Name());
            _json.WriteText("name", entity.Name);
            _json.WriteText("actor", entity.Actor?.Id);
            _json.WriteText("country", entity.Country);
            _fields.WriteWords("sectors", entity.Sectors);
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
            _fields.WriteSpan(time.Span);
            _json.WriteString("type", time.Timex.Type.Name());
            _json.WriteText("value", time.Timex.Value);
            _fields.WriteDay("from", time.Timex.From);
            _fields.WriteDay("to", time.Timex.To);
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
            _fields.WriteSpan(mention.Span);
            _json.WriteText("name", mention.Name);
            _json.WriteString("role", mention.Role.Name());
            _fields.WriteDegrees(mention.Place);
            if (mention.Place is { GeoNameId: > 0 } place) _json.WriteNumber("geonameId", place.GeoNameId);
            else _json.WriteNull("geonameId");
            _json.WriteText("country", mention.Place?.Country);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteQuantities()
    {
        _json.WriteStartArray("quantities");
        foreach (var mention in _reading.Mentions.Quantities)
        {
            _json.WriteStartObject();
            _fields.WriteSpan(mention.Span);
            _fields.WriteQuantity(mention.Quantity);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
