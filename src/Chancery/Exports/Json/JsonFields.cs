using System.Globalization;
using System.Text.Json;
using Chancery.Linguistics;

namespace Chancery.Exports.Json;

/// <summary>The small change of the contract's objects: spans in code points of one text, days, numbers, words, quantities, places.</summary>
internal sealed class JsonFields(Utf8JsonWriter json, CodePoints points)
{
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start"), End = JsonEncodedText.Encode("end");

    /// <summary>Where the fields go.</summary>
    internal Utf8JsonWriter Json => json;

    internal void WriteSpan(TextSpan span)
    {
        var (start, end) = points.FromUtf16(span);
        json.WriteNumber(Start, start);
        json.WriteNumber(End, end);
    }

    internal void WritePair(TextSpan span)
    {
        var (start, end) = points.FromUtf16(span);
        json.WriteStartArray();
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }

    internal void WritePair(string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is { } some) WritePair(some);
        else json.WriteNullValue();
    }

    internal void WriteDay(string name, DateOnly? day)
    {
        if (day is { } some) json.WriteString(name, some.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else json.WriteNull(name);
    }

    internal void WriteNumber(string name, decimal? number)
    {
        if (number is { } some) json.WriteNumber(name, some);
        else json.WriteNull(name);
    }

    internal void WriteWords(string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteTextValue(word);
        json.WriteEndArray();
    }

    internal void WriteDegrees(Place? place)
    {
        if (place is null)
        {
            json.WriteNull("lat");
            json.WriteNull("lon");
            return;
        }
        json.WriteNumber("lat", place.Latitude);
        json.WriteNumber("lon", place.Longitude);
    }

    internal void WriteQuantity(Quantity quantity)
    {
        WriteNumber("min", quantity.Min);
        WriteNumber("max", quantity.Max);
        json.WriteText("unit", quantity.Unit);
        json.WriteText("currency", quantity.Currency);
        json.WriteBoolean("approx", quantity.Approximate);
        json.WriteText("change", quantity.Change?.Name());
    }
}
