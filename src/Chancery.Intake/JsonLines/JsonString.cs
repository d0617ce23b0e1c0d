using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Chancery.Intake.JsonLines;

/// <summary>Reads a JSON string as it is, lone surrogates included, which the library's own reader refuses.</summary>
internal static class JsonString
{
    /// <summary>The string the reader stands on.</summary>
    /// <param name="json">The reader, on a string of a single segment.</param>
    /// <param name="broken">Set where bytes that are not UTF-8 were replaced by U+FFFD.</param>
    internal static string Read(ref Utf8JsonReader json, ref bool broken)
    {
        var raw = json.ValueSpan;
        if (!Utf8.IsValid(raw)) broken = true;
        var text = Encoding.UTF8.GetString(raw);
        return json.ValueIsEscaped ? Unescape(text) : text;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }
            var escape = text[++i];
            if (escape == 'u')
            {
                plain.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                plain.Append(escape switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => escape });
            }
        }
        return plain.ToString();
    }
}
