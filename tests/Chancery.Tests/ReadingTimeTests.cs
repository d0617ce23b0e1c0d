using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.English;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Ontologies;

namespace Chancery.Tests;

/// <summary>Time is that of the processor, of which a busy machine takes none; therefore no other test may run beside these.</summary>
[CollectionDefinition(nameof(ReadingTimeTests), DisableParallelization = true)]
public class Alone;

/// <summary>The whole path takes time by the length of the text, whatever stands in it.</summary>
[Collection(nameof(ReadingTimeTests))]
public class ReadingTimeTests
{
    private const double Doubled = 2.6;

    private readonly ReportReader _reader = new(EnglishPack.Instance);
    private readonly Codebook _codes = Codebook.Read(EnglishPack.Instance);

    [Fact]
    public void Twice_the_text_takes_twice_the_time()
    {
        var (small, large) = (Mixed(60_000), Mixed(120_000));
        Once(large);
        var (least, most) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 6 && (round < 2 || most > least * Doubled); round++)
        {
            least = Min(least, Once(small));
            most = Min(most, Once(large));
        }
        (most / least).ShouldBeLessThan(Doubled);
    }

    /// <summary>Reports one behind the other, and between them what trips readers: names never seen again, quotes and brackets that never close.</summary>
    private static string Mixed(int length)
    {
        var bodies = Directory.GetFiles(Repository.File("samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(bodies[i % bodies.Length][(bodies[i % bodies.Length].IndexOf("\n\n", StringComparison.Ordinal) + 2)..]).Append("\n\n");
            text.Append(CultureInfo.InvariantCulture, $"“He said ((((that she said 'that they said {i} troops of the Minister Ab{i} Cor{i % 17} [[[ left the other minister — \uD800 \n");
            text.Append(CultureInfo.InvariantCulture, $"Envoy Dar{i} met him and they told the two sides of 1{i:000},000 dead on Friday and of Eln{i}, Fro{i} and Gul{i}, and he ");
        }
        return text.ToString(0, length);
    }

    private TimeSpan Once(string text)
    {
        var began = Process.GetCurrentProcess().TotalProcessorTime;
        using var json = new Utf8JsonWriter(Stream.Null, ReadingJson.Compact);
        ReadingJson.Write(json, _reader.Read(new Report { Id = "long", Text = text, Published = new(2025, 3, 21) }), Layers.All, _codes);
        return Process.GetCurrentProcess().TotalProcessorTime - began;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
