using Chancery.Linguistics.Parsing;
using CsCheck;

namespace Chancery.Tests.Linguistics.Parsing;

public sealed class TreeBuilderTests
{
    [Fact]
    public void Best_tree_under_its_root_is_found() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 1 << 20]).Sample((n, seed) =>
        {
            var random = new Random(seed);
            var scores = Enumerable.Range(0, n * (n + 1)).Select(_ => random.Next(-50, 50)).ToArray();
            var heads = new int[n];
            new TreeBuilder().Build(scores, n + 1, heads);
            IsTree(heads).ShouldBeTrue(string.Join(' ', heads));
            var root = Array.IndexOf(heads, 0);
            Score(scores, heads).ShouldBe(AllTrees(n).Where(t => t[root] == 0).Max(t => Score(scores, t)));
        });

    [Fact]
    public void Any_scores_give_one_tree_with_one_root()
    {
        var builder = new TreeBuilder();
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 1 << 20], Gen.Int[1, 1000]).Sample((n, seed, spread) =>
        {
            var random = new Random(seed);
            var scores = Enumerable.Range(0, n * (n + 3)).Select(_ => random.Next(-spread, spread)).ToArray();
            var heads = new int[n];
            builder.Build(scores, n + 3, heads);
            IsTree(heads).ShouldBeTrue();
        }, threads: 1);
    }

    [Fact]
    public void A_sentence_of_circles_within_circles_is_untangled()
    {
        const int n = 200;
        var scores = new int[n * (n + 1)];
        // Every word likes its partner best, every pair the next pair, and so on.
        for (var d = 0; d < n; d++)
            for (var h = 0; h < n; h++) scores[d * (n + 1) + 1 + h] = -(d ^ h);
        var heads = new int[n];
        new TreeBuilder().Build(scores, n + 1, heads);
        IsTree(heads).ShouldBeTrue();
    }

    private static int Score(int[] scores, int[] heads) => heads.Select((h, d) => scores[d * (heads.Length + 1) + h]).Sum();

    private static bool IsTree(int[] heads) =>
        heads.Count(h => h == 0) == 1 && Enumerable.Range(0, heads.Length).All(d =>
        {
            for (var (at, steps) = (d + 1, 0); at != 0; at = heads[at - 1])
                if (steps++ > heads.Length) return false;
            return true;
        });

    private static IEnumerable<int[]> AllTrees(int n)
    {
        for (var code = 0; code < Math.Pow(n + 1, n); code++)
        {
            var heads = new int[n];
            for (var (d, rest) = (0, code); d < n; d++, rest /= n + 1) heads[d] = rest % (n + 1);
            if (IsTree(heads)) yield return heads;
        }
    }
}
