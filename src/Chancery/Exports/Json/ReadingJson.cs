using System.Text.Json;
using Chancery.Linguistics;
using Chancery.Ontologies;

namespace Chancery.Exports.Json;

/// <summary>Writes one reading as the contract's JSON object; offsets leave as Unicode code points.</summary>
/// <remarks>Bound to one reading and one writer; the layers stand in files of their own.</remarks>
public sealed partial class ReadingJson
{
    private readonly Utf8JsonWriter _json;
    private readonly Reading _reading;
    private readonly Document _document;
    private readonly Codebook _codes;
    private readonly JsonFields _fields;

    private ReadingJson(Utf8JsonWriter json, Reading reading, Codebook codes) =>
        (_json, _reading, _document, _codes, _fields) = (json, reading, reading.Document, codes, new(json, new CodePoints(reading.Report.Text)));

    /// <summary>How the writer must be set up: readable text, no line breaks.</summary>
    public static JsonWriterOptions Compact => JsonText.Compact;

    /// <summary>The same, indented.</summary>
    public static JsonWriterOptions Indented => JsonText.Indented;

    /// <summary>Writes a reading with the layers asked for; those not asked for are absent, the others are there even if empty.</summary>
    public static void Write(Utf8JsonWriter json, Reading reading, Layers layers, Codebook codes)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(codes);
        new ReadingJson(json, reading, codes).Write(layers);
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
        if (layers.HasFlag(Layers.Claims)) WriteClaims("claims", isCoded: true);
        if (layers.HasFlag(Layers.Happenings)) WriteClaims("happenings", isCoded: false);
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
        _fields.WriteDay("published", report.Published);
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
            _fields.WriteSpan(notice.Span);
            _json.WriteText("message", notice.Message);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
