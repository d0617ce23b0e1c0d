using System.Text;
using Chancery.English;
using Chancery.Formats;
using Chancery.Records;
using Chancery.Tests.Records;

namespace Chancery.Tests.Formats;

/// <summary>A small record written by hand with everything in it that an export must get right, hostile texts included.</summary>
public sealed class ExportFixture : IAsyncLifetime
{
    internal const string Visit = "😀 Sergei Shoigu visited North Korea, KCNA said.\nSecond line.";
    internal const string Aid = "Pyongyang, the paper said, sent \"about 3,000\tsoldiers\"\r\nto Russia; others too.";
    internal const string Talks = "=SUM(A1) Kim, Putin; and Xi met.";
    internal const string Rumor = "NUL \0, a lone \ud800 half, <tags> & 'quotes': Kim may travel to Russia.";

    internal MemoryRecordStore Store { get; } = new();

    internal ExportSource Source => new(Store, EnglishPack.Instance);

    public async ValueTask InitializeAsync()
    {
        await Store.FileAsync(Reading("visit", Visit, "2025-03-21", "Harbor Gazette", "https://harbor.example/1", Claim("c1", Visit, "visited", "visit", ["Sergei Shoigu/RUS/person/sergei-shoigu"], ["North Korea/PRK/state/PRK"], c => c with
        {
            Attribution = ["KCNA"],
            Place = new(1871859, "Pyongyang", 39.03, 125.75, "PRK", "P.PPLC"),
            Contexts = ["military", "diplomatic"],
            Time = new(new(2025, 3, 21), new(2025, 3, 22), TimeBasis.Explicit),
            Statement = "Sergei Shoigu visited North Korea",
        })));
        await Store.FileAsync(Reading("aid", Aid, "2024-10-18", "The Evening Column", null, Claim("c2", Aid, "sent", "aid.troops", ["Pyongyang/PRK/state/PRK"], ["Russia/RUS/state/RUS"], c => c with
        {
            Confidence = 0.04,
            Attribution = ["the paper"],
            Figures = [new(Readings.Span(Aid, "about 3,000\tsoldiers"), 3, new(1000.5m, 3000, "soldier", null, true, QuantityChange.Additional))],
        })));
        await Store.FileAsync(Reading("talks", Talks, null, null, null, Claim("c3", Talks, "met", "meet", ["Kim/PRK/-", "Putin; and Xi/-/-"], [], c => c with { Frame = c.Frame with { Reciprocal = true } })));
        await Store.FileAsync(Reading("rumor", Rumor, "2025-04-01", "Tab\there", "no address", Claim("c4", Rumor, "travel", "visit", ["Kim/PRK/-"], ["Russia/RUS/state/RUS"], c => c with { Status = ClaimStatus.Possible, Factuality = new(1) })));
    }

    public async ValueTask DisposeAsync() => await Store.DisposeAsync();

    internal async Task<byte[]> Bytes(string format, string? table = null, ClaimQuery? query = null)
    {
        using var output = new MemoryStream();
        await ExportFormats.Find(format)!.WriteAsync(new(Store, EnglishPack.Instance) { Table = table, Query = query ?? new() }, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    internal async Task<string> Text(string format, string? table = null, ClaimQuery? query = null) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await Bytes(format, table, query));

    /// <summary>The cells of a tab-separated export, row by row.</summary>
    internal async Task<string[][]> Rows(string format, ClaimQuery? query = null) => [.. (await Text(format, query: query)).TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];

    private static FiledReading Reading(string id, string text, string? day, string? publisher, string? url, EventClaim claim)
    {
        var reading = Readings.Of(id, text, day, publisher, claim);
        return reading with { Report = reading.Report with { Url = url } };
    }

    private static EventClaim Claim(string id, string text, string trigger, string frame, string[] actors, string[] recipients, Func<EventClaim, EventClaim> change) => change(
        Readings.Claim(id, text, trigger, "", "") with
        {
            Frame = new(frame, null, false, "a gloss"),
            Actors = [.. actors.Select(a => Party(text, a))],
            Recipients = [.. recipients.Select(r => Party(text, r))],
        });

    /// <summary>'Name/COUNTRY/id'; - for none.</summary>
    private static Participant Party(string text, string notation)
    {
        var parts = notation.Split('/', 3);
        return new(Readings.Span(text, parts[0]), parts[0], parts[1] == "-" ? null : parts[1], parts[1] == "-" ? [] : ["GOV", "MIL"], parts[2] == "-" ? null : parts[2]);
    }
}
