using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Records;

namespace Chancery.Tests.Records;

/// <summary>The writer that is written by hand writes what the generated one writes, byte for byte: what is unchanged is known by its bytes.</summary>
public sealed class RecordWriterTests : IDisposable
{
    private readonly RecordWriter _writer = new();

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void Claims_events_and_figures_are_written_as_they_always_were()
    {
        foreach (var claim in (EventClaim[])[RecordReaderTests.Full, RecordReaderTests.Sparse]) Text(_writer.Claim(claim)).ShouldBe(Generated(claim, RecordJson.Default.EventClaim));
        Text(_writer.Event(RecordReaderTests.FullEvent)).ShouldBe(Generated(RecordReaderTests.FullEvent, RecordJson.Default.EventRow));
        Text(_writer.Event(RecordReaderTests.SparseEvent)).ShouldBe(Generated(RecordReaderTests.SparseEvent, RecordJson.Default.EventRow));
        Text(_writer.Figure(RecordReaderTests.FullFigure)).ShouldBe(Generated(RecordReaderTests.FullFigure, RecordJson.Default.FigureRow));
        Text(_writer.Figure(RecordReaderTests.SparseFigure)).ShouldBe(Generated(RecordReaderTests.SparseFigure, RecordJson.Default.FigureRow));
    }

    [Theory]
    [MemberData(nameof(RecordReaderTests.Names), MemberType = typeof(RecordReaderTests))]
    [InlineData("a\ud800b")]
    public void Any_text_is_written_as_it_always_was(string name)
    {
        var claim = RecordReaderTests.Full with { Statement = name, Attribution = [name, "b", name], Actors = [new(default, name, name, [name], name)], Gist = new(name, [name], [name, "x"], name, []) };
        Text(_writer.Claim(claim)).ShouldBe(Generated(claim, RecordJson.Default.EventClaim));
    }

    [Fact]
    public void Numbers_are_written_as_they_always_were()
    {
        foreach (var number in (double[])[0, -0.0, 1, 0.1, 1d / 3, -3, 1e-7, 1e21, 103.00000000000001, double.MaxValue, double.Epsilon])
        {
            var claim = RecordReaderTests.Full with { Confidence = number, Factuality = new(Math.Clamp(number, -3, 3)) };
            Text(_writer.Claim(claim)).ShouldBe(Generated(claim, RecordJson.Default.EventClaim));
        }
        foreach (var number in (decimal[])[0, 0.0m, 1.50m, -7, 1e-20m, decimal.MaxValue])
        {
            var claim = RecordReaderTests.Full with { Figures = [new(default, -1, new(number, null, "troop"))] };
            Text(_writer.Claim(claim)).ShouldBe(Generated(claim, RecordJson.Default.EventClaim));
        }
    }

    [Fact]
    public void Readings_are_written_as_they_always_were_whatever_came_with_the_report()
    {
        var reading = Readings.Of("r", "North Korea sent 3,000 troops. Nobody knows why.", claims: RecordReaderTests.Full) with { Sentences = [new(0, 30), new(31, 48)] };
        reading = reading with { Figures = [RecordReaderTests.FullFigure.Figure, RecordReaderTests.SparseFigure.Figure], Notices = [new("a-notice", NoticeSeverity.Warning, new(3, 4), "What \u201cit\u201d says.")] };
        foreach (var body in (ReadingBody[])[ReadingBody.Of(reading), ReadingBody.Of(reading) with { GivenSentences = [new(0, 4)] }, new([], [], [], [])])
            Text(_writer.Body(body)).ShouldBe(Generated(body, RecordJson.Default.ReadingBody));
    }

    private static string Text(byte[] stored) => Encoding.UTF8.GetString(stored);

    private static string Generated<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
