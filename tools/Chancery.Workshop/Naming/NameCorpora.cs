using System.IO.Compression;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Workshop.Naming;

/// <summary>Reads the sets that mark names word by word (word, tab, BIO tag) and brings their tags under one set of types.</summary>
internal static class NameCorpora
{
    /// <summary>What MISC may be; CoNLL's guideline puts all of these under one tag.</summary>
    private static readonly NameType?[] Miscellaneous = [null, NameType.Norp, NameType.Event, NameType.Product, NameType.Work];

    private static readonly Dictionary<string, NameType?[]> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = [NameType.Person],
        ["politician"] = [NameType.Person],
        ["per"] = [NameType.Person],
        ["organisation"] = [NameType.Org],
        ["organization"] = [NameType.Org],
        ["politicalparty"] = [NameType.Org],
        ["org"] = [NameType.Org],
        ["country"] = [NameType.Place],
        ["location"] = [NameType.Place],
        ["loc"] = [NameType.Place],
        ["place"] = [NameType.Place],
        ["event"] = [NameType.Event],
        ["election"] = [NameType.Event],
        ["misc"] = Miscellaneous,
    };

    internal static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <param name="path">The set.</param>
    /// <param name="norps">Nationalities and the like: marked by some sets and not by others, a nationality for us everywhere outside a longer name.</param>
    /// <param name="tokenizer">Cuts the words anew, so that what is learnt is what will be met.</param>
    internal static IEnumerable<NameSentence> Read(string path, IReadOnlySet<string> norps, Tokenizer tokenizer)
    {
        var words = new List<string>();
        var tags = new List<string>();
        foreach (var line in Lines(path).Append(""))
        {
            if (line.Length > 0)
            {
                if (line.StartsWith("# ", StringComparison.Ordinal)) continue;
                var cells = line.Split('\t');
                words.Add(cells[0]);
                tags.Add(cells[1]);
            }
            else if (words.Count > 0)
            {
                foreach (var sentence in Cut(words, Names(words, tags, norps), tokenizer, norps)) yield return sentence;
                words.Clear();
                tags.Clear();
            }
        }
    }

    /// <summary>The marked names as spans of the words joined by blanks.</summary>
    private static List<(TextSpan Span, NameType?[] Types)> Names(List<string> words, List<string> tags, IReadOnlySet<string> norps)
    {
        var names = new List<(TextSpan, NameType?[])>();
        for (int i = 0, at = 0; i < words.Count;)
        {
            var (end, start) = (i + 1, at);
            at += words[i].Length + 1;
            if (tags[i] != "O")
            {
                for (; end < words.Count && tags[end] == "I-" + tags[i][2..]; end++) at += words[end].Length + 1;
                var types = Types.GetValueOrDefault(tags[i][2..]) ?? [null];
                if (ReferenceEquals(types, Miscellaneous) && norps.Contains(string.Join(' ', words[i..end]))) types = [NameType.Norp];
                names.Add((new(start, at - 1), types));
            }
            i = end;
        }
        return names;
    }

    private static IEnumerable<NameSentence> Cut(List<string> words, List<(TextSpan Span, NameType?[] Types)> names, Tokenizer tokenizer, IReadOnlySet<string> norps)
    {
        var cut = tokenizer.Tokenize(string.Join(' ', words));
        var first = 0;
        foreach (var end in cut.SentenceEnds)
        {
            var allowed = new uint[end - first];
            for (var i = first; i < end; i++)
            {
                var (start, at) = (cut.Starts[i], i);
                var name = names.FindIndex(n => n.Span.Contains(start));
                if (name < 0) Mark(allowed, i - first, i - first + 1, norps.Contains(cut[i].ToString()) ? [NameType.Norp] : [null]);
                else foreach (var type in names[name].Types) allowed[at - first] |= Label(type, start == names[name].Span.Start || at == first);
            }
            yield return new(new TokenizedText(cut.Text, cut.Starts[first..end], cut.Ends[first..end], [end - first]), allowed);
            first = end;
        }
    }

    private static uint Label(NameType? type, bool begins) =>
        1u << (type is not { } t ? NameLabels.Outside : begins ? NameLabels.Begin(t) : NameLabels.Inside(t));

    internal static void Mark(uint[] allowed, int first, int end, NameType?[] types)
    {
        for (var i = first; i < end; i++)
        {
            allowed[i] = 0;
            foreach (var type in types)
                allowed[i] |= Label(type, i == first);
        }
    }
}
