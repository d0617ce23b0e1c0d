using Chancery.English;
using Chancery.Linguistics.Tokenizing;
using Chancery.Workshop;
using CsCheck;

namespace Chancery.Tests.Linguistics.Tokenizing;

/// <summary>Whatever the text: words ascend, slice back, cover every visible unit, and sentences cover every word.</summary>
public class HostileTextTests
{
    private static readonly Tokenizer Tokenizer = new(EnglishPack.Instance);

    // Pieces that have a meaning for the tokenizer, so that random texts reach its rules.
    private static readonly string[] Pieces =
    [
        "Gen.", "U.S.", "don't", "cannot", "'", "’s", "\"", "(", "[5]", "...", "-", "—", "10-12", "5pm", "http://x.y/z", "a@b.c", "\n", "\r\n", "\n\n", " ", "\t",
        "\uD83D", "\uDE00", "\U0001F600", "\u200D", "\uFE0F", "\u0301", "\u200B", "\uFEFF", "\0", "שלום", "العربية", "中文。", "é", "ﬁ", "%", "$", "#", "@", "/", "&", ":", ";", ",", "x", "The", "is",
    ];

    internal static readonly Gen<string> Texts = Gen.Frequency(
        (1, Gen.String),
        (4, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat)));

    [Fact]
    public void Spans_slice_back_and_cover_all_that_can_be_seen() => Texts.Sample(text => Check(text), iter: 3000);

    [Fact]
    public void The_seed_corpus_of_strange_texts_is_read()
    {
        foreach (var text in Seeds()) Check(text);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("(")]
    [InlineData("a-")]
    [InlineData("1.")]
    [InlineData("'")]
    [InlineData("a@")]
    [InlineData("\uD83D")]
    [InlineData("e\u0301")]
    [InlineData("http://")]
    [InlineData("a\n")]
    [InlineData("\n")]
    [InlineData("a. ")]
    public void Time_is_linear(string unit)
    {
        var small = string.Concat(Enumerable.Repeat(unit, 500_000 / unit.Length));
        var large = string.Concat(Enumerable.Repeat(small, 8));
        // Eight times the text takes eight times as long if time is linear, 64 times if it is not; a busy machine blurs the one, not the other.
        IsWithin(large, (Measure(small) * 24) + TimeSpan.FromMilliseconds(400)).ShouldBeTrue();
    }

    internal static IEnumerable<string> Seeds()
    {
        yield return "";
        yield return "\uFEFFTitle\0\0 text";
        yield return new string('(', 10_000);
        yield return new string('x', 1_000_000);
        yield return string.Concat(Enumerable.Repeat("word ", 5000));
        yield return string.Concat(Enumerable.Repeat("\U0001F468\u200D\U0001F469\u200D\U0001F467", 300));
        yield return "\uDC00\uD800\uD800\uDC00\uDC00";
        yield return "שלום עולם. العربية لغة. 中文没有空格。";
        yield return string.Concat(Enumerable.Repeat("a\u0301\u0302\u0303", 5000));
        yield return string.Concat(Enumerable.Repeat("'s'd'll", 5000));
        yield return "\r\r\n\n\r\u2028\u2029\u0085 x";
        yield return string.Join('\n', Enumerable.Repeat(new string('a', 70), 3000));
    }

    /// <summary>The shortest of three runs.</summary>
    private static TimeSpan Measure(string text) => Enumerable.Range(0, 3).Min(_ => Once(text));

    private static bool IsWithin(string text, TimeSpan limit) => Enumerable.Range(0, 5).Any(_ => Once(text) <= limit);

    private static TimeSpan Once(string text)
    {
        var start = ThreadClock.Now;
        Tokenizer.Tokenize(text);
        return ThreadClock.Now - start;
    }

    private static void Check(string text)
    {
        var cut = Tokenizer.Tokenize(text);
        cut.Text.ShouldBeSameAs(text);
        var at = 0;
        for (var i = 0; i < cut.Count; i++)
        {
            cut.Starts[i].ShouldBeGreaterThanOrEqualTo(at);
            cut.Ends[i].ShouldBeGreaterThan(cut.Starts[i]);
            for (; at < cut.Starts[i]; at++) Characters.IsSpace(text[at]).ShouldBeTrue();
            at = cut.Ends[i];
        }
        for (; at < text.Length; at++) Characters.IsSpace(text[at]).ShouldBeTrue();
        var last = 0;
        foreach (var end in cut.SentenceEnds)
        {
            (end - last).ShouldBeInRange(1, SentenceCutter.Longest);
            last = end;
        }
        last.ShouldBe(cut.Count);
    }
}
