using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;

namespace Chancery.Tests.Linguistics.Naming;

public sealed class NameTaggerTests
{
    private static readonly NameTagger Tagger = new(EnglishPack.Instance);

    [Theory]
    [InlineData("Foreign Minister Sergei Lavrov flew to Ankara on Friday .", "Sergei Lavrov=Person; Ankara=Place")]
    [InlineData("The Polish Peasants Party lost three seats .", "Polish Peasants Party=Org")]
    [InlineData("Iranian officials met the envoy in Vienna .", "Iranian=Norp; Vienna=Place")]
    [InlineData("The World Health Organization sent a team to Goma .", "World Health Organization=Org; Goma=Place")]
    [InlineData("The envoys left early .", "")]
    public void Finds_names_and_their_types(string text, string expected) =>
        string.Join("; ", Tagger.Tag(Words(text)).Select(n => $"{Text(text, n)}={n.Type}")).ShouldBe(expected);

    [Theory]
    [InlineData("\uD800 \uDC00 ( ( ( ( (")]
    [InlineData("\u200B\u202E \u05E9\u05DC\u05D5\u05DD")]
    public void Any_words_are_read(string text) => Tagger.Tag(Words(text)).ShouldNotBeNull();

    [Fact]
    public void A_sentence_of_any_length_is_read_in_parts()
    {
        var text = string.Join(' ', Enumerable.Repeat("Minister Olga Petrova arrived", 2000));
        var names = Tagger.Tag(Words(text));
        names.Count.ShouldBeGreaterThan(1900);
        for (var i = 1; i < names.Count; i++) names[i].First.ShouldBeGreaterThanOrEqualTo(names[i - 1].End);
    }

    private static TokenizedText Words(string text)
    {
        var (starts, ends) = (new List<int>(), new List<int>());
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == ' ') continue;
            starts.Add(at);
            while (at < text.Length && text[at] != ' ') at++;
            ends.Add(at);
        }
        return new(text, [.. starts], [.. ends], [starts.Count]);
    }

    private static string Text(string text, NameSpan name)
    {
        var words = Words(text);
        return text[words.Starts[name.First]..words.Ends[name.End - 1]];
    }
}
