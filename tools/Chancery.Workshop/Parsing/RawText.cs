using System.IO.Compression;
using System.Text.Json;

namespace Chancery.Workshop.Parsing;

/// <summary>Sentences without trees, from sets whose licence lets weights learnt from them be shipped: news for the net to grow used to.</summary>
internal static class RawText
{
    /// <summary>One sentence a line: ECB+ and MEANTIME (train parts, news), WikiGold (Wikipedia).</summary>
    internal static string Load(string dataFolder)
    {
        var lines = Texts(dataFolder, "coref/ecbplus.train.jsonl.gz").Concat(Texts(dataFolder, "factuality/meantime.train.jsonl.gz"))
            .SelectMany(t => t.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Concat(Sentences(dataFolder, "ner/wikigold.tsv.gz"));
        return string.Join("\n\n", lines.Distinct(StringComparer.Ordinal).Where(l => !l.Contains("http", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Texts(string folder, string path)
    {
        foreach (var line in Lines(folder, path))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("text").GetString()!;
        }
    }

    /// <summary>Sentences given a word a line, an empty line behind each.</summary>
    private static IEnumerable<string> Sentences(string folder, string path)
    {
        var words = new List<string>();
        foreach (var line in Lines(folder, path).Append(""))
        {
            if (line.Length > 0)
            {
                words.Add(line.Split('\t')[0]);
                continue;
            }
            if (words.Count > 0) yield return string.Join(' ', words);
            words.Clear();
        }
    }

    private static IEnumerable<string> Lines(string folder, string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, path)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
