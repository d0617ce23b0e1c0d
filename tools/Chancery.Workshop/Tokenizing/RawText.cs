using System.IO.Compression;
using System.Text;

namespace Chancery.Workshop.Tokenizing;

/// <summary>A treebank as running text with the gold words and sentences as spans of it.</summary>
/// <param name="Text">Sentences joined by a blank, paragraphs by a blank line where the treebank marks them.</param>
/// <param name="Words">Spans of the words; those of a contraction that are no slice of it are left out.</param>
/// <param name="SentenceEnds">End of the last word of every sentence.</param>
internal sealed record RawText(string Text, IReadOnlyList<(int Start, int End)> Words, IReadOnlySet<int> SentenceEnds)
{
    internal static RawText Load(string dataFolder, string name, bool paragraphs)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(dataFolder, "treebank", name + ".conllu.gz")), CompressionMode.Decompress));
        var text = new StringBuilder();
        var words = new List<(int, int)>();
        var ends = new HashSet<int>();
        var isNewParagraph = false;
        int at = 0;
        var sentence = "";
        int offset = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal)) isNewParagraph = true;
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                sentence = line[9..];
                if (text.Length > 0) text.Append(paragraphs && isNewParagraph ? "\n\n" : " ");
                (offset, at, isNewParagraph) = (text.Length, 0, false);
                text.Append(sentence);
            }
            else if (line.Length == 0)
            {
                if (words.Count > 0) ends.Add(words[^1].Item2);
            }
            else if (line[0] != '#')
            {
                var cells = line.Split('\t');
                if (cells[0].Contains('.', StringComparison.Ordinal)) continue;
                if (cells[0].Contains('-', StringComparison.Ordinal)) continue;
                var start = sentence.IndexOf(cells[1], at, StringComparison.Ordinal);
                if (start < 0 || start > at + 3) continue;
                at = start + cells[1].Length;
                words.Add((offset + start, offset + at));
            }
        }
        return new(text.ToString(), words, ends);
    }
}
