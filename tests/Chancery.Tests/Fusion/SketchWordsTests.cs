using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

/// <summary>Which words a sketch takes for one, which for names and numbers, and which say nothing.</summary>
public sealed class SketchWordsTests
{
    [Theory]
    [InlineData("eleven", "11")]
    [InlineData("Seven", "7")]
    [InlineData("denied", "denies")]
    [InlineData("parties", "party")]
    [InlineData("shelling", "shelled")]
    [InlineData("releases", "release")]
    public void Are_one(string word, string other) => Words(word).ShouldHaveSingleItem().Hash.ShouldBe(Words(other).ShouldHaveSingleItem().Hash);

    [Theory]
    [InlineData("seven", "seventeen")]
    [InlineData("seventy", "seventeen")]
    [InlineData("12", "120")]
    [InlineData("envoys", "envelopes")]
    public void Are_two(string word, string other) => Words(word).ShouldHaveSingleItem().Hash.ShouldNotBe(Words(other).ShouldHaveSingleItem().Hash);

    [Fact]
    public void Words_of_grammar_and_of_reporting_say_nothing() =>
        Words("They said that before there were others about, with more from them").ShouldBeEmpty();

    [Fact]
    public void Numbers_below_ten_tell_as_little_as_other_words() =>
        Words("Of 9 men and twelve women 30 and three died").Where(word => word.Kind == SketchWords.Sort).Select(word => word.Hash)
            .ShouldBe(Words("12 30").Select(word => word.Hash));

    [Theory]
    [InlineData("")]
    [InlineData("…—«»")]
    [InlineData("1,")]
    [InlineData("ing ed s")]
    public void Whatever_stands_there_comes_to_an_end(string text) => Words(text).Count.ShouldBeLessThanOrEqualTo(text.Length);

    private static List<(uint Hash, uint Kind)> Words(string text)
    {
        var found = new List<(uint, uint)>();
        var words = new SketchWords(text);
        while (words.Next())
            if (words.IsFull) found.Add((words.Hash, words.Kind));
        return found;
    }
}
