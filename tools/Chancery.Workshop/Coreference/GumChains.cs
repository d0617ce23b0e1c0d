using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Conllu;
using Chancery.Workshop.Naming;

namespace Chancery.Workshop.Coreference;

/// <summary>A document of GUM with its entity mentions (words, half-open) and their chains.</summary>
internal sealed record GumChains(string Id, Document Document, Dictionary<(int First, int End), int> Mentions)
{
    internal static IEnumerable<GumChains> Read(string path)
    {
        var lines = new List<string>();
        var id = "";
        foreach (var line in NameCorpora.Lines(path).Append("# newdoc id = "))
        {
            if (line.StartsWith("# newdoc id", StringComparison.Ordinal))
            {
                if (lines.Count > 0) yield return Parse(id, lines);
                lines.Clear();
                id = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            }
            lines.Add(line);
        }
    }

    private static GumChains Parse(string id, List<string> lines)
    {
        using var reader = new StringReader(string.Join('\n', lines) + "\n\n");
        var document = ConlluReader.Read(reader);
        var mentions = new Dictionary<(int, int), int>();
        var open = new List<(string Id, int First)>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var word = 0;
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!int.TryParse(cells[0], CultureInfo.InvariantCulture, out _)) continue;
            foreach (var field in cells[9].Split('|'))
                if (field.StartsWith("Entity=", StringComparison.Ordinal)) Brackets(field[7..], word, open, (name, first) => mentions[(first, word + 1)] = numbers.TryGetValue(name, out var n) ? n : numbers[name] = numbers.Count);
            word++;
        }
        return new(id, document, mentions);
    }

    private static void Brackets(string field, int word, List<(string Id, int First)> open, Action<string, int> close)
    {
        for (var at = 0; at < field.Length;)
        {
            string id;
            if (field[at] == '(')
            {
                var end = field.IndexOfAny(['(', ')'], at + 1);
                if (end < 0) end = field.Length;
                id = field[(at + 1)..end].Split('-')[0];
                open.Add((id, word));
                at = end;
                if (at >= field.Length || field[at] != ')') continue;
            }
            else
            {
                var end = field.IndexOf(')', at);
                if (end < 0) return;
                id = field[at..end];
                at = end;
            }
            at++;
            // parts of a discontinuous mention carry '[1/2]'; each part is taken for itself
            var which = open.FindLastIndex(o => o.Id == id);
            if (which < 0) continue;
            close(id.Split('[')[0], open[which].First);
            open.RemoveAt(which);
        }
    }
}
