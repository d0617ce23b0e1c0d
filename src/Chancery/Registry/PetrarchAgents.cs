using System.Globalization;
using System.Text;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>Turns an agents dictionary of PETRARCH into a table of words for those who act, to be laid over a pack.</summary>
/// <remarks>
/// An entry is a word, its plural in braces where that is irregular, and a code that begins with <c>~</c>: <c>ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]</c>.
/// <c>!PERSON! = MAN, MEN</c> names endings that an entry may have: <c>FISHER!PERSON!</c>.
/// </remarks>
public static class PetrarchAgents
{
    /// <summary>Sectors are looked for in groups of three letters; one that PLOVER does not have passes over to the next.</summary>
    private const int CodeLength = 3;

    /// <summary>True where a dictionary is one of agents: its codes begin with <c>~</c>.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("[~", StringComparison.Ordinal);
    }

    /// <summary>Writes <c>languages/en/agents.tsv</c> into a folder.</summary>
    /// <param name="file">Name of the dictionary, for faults.</param>
    /// <param name="text">The dictionary.</param>
    /// <param name="pack">The pack the table will be laid over: its sectors are known.</param>
    /// <param name="folder">Where the table goes; made where it is missing.</param>
    /// <param name="faults">Takes what is wrong in the dictionary; null where any fault is to stop the import.</param>
    /// <returns>Number of words written.</returns>
    /// <exception cref="PackException">The dictionary has faults and none are to be passed over; all are listed and nothing is written.</exception>
    public static int Import(string file, string text, LanguagePack pack, string folder, List<PackFault>? faults = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(text);
        var found = faults ?? [];
        var sectors = pack.Read("actors/sectors.tsv", "code").Rows.Select(r => r["code"]).ToHashSet(StringComparer.Ordinal);
        var endings = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var (number, remark) = (0, false);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            remark |= raw.Contains("<!--", StringComparison.Ordinal);
            var skip = remark;
            if (raw.Contains("-->", StringComparison.Ordinal)) remark = false;
            var line = raw.Split('#', ';')[0].Trim();
            if (skip || line.Length == 0) continue;
            if (line[0] == '!' && line.Split('=') is [var name, var list])
            {
                endings[name.Trim()] = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                continue;
            }
            if (Entry(line, endings) is not { } entry) found.Add(new(file, number, $"expected WORD [~CODE], or WORD {{PLURAL}} [~CODE]; found '{line}'"));
            else if (Sectors(entry.Code, sectors) is not { Length: > 0 } known) found.Add(new(file, number, $"'{line}': PLOVER has no sector for '~{entry.Code}'"));
            else foreach (var word in entry.Words) words.TryAdd(word, known);
        }
        if (faults is null && found.Count > 0) throw new PackException(found);
        if (words.Count == 0) return 0;
        var table = new StringBuilder("use\twords\tsectors\texample\n");
        foreach (var group in words.GroupBy(w => w.Value, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            table.Append(CultureInfo.InvariantCulture, $"noun\t{string.Join('|', group.Select(w => w.Key).Order(StringComparer.Ordinal))}\t{group.Key}\t-\n");
        var target = Path.Combine(folder, "languages/en/agents.tsv");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, table.ToString());
        return words.Count;
    }

    private static (List<string> Words, string Code)? Entry(string line, Dictionary<string, string[]> endings)
    {
        var (open, close) = (line.IndexOf('[', StringComparison.Ordinal), line.IndexOf(']', StringComparison.Ordinal));
        if (open <= 0 || close < open + 3 || line[open + 1] != '~') return null;
        var forms = line[..open].Split(['{', '}', '|', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<string> words = [];
        foreach (var form in forms)
        {
            var mark = form.IndexOf('!', StringComparison.Ordinal);
            var end = mark < 0 ? -1 : form.IndexOf('!', mark + 1);
            if (mark < 0) words.Add(Word(form));
            else if (end > mark && endings.TryGetValue(form[mark..(end + 1)], out var list)) words.AddRange(list.Select(ending => Word(form[..mark] + ending + form[(end + 1)..])));
            else return null;
        }
        return words.Count == 0 ? null : (words, line[(open + 2)..close].Trim());
    }

    private static string Word(string form) => form.Replace('_', ' ').Trim().ToLowerInvariant();

    private static string Sectors(string code, HashSet<string> known)
    {
        List<string> found = [];
        for (var i = 0; i + CodeLength <= code.Length; i += CodeLength)
            if (PetrarchActors.Sector(code.Substring(i, CodeLength)) is var sector && known.Contains(sector) && !found.Contains(sector)) found.Add(sector);
        return string.Join('|', found);
    }
}
