using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Mentions.Numbers;

/// <summary>What a number word does in a number.</summary>
internal enum NumberRole : byte
{
    None, Unit, Teen, Ten, Hundred, Scale, Dozen, Vague, Several, Letter, Part, Ordinal,
}

/// <summary>The number words of a pack and the little words between them, by their number in a vocabulary.</summary>
internal sealed class NumberWords
{
    private readonly (NumberRole Role, decimal Value)[] _words;

    internal NumberWords(LanguagePack pack, Vocabulary vocabulary)
    {
        var found = new Dictionary<int, (NumberRole, decimal)>();
        var faults = new List<PackFault>();
        foreach (var row in pack.Read("languages/en/numbers/words.tsv", "word", "kind", "value").Rows)
        {
            if (!Enum.TryParse<NumberRole>(row["kind"], ignoreCase: true, out var role)) faults.Add(row.Fault($"'{row["kind"]}' is no kind of number word"));
            else if (!decimal.TryParse(row["value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) faults.Add(row.Fault($"'{row["value"]}' is no number"));
            else found[vocabulary.Add(row["word"])] = (role, value);
        }
        if (faults.Count > 0) throw new PackException(faults);
        (And, A, An, Point, Of, In, Out, Over, Minus, Negative) = (vocabulary.Add("and"), vocabulary.Add("a"), vocabulary.Add("an"), vocabulary.Add("point"), vocabulary.Add("of"),
            vocabulary.Add("in"), vocabulary.Add("out"), vocabulary.Add("over"), vocabulary.Add("minus"), vocabulary.Add("negative"));
        (St, Nd, Rd, Th, E, X) = (vocabulary.Add("st"), vocabulary.Add("nd"), vocabulary.Add("rd"), vocabulary.Add("th"), vocabulary.Add("e"), vocabulary.Add("x"));
        foreach (var mark in ".,-/~$%:'^") vocabulary.Add(mark.ToString());
        _words = new (NumberRole, decimal)[vocabulary.Count];
        foreach (var (id, word) in found) _words[id] = word;
    }

    internal int And { get; }
    internal int A { get; }
    internal int An { get; }
    internal int Point { get; }
    internal int Of { get; }
    internal int In { get; }
    internal int Out { get; }
    internal int Over { get; }
    internal int Minus { get; }
    internal int Negative { get; }
    internal int St { get; }
    internal int Nd { get; }
    internal int Rd { get; }
    internal int Th { get; }
    internal int E { get; }
    internal int X { get; }

    internal NumberRole Role(int word) => (uint)word < (uint)_words.Length ? _words[word].Role : NumberRole.None;

    internal decimal Value(int word) => _words[word].Value;

    internal bool IsOrdinalEnding(int word) => word >= 0 && (word == St || word == Nd || word == Rd || word == Th);
}
