using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>Marks the pieces that dates and times of day are made of, so that their numbers are not taken for counts; 'six months' in 'six months ago' still is one.</summary>
internal sealed class TimeMask
{
    private readonly HashSet<int> _units = [];

    internal TimeMask(LanguagePack pack, Vocabulary vocabulary)
    {
        foreach (var row in pack.Read("languages/en/times/words.tsv", "word", "class").Rows)
            if (row.Parts("class").Contains("UNIT", StringComparer.Ordinal))
                foreach (var word in row.Parts("word")) _units.Add(vocabulary.Add(word));
    }

    /// <summary>One entry a piece; null where there are no such times.</summary>
    internal bool[]? Of(Pieces pieces, ImmutableArray<TimeMention> times, NumberReader numbers)
    {
        bool[]? mask = null;
        var at = 0;
        foreach (var time in times)
        {
            if (time.Timex.Type is TimexType.Duration or TimexType.Set) continue;
            mask ??= new bool[pieces.Count];
            while (at < pieces.Count && pieces.End(at) <= time.Span.Start) at++;
            for (; at < pieces.Count && pieces.Start(at) < time.Span.End; at++)
            {
                if (numbers.Read(pieces, at) is { IsCardinal: true } number && IsUnit(pieces, number.End))
                {
                    at = number.End - 1;
                    continue;
                }
                mask[at] = true;
            }
        }
        return mask;
    }

    private bool IsUnit(Pieces pieces, int at) => _units.Contains(pieces.Word(at)) || PieceCutter.Plain(pieces.Mark(at)) == '-' && _units.Contains(pieces.Word(at + 1));
}
