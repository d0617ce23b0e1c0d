using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

public sealed class KeyIndexTests
{
    [Fact]
    public void Things_are_found_by_key_and_block_the_last_one_first()
    {
        var index = Index();

        Found(index, 7).ShouldBe([(2, "d"), (1, "c"), (1, "a")]);
        Found(index, 8).ShouldBe([(1, "b")]);
        Found(index, 9).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a", "d c")]
    [InlineData("c", "d a")]
    [InlineData("d", "c a")]
    public void What_is_taken_out_is_found_no_more(string item, string left)
    {
        var index = Index();
        index.Remove(7, item == "d" ? 2 : 1, item);
        index.Remove(7, 3, "c"); // nothing lies there

        Found(index, 7).Select(f => f.Item).ShouldBe(left.Split(' '));
        Found(index, 8).ShouldBe([(1, "b")]);
    }

    [Fact]
    public void The_last_of_a_run_can_go_and_others_come()
    {
        var index = Index();
        index.Remove(8, 1, "b");
        Found(index, 8).ShouldBeEmpty();

        index.Add(8, 1, "e");
        Found(index, 8).ShouldBe([(1, "e")]);
    }

    [Fact]
    public void A_block_is_let_go_whole()
    {
        var index = Index();
        index.Remove(7, 1, "c");
        var rest = index.Without(2);

        Found(rest, 7).ShouldBe([(1, "a")]);
        Found(rest, 8).ShouldBe([(1, "b")]);
        rest.Count.ShouldBe(2);
        Found(Index().Without(1), 7).ShouldBe([(2, "d")]);
    }

    private static KeyIndex<string> Index()
    {
        var index = new KeyIndex<string>();
        index.Add(7, 1, "a");
        index.Add(8, 1, "b");
        index.Add(7, 2, "d");
        index.Add(7, 1, "c");
        return index;
    }

    private static List<(long Block, string Item)> Found(KeyIndex<string> index, long key)
    {
        var found = new List<(long, string)>();
        for (var run = index.Last(key); run >= 0; run = index.Before(run))
            foreach (var item in index.Items(run)) found.Add((index.BlockOf(run), item));
        return found;
    }
}
