using System.Globalization;
using System.Text;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>One actor of a PETRARCH or TABARI dictionary.</summary>
/// <param name="Line">Line of its name, from 1.</param>
/// <param name="Names">Its name and synonyms as written there: <c>UNITED_NATIONS_</c>.</param>
/// <param name="Codes">Its codes with the days they hold.</param>
internal sealed record PetrarchEntry(int Line, List<string> Names, List<(int Line, string Code, DateOnly? From, DateOnly? To)> Codes);

/// <summary>Reads the actor dictionaries of PETRARCH and TABARI.</summary>
/// <remarks>
/// An entry is a name, then synonyms behind <c>+</c>, then codes in brackets, on the name's line or on their own; a code may be bound to days:
/// <c>[KGZGOV 910824-050324]</c>, <c>[IRQELI &gt;20030409]</c>, <c>[RUS &lt;911225]</c>. Remarks begin with <c>#</c>, <c>;</c> or stand in <c>&lt;!-- --&gt;</c>.
/// </remarks>
internal static class PetrarchReader
{
    internal static List<PetrarchEntry> Read(string file, string text, List<PackFault> faults)
    {
        var entries = new List<PetrarchEntry>();
        PetrarchEntry? entry = null;
        var number = 0;
        var remark = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text[range];
            remark |= line.Contains("<!--", StringComparison.Ordinal) || line.StartsWith("<!", StringComparison.Ordinal);
            var skip = remark;
            if (line.Contains("-->", StringComparison.Ordinal)) remark = false;
            line = line.Split('#', ';')[0].Trim();
            if (skip || line.Length == 0) continue;
            var bracket = line.IndexOf('[', StringComparison.Ordinal);
            var name = (bracket < 0 ? line : line[..bracket]).Trim();
            if (name.StartsWith('+'))
            {
                if (entry is null) faults.Add(new(file, number, $"a synonym without a name above it: '{name}'"));
                else entry.Names.Add(name[1..].Trim());
            }
            else if (name.Length > 0)
            {
                entries.Add(entry = new(number, [name], []));
            }
            if (bracket >= 0) Codes(file, number, line[bracket..], entry, faults);
        }
        foreach (var one in entries)
            if (one.Codes.Count == 0) faults.Add(new(file, one.Line, $"'{one.Names[0]}' has no code; expected NAME [CODE], or [CODE] on a line below the name"));
        return entries;
    }

    private static void Codes(string file, int number, string text, PetrarchEntry? entry, List<PackFault> faults)
    {
        foreach (var part in text.Split('[', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf(']', StringComparison.Ordinal);
            var cells = (end < 0 ? part : part[..end]).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (end < 0 || cells.Length == 0 || entry is null)
            {
                faults.Add(new(file, number, $"expected [CODE] or [CODE days] behind a name; found '[{part.TrimEnd()}'"));
                continue;
            }
            if (cells.Length == 1) entry.Codes.Add((number, cells[0], null, null));
            else if (Days(string.Concat(cells.Skip(1))) is var (from, to)) entry.Codes.Add((number, cells[0], from, to));
            else faults.Add(new(file, number, $"'{string.Join(' ', cells.Skip(1))}' is no time in '{text.Trim()}'; expected <YYMMDD, >YYMMDD or YYMMDD-YYMMDD, or with four digits of the year"));
        }
    }

    private static (DateOnly? From, DateOnly? To)? Days(string text)
    {
        if (text[0] == '<') return Day(text[1..]) is { } before ? (null, before.AddDays(-1)) : null;
        if (text[0] == '>') return Day(text[1..]) is { } after ? (after, null) : null;
        var parts = text.Split('-');
        return parts.Length == 2 && Day(parts[0]) is { } from && Day(parts[1]) is { } to && from <= to ? (from, to) : null;
    }

    /// <summary>Six digits mean a year from 1930 to 2029, as TABARI reads them.</summary>
    private static DateOnly? Day(string text)
    {
        if (text.Length == 6) text = (text[0] < '3' ? "20" : "19") + text;
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}

/// <summary>Turns an actor dictionary of PETRARCH or TABARI into tables that can be laid over a pack.</summary>
public static class PetrarchActors
{
    /// <summary>A row left out may bring another's fault to light, but not for long.</summary>
    private const int MostRounds = 8;

    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase) { "of", "the", "for", "and", "in", "on", "de", "al", "la", "el" };

    /// <summary>CAMEO's sector codes that PLOVER renamed.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["INS"] = "REB", ["SEP"] = "REB", ["HLH"] = "MED", ["MED"] = "JRN", ["CHR"] = "REL", ["MUS"] = "REL", ["MOS"] = "REL", ["JEW"] = "REL", ["HIN"] = "REL", ["BUD"] = "REL", ["ENV"] = "SOC", ["HRI"] = "SOC", ["DEV"] = "SOC", ["PPL"] = "CVL" };

    /// <summary>Writes tables <c>actors/*.tsv</c> for the actors of a dictionary into a folder.</summary>
    /// <param name="file">Name of the dictionary, for faults and as the source of its offices.</param>
    /// <param name="text">The dictionary.</param>
    /// <param name="pack">The pack they will be laid over: its states and sectors are known; a code it does not know becomes a state of the new tables.</param>
    /// <param name="folder">Where the tables go; made where it is missing.</param>
    /// <param name="faults">Takes what is wrong in the dictionary; null where any fault is to stop the import.</param>
    /// <returns>Number of actors written.</returns>
    /// <exception cref="PackException">The dictionary has faults and none are to be passed over; all are listed and nothing is written.</exception>
    public static int Import(string file, string text, LanguagePack pack, string folder, List<PackFault>? faults = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var found = faults ?? [];
        var entries = PetrarchReader.Read(file, text, found);
        if (faults is null && found.Count > 0) throw new PackException(found);
        entries.RemoveAll(e => e.Codes.Count == 0);
        var known = pack.Read("actors/states.tsv", "code").Rows.Select(r => r["code"]).Concat(["IGO", "NGO"]).ToHashSet(StringComparer.Ordinal);
        var sectors = pack.Read("actors/sectors.tsv", "code").Rows.Select(r => r["code"]).ToHashSet(StringComparer.Ordinal);
        var (states, groups, persons, offices) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        var seen = new HashSet<string>(NameComparer.Instance);
        var count = 0;
        foreach (var entry in entries)
        {
            var names = entry.Names.SelectMany(Forms).Distinct(StringComparer.Ordinal).ToArray();
            if (entry.Codes.TrueForAll(c => c.Code.StartsWith("---", StringComparison.Ordinal)) || !seen.Add(Slug.Of(names[0]))) continue;
            var codes = entry.Codes.FindAll(c => !c.Code.StartsWith("---", StringComparison.Ordinal))
                .ConvertAll(c => (Country: c.Code[..Math.Min(3, c.Code.Length)].ToUpperInvariant(), Sectors: Sectors(c.Code, sectors), c.Code, c.From, c.To));
            foreach (var code in codes)
                if (known.Add(code.Country)) states.Append(CultureInfo.InvariantCulture, $"{code.Country}\t{code.Country}\t-\t-\t-\t-\t-\t-\n");
            var aliases = names.Length > 1 ? string.Join('|', names.Skip(1)) : "-";
            count++;
            if (codes.TrueForAll(c => c.From is null && c.To is null))
            {
                groups.Append(CultureInfo.InvariantCulture, $"{names[0]}\t{codes[0].Country}\t{(codes[0].Sectors.Length == 0 ? "-" : string.Join('|', codes[0].Sectors))}\t{aliases}\n");
                continue;
            }
            persons.Append(CultureInfo.InvariantCulture, $"{names[0]}\t{codes[0].Country}\t{aliases}\t-\t-\n");
            for (var i = 0; i < codes.Count; i++)
            {
                var code = codes[i];
                // Dictionaries give one code for times that overlap; the first of them stands.
                if ((code.From ?? code.To) is not null && !codes.Take(i).Any(c => c.Code == code.Code && (c.From ?? DateOnly.MinValue) < (code.To ?? DateOnly.MaxValue) && (code.From ?? DateOnly.MinValue) < (c.To ?? DateOnly.MaxValue)))
                    offices.Append(CultureInfo.InvariantCulture, $"{names[0]}\t{code.Code}\t{code.Country}\t{(code.Sectors.Length == 0 ? "GOV" : code.Sectors[0])}\t{Cell(code.From)}\t{Cell(code.To)}\t{Path.GetFileName(file)}\n");
            }
        }
        Write(folder, "actors/states.tsv", "code\tname\tadjectives\tpeople\tcapitals\taliases\tmetonyms\tunder", states);
        Write(folder, "actors/groups.tsv", "name\tcountry\tsectors\taliases", groups);
        Write(folder, "actors/persons.tsv", "name\tcountry\taliases\tsectors\tsurname", persons);
        Write(folder, "actors/offices/petrarch.tsv", "person\ttitle\tcountry\tsector\tfrom\tto\tsource", offices);
        return count - DropRepeats(pack, folder);
    }

    /// <summary>
    /// Makes remarks of the rows that cannot stand beside those of the pack: dictionaries list one person under several spellings, which the pack
    /// knows to be one, with the same office. Returns the number of persons so left out.
    /// </summary>
    private static int DropRepeats(LanguagePack pack, string folder)
    {
        string[] written = [Path.Combine(folder, "actors/persons.tsv"), Path.Combine(folder, "actors/offices/petrarch.tsv")];
        var persons = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                ActorRegistry.Compile(pack.With(LanguagePack.FromFolder(folder)));
                return persons;
            }
            catch (PackException broken)
            {
                var any = false;
                foreach (var faults in broken.Faults.Where(f => f.Line > 0).GroupBy(f => f.File))
                {
                    if (!written.Contains(faults.Key)) continue;
                    var lines = File.ReadAllLines(faults.Key);
                    foreach (var line in faults.Select(f => f.Line).Distinct()) lines[line - 1] = "# said already: " + lines[line - 1];
                    File.WriteAllLines(faults.Key, lines);
                    if (faults.Key == written[0]) persons += faults.Select(f => f.Line).Distinct().Count();
                    any = true;
                }
                if (!any) return persons; // the faults are of tables that were there before; reading them tells of them
            }
        }
        return persons;
    }

    /// <summary>PLOVER's sector for one of CAMEO's: <c>HLH</c> → MED.</summary>
    internal static string Sector(string code) => Renamed.GetValueOrDefault(code, code);

    /// <summary>The pieces of three letters behind the country that are sectors: <c>PSEREBHMS</c> → REB.</summary>
    private static string[] Sectors(string code, HashSet<string> known)
    {
        var found = new List<string>();
        for (var i = 3; i + 3 <= code.Length; i += 3)
        {
            var piece = code.Substring(i, 3).ToUpperInvariant();
            piece = Sector(piece);
            if (known.Contains(piece) && !found.Contains(piece)) found.Add(piece);
        }
        return [.. found];
    }

    /// <summary><c>LEAGUE_OF_STATES_</c> → League of States; a short word is kept in capitals too: UN.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        var words = name.Split(['_', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var written = words.Select((w, i) => i > 0 && Small.Contains(w) ? w.ToLowerInvariant() : Capitalized(w)).ToArray();
        var usual = string.Join(' ', written);
        return words.Length == 1 && words[0].Length <= 5 ? [usual, words[0].ToUpperInvariant()] : [usual];
    }

    private static string Capitalized(string word)
    {
        var letters = word.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++) if (i == 0 || letters[i - 1] is '-' or '.') letters[i] = char.ToUpperInvariant(letters[i]);
        return new(letters);
    }

    private static string Cell(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static void Write(string folder, string path, string header, StringBuilder rows)
    {
        if (rows.Length == 0) return;
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"{header}\n{rows}");
    }
}
