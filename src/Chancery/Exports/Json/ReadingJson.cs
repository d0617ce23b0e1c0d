using System.Text.Json;
using Chancery.Linguistics;

namespace Chancery.Exports.Json;

/// <summary>Writes one reading as the contract's JSON object; offsets leave as Unicode code points.</summary>
/// <remarks>Bound to one reading and one writer; the layers stand in files of their own.</remarks>
public sealed partial class ReadingJson
{
    private readonly Utf8JsonWriter _json;
    private readonly Reading _reading;
    private readonly Document _document;
    private readonly CodePoints _points;

    private ReadingJson(Utf8JsonWriter json, Reading reading) =>
        (_json, _reading, _document, _points) = (json, reading, reading.Document, new CodePoints(reading.Report.Text));

    /// <summary>How the writer must be set up: readable text, no line breaks.</summary>
    public static JsonWriterOptions Compact => JsonText.Compact;

    /// <summary>The same, indented.</summary>
    public static JsonWriterOptions Indented => JsonText.Indented;

    /// <summary>Writes a reading with the layers asked for; those not asked for are absent, the others are there even if empty.</summary>
    public static void Write(Utf8JsonWriter json, Reading reading, Layers layers)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(reading);
        new ReadingJson(json, reading).Write(layers);
    }

    private void Write(Layers layers)
    {
        _json.WriteStartObject();
        WriteReport();
        WriteNotices();
        if (layers.HasFlag(Layers.Tokens)) WriteTokens();
        if (layers.HasFlag(Layers.Entities)) WriteEntities();
        if (layers.HasFlag(Layers.Times)) WriteTimes();
        if (layers.HasFlag(Layers.Places)) WritePlaces();
        if (layers.HasFlag(Layers.Quantities)) WriteQuantities();
        if (layers.HasFlag(Layers.Predicates)) WritePredicates();
        if (layers.HasFlag(Layers.Attributions)) WriteAttributions();
        if (layers.HasFlag(Layers.Claims)) WriteClaims();
        if (layers.HasFlag(Layers.Figures)) WriteFigures();
        if (layers.HasFlag(Layers.Unknowns)) WriteUnknowns();
        _json.WriteEndObject();
    }

    private void WriteReport()
    {
        var report = _reading.Report;
        _json.WriteText("id", report.Id);
        _json.WriteText("title", report.Title);
        _json.WriteText("publisher", report.Publisher);
        WriteDay("published", report.Published);
        _json.WriteText("url", report.Url);
        _json.WriteText("language", _reading.Language);
        _json.WriteText("declaredOrigin", _reading.DeclaredOrigin);
        _json.WriteText("text", report.Text);
    }

    private void WriteNotices()
    {
        _json.WriteStartArray("notices");
        foreach (var notice in _reading.Notices)
        {
            _json.WriteStartObject();
            _json.WriteString("code", notice.Code);
            _json.WriteString("severity", notice.Severity.Name());
            WriteSpan(notice.Span);
            _json.WriteText("message", notice.Message);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteSpan(TextSpan span)
    {
        var (start, end) = _points.FromUtf16(span);
        _json.WriteNumber("start", start);
        _json.WriteNumber("end", end);
    }

    private void WritePair(TextSpan span)
    {
        var (start, end) = _points.FromUtf16(span);
        _json.WriteStartArray();
        _json.WriteNumberValue(start);
        _json.WriteNumberValue(end);
        _json.WriteEndArray();
    }

    private void WritePair(string name, TextSpan? span)
    {
        _json.WritePropertyName(name);
        if (span is { } some) WritePair(some);
        else _json.WriteNullValue();
    }

    private void WriteDay(string name, DateOnly? day)
    {
        if (day is { } some) _json.WriteString(name, some.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        else _json.WriteNull(name);
    }

    private void WriteNumber(string name, decimal? number)
    {
        if (number is { } some) _json.WriteNumber(name, some);
        else _json.WriteNull(name);
    }

    private void WriteWords(string name, IEnumerable<string> words)
    {
        _json.WriteStartArray(name);
        foreach (var word in words) _json.WriteTextValue(word);
        _json.WriteEndArray();
    }
}
