using Chancery.Linguistics;
using Chancery.Mentions.Numbers;
using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times;

/// <summary>Opens a side of a time by the word before it: 'since 2003' allows all days from its first on.</summary>
internal sealed class TimeBounds
{
    private readonly Dictionary<int, string> _opens = [];

    internal TimeBounds(LanguagePack pack, Vocabulary vocabulary)
    {
        foreach (var row in pack.Read("languages/en/times/bounds.tsv", "words", "opens", "example", "from", "to").Rows)
            foreach (var word in row.Parts("words")) _opens[vocabulary.Add(word)] = row["opens"];
    }

    internal Timex Open(Pieces pieces, int first, int end, TimeValue value, DateOnly? published)
    {
        var timex = value.ToTimex();
        if (value.Type is TimexType.Duration or TimexType.Set || timex.From is not { } from || timex.To is not { } to || !_opens.TryGetValue(pieces.Word(first - 1), out var opens)) return timex;
        // 'from 3 to 7 March': the other end is told, so neither is open
        if (opens == "from" && pieces.SameSentence(first, end) && pieces.Chars(end) is "to" or "until" or "till" or "through" or "-" or "–") return timex;
        return opens switch
        {
            // what has been since then reaches to the report, not beyond
            "from" => timex with { To = published >= to ? published : null },
            "after" => to < DateOnly.MaxValue ? timex with { From = to.AddDays(1), To = null } : timex,
            "until" => timex with { From = null },
            "before" => from > DateOnly.MinValue ? timex with { From = null, To = from.AddDays(-1) } : timex,
            _ => timex,
        };
    }
}
