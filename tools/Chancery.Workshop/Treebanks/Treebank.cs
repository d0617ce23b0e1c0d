using System.IO.Compression;
using Chancery.Linguistics;
using Chancery.Linguistics.Conllu;

namespace Chancery.Workshop.Treebanks;

/// <summary>Annotated sentences to train on or to measure by.</summary>
/// <param name="Name">File name without endings, such as <c>ewt-train</c>.</param>
/// <param name="Gold">Words, tags and trees as the annotators gave them.</param>
internal sealed record Treebank(string Name, Document Gold)
{
    /// <summary>What may be trained on.</summary>
    internal static readonly string[] TrainParts = ["ewt-train", "gum-train"];

    /// <summary>What is measured by, and never trained on.</summary>
    internal static readonly string[] DevParts = ["ewt-dev", "gum-dev"];

    internal TaggedText Tags => Gold.Tagged;

    internal TokenizedText Words => Gold.Tagged.Words;

    internal int SentenceCount => Gold.SentenceCount;

    /// <summary>First and last word of a sentence, half-open.</summary>
    internal (int First, int End) Sentence(int index) => (index == 0 ? 0 : Words.SentenceEnds[index - 1], Words.SentenceEnds[index]);

    internal static Treebank Load(string dataFolder, params string[] names)
    {
        using var all = new StringReader(string.Join("\n\n", names.Select(n => ReadText(Path.Combine(dataFolder, "treebank", n + ".conllu")))));
        return new(string.Join('+', names), ConlluReader.Read(all));
    }

    private static string ReadText(string path)
    {
        if (File.Exists(path)) return File.ReadAllText(path);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    /// <summary>The words of some sentences alone, over the same text.</summary>
    internal TokenizedText Select(IReadOnlyList<int> sentences)
    {
        List<int> starts = [], ends = [], sentenceEnds = [];
        foreach (var s in sentences)
        {
            var (first, end) = Sentence(s);
            starts.AddRange(Words.Starts[first..end]);
            ends.AddRange(Words.Ends[first..end]);
            sentenceEnds.Add(starts.Count);
        }
        return new TokenizedText(Words.Text, [.. starts], [.. ends], [.. sentenceEnds]);
    }
}
