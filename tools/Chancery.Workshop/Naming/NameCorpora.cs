using System.IO.Compression;
using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Reads the sets that mark names word by word (word, tab, BIO tag) and brings their tags under one set of types.</summary>
internal static class NameCorpora
{
    /// <summary>What MISC may be; CoNLL's guideline puts all of these under one tag.</summary>
    private static readonly NameType?[] Miscellaneous = [null, NameType.Norp, NameType.Event, NameType.Product, NameType.Work];

    private static readonly Dictionary<string, NameType?[]> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = [NameType.Person], ["politician"] = [NameType.Person], ["per"] = [NameType.Person],
        ["organisation"] = [NameType.Org], ["organization"] = [NameType.Org], ["politicalparty"] = [NameType.Org], ["org"] = [NameType.Org],
        ["country"] = [NameType.Place], ["location"] = [NameType.Place], ["loc"] = [NameType.Place], ["place"] = [NameType.Place],
        ["event"] = [NameType.Event], ["election"] = [NameType.Event], ["misc"] = Miscellaneous,
    };

    internal static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <param name="path">The set.</param>
    /// <param name="norps">Nationalities and the like: marked by some sets and not by others, a nationality for us everywhere outside a longer name.</param>
    internal static IEnumerable<NameSentence> Read(string path, IReadOnlySet<string> norps)
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
                yield return NameSentence.Of(words, Label(words, tags, norps));
                words.Clear();
                tags.Clear();
            }
        }
    }

    private static uint[] Label(List<string> words, List<string> tags, IReadOnlySet<string> norps)
    {
        var allowed = new uint[words.Count];
        for (var i = 0; i < words.Count;)
        {
            var end = i + 1;
            if (tags[i] != "O")
                while (end < words.Count && tags[end] == "I-" + tags[i][2..]) end++;
            var types = tags[i] == "O" ? null : Types.GetValueOrDefault(tags[i][2..]);
            var open = types is null || ReferenceEquals(types, Miscellaneous);
            if (open && norps.Contains(string.Join(' ', words[i..end]))) types = [NameType.Norp];
            Mark(allowed, i, end, types ?? [null]);
            i = end;
        }
        return allowed;
    }

    internal static void Mark(uint[] allowed, int first, int end, NameType?[] types)
    {
        for (var i = first; i < end; i++)
        {
            allowed[i] = 0;
            foreach (var type in types)
                allowed[i] |= 1u << (type is not { } t ? NameLabels.Outside : i == first ? NameLabels.Begin(t) : NameLabels.Inside(t));
        }
    }
}
