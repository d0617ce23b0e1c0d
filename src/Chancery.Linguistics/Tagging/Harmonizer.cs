namespace Chancery.Linguistics.Tagging;

/// <summary>Mends tags that the tree shows to be wrong, by the rows of <c>tagging/harmony.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe. The tagger sees a few words, the parser the sentence: where the two disagree on what UD allows, the tree is right more often.</remarks>
internal sealed class Harmonizer
{
    private readonly List<Rule>[] _byRelation = [.. Enum.GetValues<Deprel>().Select(_ => new List<Rule>())];
    private readonly Tagger _tagger;

    internal Harmonizer(LanguagePack pack, Tagger tagger)
    {
        _tagger = tagger;
        foreach (var row in pack.Read("languages/en/tagging/harmony.tsv", "form", "upos", "xpos", "relation", "with", "without", "to-upos", "to-xpos").Rows)
        {
            var rule = new Rule(row.Parts("form"), Upos(row.Parts("upos")), row.Parts("xpos"), Relations(row.Parts("with")), Relations(row.Parts("without")), UniversalNames.ParseUpos(row["to-upos"]), row["to-xpos"]);
            foreach (var relation in row.Parts("relation")) _byRelation[(int)UniversalNames.ParseDeprel(relation)].Add(rule);
        }
    }

    /// <summary>Mends the tags of a document that nobody else holds yet.</summary>
    internal Document Harmonize(Document document)
    {
        for (var i = 0; i < document.Count; i++)
        {
            foreach (var rule in _byRelation[(int)document.Relation(i)])
            {
                if (!rule.Fits(document[i])) continue;
                var tagged = document.Tagged;
                _tagger.Retag(tagged, i, rule.ToUpos, rule.ToXpos.Length == 0 ? tagged.Xpos[i] : rule.ToXpos);
                break;
            }
        }
        return document;
    }

    private static ulong Relations(string[] names) => names.Aggregate(0UL, (set, name) => set | (1UL << (int)UniversalNames.ParseDeprel(name)));

    private static int Upos(string[] names) => names.Aggregate(0, (set, name) => set | (1 << (int)UniversalNames.ParseUpos(name)));

    private sealed record Rule(string[] Forms, int Upos, string[] Xpos, ulong With, ulong Without, Upos ToUpos, string ToXpos)
    {
        internal bool Fits(Token token)
        {
            if ((Upos >> (int)token.Upos & 1) == 0 || !IsListed(Xpos, token.Xpos) || !IsListed(Forms, token.Chars)) return false;
            if ((With | Without) == 0) return true;
            var children = 0UL;
            foreach (var child in token.Children) children |= 1UL << (int)child.Relation;
            return (With == 0 || (children & With) != 0) && (children & Without) == 0;
        }

        private static bool IsListed(string[] list, ReadOnlySpan<char> word)
        {
            if (list.Length == 0) return true;
            foreach (var item in list) if (item[0] == '*' ? word.EndsWith(item.AsSpan(1), StringComparison.OrdinalIgnoreCase) : word.Equals(item, StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }
    }
}
