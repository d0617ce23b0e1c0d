using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Attributing.Predicates;

/// <summary>How far a source commits to a predicate: what the tables say, graded by trained weights within the bounds of the status.</summary>
/// <remarks>Immutable and thread-safe. The weights stand in <c>languages/en/factuality/weights.tsv</c>, one readable line each.</remarks>
internal sealed class FactualityModel
{
    internal const string Path = "languages/en/factuality/weights.tsv";

    private readonly Dictionary<string, float>[] _weights;

    internal FactualityModel(LanguagePack pack)
    {
        var table = pack.Read(Path, "feature", "weight");
        _weights = [.. Enum.GetValues<Template>().Select(_ => new Dictionary<string, float>(StringComparer.Ordinal))];
        foreach (var row in table.Rows)
        {
            var feature = row["feature"];
            var sign = feature.IndexOf('=', StringComparison.Ordinal);
            if (sign < 0 || !Enum.TryParse<Template>(feature.AsSpan(0, sign), out var template)) throw new PackException([row.Fault($"no such feature: '{feature}'")]);
            _weights[(int)template][feature[(sign + 1)..]] = float.Parse(row["weight"], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What readers would judge in the mean: did it happen? -3 … +3.</summary>
    internal double Judge(Token word, Mood[] moods)
    {
        var sum = new Sum(_weights);
        FactualityFeatures.Extract(word, moods, ref sum);
        return sum.Total;
    }

    /// <summary>What is done for a purpose is taken as reached where readers would take it so: 'fell to close at 7,162'.</summary>
    internal static Mood Settle(Mood mood, double judgement) => mood is { Status: ClaimStatus.Planned, Grounds: Grounds.Aimed } && judgement > -0.25 ? Mood.Plain : mood;

    /// <summary>
    /// Grades by the mean judgement, within what the status allows: what is told as lying ahead is certain by its source's word, what is intended or
    /// asked for less so. Judgements are stretched, since readers asked whether a thing happened seldom all say yes.
    /// </summary>
    internal static double Grade(Mood mood, double judgement, bool negated) => Math.Round(mood.Status switch
    {
        ClaimStatus.Planned => mood.Grounds switch { Grounds.Told => 3, Grounds.Intended => 2.5, _ => Stretch(judgement, 0, 2.75, 3) },
        ClaimStatus.Demanded => 0,
        // 'may come' leans toward it, 'may not come' against it; what hangs on an if may lean either way.
        ClaimStatus.Possible => negated ? Stretch(judgement, 0.7, -1.5, 0) : Stretch(judgement, 0.7, 0.25, 1.25),
        ClaimStatus.Conditional => Stretch(judgement, 0.7, -1.5, 1.5),
        ClaimStatus.NotOccurred or ClaimStatus.Denied => Stretch(judgement, 0.3, -3, -2),
        _ => Stretch(judgement, 0.5, -3, 3),
    }, 2);

    /// <summary>From the judgement that counts as certain (+3) down to two below it (-3), kept between the bounds.</summary>
    private static double Stretch(double judgement, double certain, double low, double high) => Math.Clamp(3 + (judgement - certain) * 2.6, low, high);

    private struct Sum(Dictionary<string, float>[] weights) : IFeatureSink
    {
        internal double Total { get; private set; }

        public void Add(Template template, ReadOnlySpan<char> value, ReadOnlySpan<char> more = default)
        {
            Span<char> buffer = stackalloc char[128];
            if (value.Length + more.Length + 1 > buffer.Length) return;
            value.CopyTo(buffer);
            var length = value.Length;
            if (!more.IsEmpty)
            {
                buffer[length++] = '/';
                more.CopyTo(buffer[length..]);
                length += more.Length;
            }
            if (weights[(int)template].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(buffer[..length], out var weight)) Total += weight;
        }
    }
}
