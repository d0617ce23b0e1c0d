using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>Loads <c>times/</c> of a pack: the words, the holidays and the rules, joined into one trie a step.</summary>
internal static class TimeGrammar
{
    private const int Steps = 4;

    internal static TimeMatcher Load(LanguagePack pack, Vocabulary vocabulary)
    {
        var lexicon = new TimeLexicon(pack, vocabulary);
        var tries = new RuleTrie[Steps];
        for (var i = 0; i < Steps; i++) tries[i] = new RuleTrie();
        var faults = new List<PackFault>();
        var order = 0;
        foreach (var path in pack.List("languages/en/times/rules/"))
            foreach (var row in pack.Read(path, "step", "rule", "makes", "pattern", "value", "example", "gives").Rows)
            {
                var before = faults.Count;
                var rule = TimeRule.Read(row, order++, faults);
                if (faults.Count == before) AddPaths(tries[rule.Step - 1], rule, row, row["pattern"], vocabulary, faults);
            }
        foreach (var row in pack.Read("languages/en/times/holidays.tsv", "name", "rule", "example", "gives").Rows)
        {
            var rule = new TimeRule(row["name"], 1, TimeSymbols.Of("HOLIDAY"), "HOLIDAY", IsReported: false, TimeOperations.Find("none")!, [], order++, row["rule"]);
            foreach (var name in row.Parts("name")) AddPaths(tries[0], rule, row, Spell(name), vocabulary, faults);
        }
        return faults.Count == 0 ? new TimeMatcher(tries, lexicon) : throw new PackException(faults);
    }

    private static void AddPaths(RuleTrie trie, TimeRule rule, TableRow row, string pattern, Vocabulary vocabulary, List<PackFault> faults)
    {
        try
        {
            foreach (var path in new PatternReader(pattern, vocabulary).Read()) trie.Add(rule, path);
        }
        catch (FormatException e)
        {
            faults.Add(row.Fault($"pattern '{pattern}': {e.Message}"));
        }
    }

    /// <summary>A name as a pattern of plain words, cut as texts are cut: 'new year's day' → <c>=new =year ='s =day</c>.</summary>
    private static string Spell(string name) =>
        string.Join(' ', name.Replace("'s", " 's", StringComparison.Ordinal).Replace("s'", "s '", StringComparison.Ordinal).Replace(".", " .", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => "=" + word));
}
