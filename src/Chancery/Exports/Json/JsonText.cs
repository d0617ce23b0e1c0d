using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Exports.Json;

/// <summary>Writes any string as JSON: a lone surrogate, which UTF-8 has no bytes for, leaves as the escape it can only have come in as.</summary>
internal static class JsonText
{
    /// <summary>Text stays readable; pages that embed JSON escape it themselves.</summary>
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    internal static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        json.WritePropertyName(name);
        json.WriteTextValue(text);
    }

    internal static void WriteText(this Utf8JsonWriter json, JsonEncodedText name, string? text)
    {
        json.WritePropertyName(name);
        json.WriteTextValue(text);
    }

    internal static void WriteTextValue(this Utf8JsonWriter json, string? text)
    {
        if (text is null) json.WriteNullValue();
        else if (HasLoneSurrogate(text)) json.WriteRawValue(Escape(text), skipInputValidation: true);
        else json.WriteStringValue(text);
    }

    private static bool HasLoneSurrogate(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (at < 0) return false;
        for (; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return true;
            at++;
        }
        return false;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16).Append('"');
        foreach (var unit in text)
        {
            if (unit is '"' or '\\') escaped.Append('\\').Append(unit);
            else if (unit < ' ' || char.IsSurrogate(unit)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else escaped.Append(unit);
        }
        return escaped.Append('"').ToString();
    }
}
