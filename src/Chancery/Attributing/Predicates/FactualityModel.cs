using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Attributing.Predicates;

/// <summary>How far a source commits to a predicate: what the tables say, graded by trained weights within the bounds of the status.</summary>
/// <remarks>Immutable and thread-safe. The weights stand in <c>languages/en/factuality/weights.tsv</c>, one readable line each.</remarks>
internal sealed class FactualityModel
{
    internal const string Path = "languages/en/factuality/weights.tsv";

    /// <summary>Readers' mean judgement from which on, and down to which, a predicate counts as certain; between them it is graded.</summary>
    private const double Certain = 0.7, CertainlyNot = -2;

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

    internal Factuality Value(Token word, Mood[] moods, Mood mood)
    {
        var sum = new Sum(_weights);
        FactualityFeatures.Extract(word, moods, ref sum);
        return new(Grade(mood, sum.Total));
    }

    /// <summary>Grades by the mean judgement, within what the status allows: what is planned is certain by its source's word, what is aimed at or asked for is not.</summary>
    internal static double Grade(Mood mood, double judgement)
    {
        var graded = (judgement - CertainlyNot) / (Certain - CertainlyNot) * 6 - 3;
        return Math.Round(mood.Status switch
        {
            ClaimStatus.Planned => mood.Purpose ? 0.75 : 3,
            ClaimStatus.Demanded => 0,
            ClaimStatus.Possible or ClaimStatus.Conditional => Math.Clamp(graded, -1.5, 1.5),
            ClaimStatus.NotOccurred or ClaimStatus.Denied => Math.Clamp(graded, -3, -1.5),
            _ => Math.Clamp(graded, -1.5, 3),
        }, 2);
    }

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
