using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Fusion;
using Chancery.Linguistics;

namespace Chancery.Records;

/// <summary>The form in which stores keep what they need not ask by: compact JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SpanConverter)])]
[JsonSerializable(typeof(EventClaim))]
[JsonSerializable(typeof(ReadingBody))]
[JsonSerializable(typeof(EventRow))]
[JsonSerializable(typeof(FigureRow))]
[JsonSerializable(typeof(Lineage))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Retraction))]
[JsonSerializable(typeof(IEnumerable<string>))]
internal sealed partial class RecordJson : JsonSerializerContext;

/// <summary>What is kept of a reading beside its report and its claims, and what came with the report that reading it again takes.</summary>
internal sealed record ReadingBody(ImmutableArray<TextSpan> Sentences, ImmutableArray<Figure> Figures, ImmutableArray<Unknown> Unknowns, ImmutableArray<Notice> Notices)
{
    /// <summary>Sentence bounds that came with the report.</summary>
    public TextSpan[]? GivenSentences { get; init; }

    /// <summary>Words that came with the report.</summary>
    public GivenWords? GivenWords { get; init; }

    /// <summary>Trouble met on the way in; absent where there was none.</summary>
    public Notice[]? IntakeNotices { get; init; }

    internal static ReadingBody Of(FiledReading reading) => new(reading.Sentences, reading.Figures, reading.Unknowns, reading.Notices)
    {
        GivenSentences = reading.Report.Sentences is { } sentences ? [.. sentences] : null,
        GivenWords = reading.Report.Words is { } words ? new(words.Starts, words.Ends, words.SentenceEnds) : null,
        IntakeNotices = reading.Report.Notices.IsEmpty ? null : [.. reading.Report.Notices],
    };
}

/// <summary>Words as a CoNLL-U file brings them: where each begins and ends, and after which words a sentence ends.</summary>
internal sealed record GivenWords(int[] Starts, int[] Ends, int[] SentenceEnds);

/// <summary>A span as <c>[start,end]</c>.</summary>
internal sealed class SpanConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        return new(start, end);
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
