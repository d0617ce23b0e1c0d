using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Tests.Records;

/// <summary>The reader that is written by hand says what the generated one says.</summary>
public sealed class RecordReaderTests
{
    private readonly RecordReader _reader = new();

    public static TheoryData<string> Names =>
        ["Kim's government", "\"The Voice\"", "C:\\sites\\4", "Côte d'Ivoire", "조선중앙통신", "🇰🇵 🚀", "a\tb\r\nc\u0001", "]},{[,:", new string('x', 5000), "", "\u2028<&+>"];

    internal static EventClaim Full => new()
    {
        Id = "0123456789abcdef",
        Trigger = new(3, 9),
        Word = 1,
        Sentence = 2,
        Evidence = new(0, 80),
        Within = "fedcba9876543210",
        Frame = new("aid.troops", "aid.military", true, "send troops"),
        Contexts = ["military", "diplomatic"],
        Actors = [new(new(0, 5), "North Korea", "PRK", ["GOV", "MIL"], "state/PRK"), new(new(7, 9), "they", null, [], null)],
        Recipients = [new(new(10, 16), "Russia", "RUS", [], "state/RUS")],
        Status = ClaimStatus.NotOccurred,
        IsAnnounced = true,
        IsPast = true,
        Factuality = new(-1.5),
        Confidence = 0.123456789012345,
        Attribution = ["Yonhap", "National Intelligence Service"],
        Commitments = [new(null, new(0)), new("Yonhap", new(-1.5))],
        Time = new(new(2024, 10, 18), new(2024, 12, 31), TimeBasis.Inferred),
        Place = new(2017370, "Vladivostok", 43.10562, -131.87353, "RUS", "P.PPLA") { IsApproximate = true },
        Figures = [new(new(21, 50), 7, new(1500, 3000.50m, "$", "USD", true, QuantityChange.Additional)), new(new(60, 62), 9, new(null, null, null))],
        Statement = "North Korea has sent troops",
        Gist = new("send-troops", ["=PRK", "=RUS"], ["force", "send"], "state/PRK|PRK|GOV", ["force", "nation", "send"]),
        Rule = "verbs.aid: send",
    };

    internal static EventClaim Sparse => new() { Id = "1", Trigger = default, Word = 0, Sentence = 0, Evidence = default, Frame = new("visit", null, false, "goes to see"), Time = new(null, null, TimeBasis.Explicit) };

    internal static EventRow FullEvent => new EventRow("e1", [new("a", 0), new("b [1]", 12)], 1, "aid.troops", ClaimStatus.Denied, Standing.Contested, 2, new(new(2024, 10, 18), null, TimeBasis.Document))
    {
        Day = new(2024, 10, 18),
        IsPast = true,
        Disputes = [new(DisputeField.Status, [["x", "y"], ["z"]]), new(DisputeField.Figure, [["x"], ["y"], ["z"]])],
        With = [0, 1],
        Decided = [1],
        Origins = ["Korea's spy agency", "KCNA"],
        Drifts = [new("z", new("number", "1,500", "3,000", "b"))],
        Settles = "e0",
        SettledBy = new("e2", ClaimStatus.Occurred),
    };

    internal static EventRow SparseEvent => new EventRow("e2", [new("a", 0)], 0, "visit", ClaimStatus.Occurred, Standing.SingleSource, 1, null);

    internal static FigureRow FullFigure => new("a#21", "people killed a#21", "Yonhap", "a", 2, new(2024, 10, 18), new Figure(Full.Figures[0], "troops sent", ["Yonhap"], "0123456789abcdef") { Gist = Full.Gist, Counted = new("troop", "PRK", "Kursk", true, true, "RUS", true, new(2024, 10, 17), true) })
    {
        Supersedes = "b#3",
        Contradicts = ["c#4", "d#5"],
        Drift = new("number", "1,500", "3,000", "b") { And = new("source", "Yonhap", "KCNA", "b") },
        Retells = "b#4",
        Words = "1,500 to 3,000 troops",
        IsOnly = true,
        Published = new(2024, 10, 19),
    };

    internal static FigureRow SparseFigure => new("c#1", "number c#1", "c", "c", 0, null, new(Full.Figures[1], "", [], null));

    [Fact]
    public void A_claim_with_everything_and_one_with_little_are_read_field_by_field()
    {
        foreach (var claim in (EventClaim[])[Full, Sparse])
        {
            var read = _reader.Familiar(Stored(claim), RecordReader.Claim).ShouldNotBeNull();
            Text(read).ShouldBe(Text(claim));
            Text(_reader.Claim(Stored(claim))).ShouldBe(Text(claim));
        }
        // no field was left out above that one day would be read by nobody
        typeof(EventClaim).GetProperties().Where(p => p.CanWrite).ShouldAllBe(p => p.GetValue(Full) != null && !Equals(p.GetValue(Full), p.GetValue(Sparse)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_text_comes_back_as_it_was(string name)
    {
        var claim = Full with { Statement = name, Attribution = [name, "b", name], Actors = [new(default, name, name, [name], name)], Gist = new(name, [name], [name, "x"], name, []) };
        for (var again = 0; again < 2; again++) Text(_reader.Familiar(Stored(claim), RecordReader.Claim).ShouldNotBeNull()).ShouldBe(Text(claim));
        Text(_reader.Familiar(Stored(Full), RecordReader.Claim).ShouldNotBeNull()).ShouldBe(Text(Full));
    }

    [Fact]
    public void What_is_written_otherwise_is_left_to_the_generated_reader()
    {
        var node = JsonNode.Parse(Stored(Full))!.AsObject();
        var indented = node.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        var reversed = new JsonObject(node.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString();
        var more = Text(Full).Replace("\"Rule\"", "\"Later\":{\"a\":[1,2]},\"Rule\"", StringComparison.Ordinal);
        foreach (var other in (string[])[indented, reversed, more])
        {
            _reader.Familiar(Encoding.UTF8.GetBytes(other), RecordReader.Claim).ShouldBeNull();
            Text(_reader.Claim(Encoding.UTF8.GetBytes(other))).ShouldBe(Text(Full));
        }
    }

    [Fact]
    public void What_is_cut_off_or_damaged_is_refused_as_the_generated_reader_refuses_it()
    {
        var stored = Stored(Full);
        for (var length = 0; length < stored.Length; length++) Should.Throw<JsonException>(() => _reader.Claim(stored.AsSpan(0, length)));
        foreach (var (sound, damaged) in ((string, string)[])[("\"NotOccurred\"", "\"Dreamt\""), ("[3,9]", "[3;9]"), ("\"2024-10-18\"", "\"2024-13-18\""), ("1500", "15OO"), ("\"Yonhap\"", "\"\\ud800\""), ("true", "truth")])
            Should.Throw<JsonException>(() => _reader.Claim(Encoding.UTF8.GetBytes(Text(Full).Replace(sound, damaged, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_reading_is_read_field_by_field_unless_sentences_or_words_came_with_the_report()
    {
        var reading = Readings.Of("r", "North Korea sent 3,000 troops. Nobody knows why.", claims: Full) with { Sentences = [new(0, 30), new(31, 48)] };
        reading = reading with { Figures = [reading.Figures[0] with { Gist = Full.Gist, Counted = new("troop", "PRK", "Kursk", true, true) }, reading.Figures[1] with { ClaimId = null }] };
        var body = JsonSerializer.SerializeToUtf8Bytes(ReadingBody.Of(reading), RecordJson.Default.ReadingBody);
        Body(_reader.Familiar(body, RecordReader.Body).ShouldNotBeNull()).ShouldBe(Encoding.UTF8.GetString(body));
        var given = JsonSerializer.SerializeToUtf8Bytes(ReadingBody.Of(reading) with { GivenSentences = [new(0, 4)] }, RecordJson.Default.ReadingBody);
        _reader.Familiar(given, RecordReader.Body).ShouldBeNull();
        Body(_reader.Body(given)).ShouldBe(Encoding.UTF8.GetString(given));
    }

    [Fact]
    public void An_event_with_everything_and_one_with_little_are_read_field_by_field()
    {
        foreach (var item in (EventRow[])[FullEvent, SparseEvent])
        {
            var stored = JsonSerializer.SerializeToUtf8Bytes(item, RecordJson.Default.EventRow);
            Event(_reader.Familiar(stored, RecordReader.Event).ShouldNotBeNull()).ShouldBe(Encoding.UTF8.GetString(stored));
            Event(_reader.Event(stored)).ShouldBe(Encoding.UTF8.GetString(stored));
            for (var length = 0; length < stored.Length; length++) Should.Throw<JsonException>(() => _reader.Event(stored.AsSpan(0, length)));
        }
        typeof(EventRow).GetProperties().Where(p => p.CanWrite).ShouldAllBe(p => p.GetValue(FullEvent) != null && !Equals(p.GetValue(FullEvent), p.GetValue(SparseEvent)));
    }

    [Fact]
    public void A_figure_with_everything_and_one_with_little_are_read_field_by_field()
    {
        foreach (var row in (FigureRow[])[FullFigure, SparseFigure])
        {
            var stored = JsonSerializer.SerializeToUtf8Bytes(row, RecordJson.Default.FigureRow);
            Figure(_reader.Familiar(stored, RecordReader.Figure).ShouldNotBeNull()).ShouldBe(Encoding.UTF8.GetString(stored));
            Figure(_reader.Figure(stored)).ShouldBe(Encoding.UTF8.GetString(stored));
            for (var length = 0; length < stored.Length; length++) Should.Throw<JsonException>(() => _reader.Figure(stored.AsSpan(0, length)));
        }
        typeof(FigureRow).GetProperties().Where(p => p.CanWrite).ShouldAllBe(p => p.GetValue(FullFigure) != null && !Equals(p.GetValue(FullFigure), p.GetValue(SparseFigure)));
    }

    private static string Figure(FigureRow row) => JsonSerializer.Serialize(row, RecordJson.Default.FigureRow);

    private static string Event(EventRow item) => JsonSerializer.Serialize(item, RecordJson.Default.EventRow);

    private static byte[] Stored(EventClaim claim) => JsonSerializer.SerializeToUtf8Bytes(claim, RecordJson.Default.EventClaim);

    private static string Text(EventClaim claim) => Encoding.UTF8.GetString(Stored(claim));

    private static string Body(ReadingBody body) => JsonSerializer.Serialize(body, RecordJson.Default.ReadingBody);
}
