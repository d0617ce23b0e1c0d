using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Linguistics;

namespace Chancery.Intake.JsonLines;

/// <summary>Reads one line of JSON Lines as a report: <c>{"id","text","date"?,"title"?,"publisher"?,"url"?,"sentences"?}</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 64 };

    /// <summary>The report, or null and what is wrong with the line.</summary>
    internal static Report? Parse(ReadOnlySpan<byte> line, ColumnMap map, out string fault)
    {
        try
        {
            var fields = Read(line, map);
            fault = fields is null ? "not a JSON object" : fields.Text is null ? $"no \"{map.Of("text")}\"" : "";
            return fault.Length == 0 ? fields!.ToReport() : null;
        }
        catch (JsonException problem)
        {
            fault = $"not JSON: {problem.Message.Split(". ")[0].TrimEnd('.')} at byte {problem.BytePositionInLine}";
            return null;
        }
    }

    private static Fields? Read(ReadOnlySpan<byte> line, ColumnMap map)
    {
        var json = new Utf8JsonReader(line, Options);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
        var fields = new Fields();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var ignored = false;
            var name = map.FieldOf(JsonString.Read(ref json, ref ignored));
            json.Read();
            if (name == "sentences") fields.Sentences = ReadSpans(ref json);
            else if (name == "mentions") fields.Mentions = ReadSpans(ref json);
            else fields.Set(name, ref json);
        }
        while (json.Read()) { } // anything behind the object is a fault of the line
        return fields;
    }

    /// <summary>Pairs of numbers, as <c>[[s,e]]</c> or <c>[{"start":s,"end":e}]</c>; null where the value is no array.</summary>
    private static List<TextSpan>? ReadSpans(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return null;
        }
        var bounds = new List<int>();
        var depth = json.CurrentDepth;
        while (json.Read() && json.CurrentDepth > depth)
            if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var bound)) bounds.Add(bound);
        var spans = new List<TextSpan>(bounds.Count / 2);
        for (var i = 0; i + 1 < bounds.Count; i += 2) spans.Add(new(bounds[i], bounds[i + 1]));
        return spans;
    }

    private sealed class Fields
    {
        private string? _id, _title, _publisher, _url, _date, _byline, _origin;
        private bool _broken;

        internal string? Text { get; private set; }

        internal List<TextSpan>? Sentences { get; set; }

        internal List<TextSpan>? Mentions { get; set; }

        internal void Set(string name, ref Utf8JsonReader json)
        {
            if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                json.Skip();
                return;
            }
            if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) return;
            var value = JsonString.Read(ref json, ref _broken);
            switch (name)
            {
                case "id": _id = value; break;
                case "text" when json.TokenType == JsonTokenType.String: Text = value; break;
                case "date" or "published": _date = value; break;
                case "title": _title = value; break;
                case "publisher": _publisher = value; break;
                case "url": _url = value; break;
                case "byline": _byline = value; break;
                case "origin": _origin = value; break;
            }
        }

        internal Report ToReport()
        {
            var text = Text!;
            var notices = ImmutableArray.CreateBuilder<Notice>();
            if (_broken) notices.Add(IntakeNotices.BrokenEncoding);
            var published = PublicationDate.ParseAny(_date);
            if (_date is not null && published is null) notices.Add(IntakeNotices.BadDate(_date));
            var sentences = Sentences is null ? null : InUtf16(text, Sentences);
            if (Sentences is not null && sentences is null) notices.Add(IntakeNotices.BadSentences);
            return new Report
            {
                Id = string.IsNullOrEmpty(_id) ? ContentId.Of(text) : _id,
                Text = text,
                Title = _title,
                Publisher = _publisher,
                Url = _url,
                Byline = _byline,
                DeclaredOrigin = _origin,
                Published = published,
                Sentences = sentences,
                Mentions = Mentions is null ? null : Within(text, Mentions),
                Notices = notices.ToImmutable(),
            };
        }

        /// <summary>The mentions in UTF-16 units, cut to the text.</summary>
        private static List<TextSpan> Within(string text, List<TextSpan> mentions)
        {
            var points = new CodePoints(text);
            var length = points.FromUtf16(text.Length);
            return mentions.ConvertAll(m => points.ToUtf16(new TextSpan(Math.Clamp(m.Start, 0, length), Math.Clamp(m.End, 0, length))));
        }

        /// <summary>The bounds in UTF-16 units; null where they do not ascend within the text.</summary>
        private static List<TextSpan>? InUtf16(string text, List<TextSpan> bounds)
        {
            var points = new CodePoints(text);
            var length = points.FromUtf16(text.Length);
            var end = 0;
            foreach (var span in bounds)
            {
                if (span.Start < end || span.End < span.Start || span.End > length) return null;
                end = span.End;
            }
            return bounds.ConvertAll(points.ToUtf16);
        }
    }
}
