using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>What a phrase beside a number does to its value.</summary>
internal enum BoundEffect : byte
{
    None, Min, Max, About, Additional, Fewer, Total,
}

/// <summary>Money: how it is given out and its ISO 4217 code.</summary>
internal readonly record struct Currency(string Unit, string? Code);

/// <summary>A measure: how it is given out, and whether it may stand close behind digits.</summary>
internal readonly record struct Measure(string Unit, bool MayGlue);

/// <summary>The tables of <c>quantities/</c>: bounds, money, measures, rates, and words that make a number a name.</summary>
internal sealed class QuantityLexicon
{
    internal QuantityLexicon(LanguagePack pack, Vocabulary vocabulary)
    {
        (Before, After) = (new(vocabulary), new(vocabulary));
        (MoneyBefore, MoneyAfter) = (new(vocabulary), new(vocabulary));
        (Measures, Rates) = (new(vocabulary), new(vocabulary));
        var faults = new List<PackFault>();
        foreach (var row in pack.Read("languages/en/quantities/bounds.tsv", "words", "stands", "effect", "example", "min", "max").Rows)
        {
            if (!Enum.TryParse<BoundEffect>(row["effect"], ignoreCase: true, out var effect)) faults.Add(row.Fault($"'{row["effect"]}' is no effect"));
            foreach (var phrase in row.Parts("words")) (row["stands"] == "after" ? After : Before).Add(phrase, effect);
        }
        foreach (var row in pack.Read("languages/en/quantities/particles.tsv", "words", "verbs", "example", "min", "max").Rows)
            foreach (var verb in row.Parts("verbs")) Particles.Add((verb, row["words"]));
        foreach (var row in pack.Read("languages/en/quantities/currencies.tsv", "words", "stands", "currency", "unit").Rows)
            foreach (var phrase in row.Parts("words"))
                (row["stands"] == "after" ? MoneyAfter : MoneyBefore).Add(phrase, new(row["unit"] is { Length: > 0 } unit ? unit : phrase, row["currency"] is { Length: 3 } code ? code : null));
        foreach (var row in pack.Read("languages/en/quantities/units.tsv", "words", "unit", "glue").Rows)
            foreach (var phrase in row.Parts("words")) Measures.Add(phrase, new(row["unit"], row["glue"] == "yes"));
        foreach (var row in pack.Read("languages/en/quantities/rates.tsv", "words", "example").Rows)
            foreach (var phrase in row.Parts("words")) Rates.Add(phrase, true);
        foreach (var row in pack.Read("languages/en/quantities/names.tsv", "word", "example").Rows)
            foreach (var phrase in row.Parts("word")) Names.Add(vocabulary.Add(phrase.TrimEnd('.')));
        if (faults.Count > 0) throw new PackException(faults);
    }

    /// <summary>Phrases before a number.</summary>
    internal PhraseSet<BoundEffect> Before { get; }

    /// <summary>Phrases behind a number or its unit.</summary>
    internal PhraseSet<BoundEffect> After { get; }

    internal PhraseSet<Currency> MoneyBefore { get; }

    internal PhraseSet<Currency> MoneyAfter { get; }

    internal PhraseSet<Measure> Measures { get; }

    internal PhraseSet<bool> Rates { get; }

    /// <summary>Words that make a number behind them a name.</summary>
    internal HashSet<int> Names { get; } = [];

    /// <summary>Verbs with the bounds that are a part of them: 'hand', 'over'.</summary>
    internal HashSet<(string Verb, string Words)> Particles { get; } = [];
}
