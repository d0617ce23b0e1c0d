using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tokenizing;

/// <summary>What may follow an abbreviation, and whether a sentence may end with it.</summary>
internal enum AbbreviationKind : byte { None, Title, Month, Number, Any, Inner }

/// <summary>The word lists of a language's tokenizer, looked up without regard to case.</summary>
internal sealed class TokenizerTables
{
    private const string Folder = "languages/en/tokenizing/";
    private readonly Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _contractions;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes, _units, _openers;

    internal TokenizerTables(LanguagePack pack)
    {
        var abbreviations = new Dictionary<string, AbbreviationKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in pack.Read(Folder + "abbreviations.tsv", "form", "kind").Rows)
            abbreviations[row["form"]] = Enum.TryParse<AbbreviationKind>(row["kind"], ignoreCase: true, out var kind) ? kind : throw new PackException([row.Fault($"no such kind: '{row["kind"]}'")]);
        var contractions = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in pack.Read(Folder + "contractions.tsv", "form", "parts").Rows)
            contractions[row["form"]] = [.. row["parts"].Split(' ').Select(p => p.Length)];
        _abbreviations = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
        _contractions = contractions.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Forms(pack, "prefixes.tsv");
        _units = Forms(pack, "units.tsv");
        _openers = Forms(pack, "openers.tsv");
    }

    /// <summary>The kind of an abbreviation written without its last full stop.</summary>
    internal AbbreviationKind Abbreviation(ReadOnlySpan<char> word) => word.Length <= 8 && _abbreviations.TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>Lengths of the parts of a listed contraction; null for any other word.</summary>
    internal int[]? Contraction(ReadOnlySpan<char> word) => word.Length <= 10 && _contractions.TryGetValue(word, out var parts) ? parts : null;

    internal bool IsPrefix(ReadOnlySpan<char> word) => word.Length <= 8 && _prefixes.Contains(word);

    internal bool IsUnit(ReadOnlySpan<char> word) => word.Length <= 4 && _units.Contains(word);

    internal bool IsOpener(ReadOnlySpan<char> word) => word.Length <= 12 && _openers.Contains(word);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Forms(LanguagePack pack, string file) =>
        pack.Read(Folder + file, "form").Rows.Select(r => r["form"]).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
