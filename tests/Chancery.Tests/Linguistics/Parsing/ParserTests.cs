using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Parsing;

namespace Chancery.Tests.Linguistics.Parsing;

public sealed class ParserTests
{
    private const string Report =
        """
        The foreign ministers of both states met in Geneva on Tuesday. Officials who asked not to be named said the talks, which had been
        postponed twice, dealt with grain exports; nothing was signed. "We will go on," the minister told reporters, "until every ship sails."
        Rebels, the army said, fired 14 rockets at the port of Nacala, killing three dockers and wounding a dozen others.
        No. Maybe! Who gave the order to withdraw, and why were the villagers not told about it before the shelling began?
        """;

    private static readonly DocumentReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void Every_variant_gives_the_same_tree_token_for_token()
    {
        var model = ModelFile.Open(EnglishPack.Instance, "languages/en/models/parser.bin", ParserNet.Kind);
        var text = string.Join('\n', Report, "( ( (", "Ünïcödé 漢字 \U0001F600 \uD800 …", string.Join(' ', Enumerable.Repeat("a b , c", 300)));
        var tagged = Reader.Read(text).Tagged;
        var trees = PanelSumsTests.Variants.Select(v => (v, tree: new Parser(model, v).Parse(tagged))).ToArray();
        foreach (var (variant, tree) in trees)
            for (var i = 0; i < tree.Count; i++)
                (tree[i].HeadIndex, tree[i].Relation).ShouldBe((trees[0].tree[i].HeadIndex, trees[0].tree[i].Relation), $"{variant}, word {i}");
    }

    [Fact]
    public void A_sentence_has_the_same_tree_whatever_stands_around_it()
    {
        var whole = Reader.Read(Report);
        foreach (var sentence in whole.Sentences)
        {
            var first = sentence.Tokens[0].Index;
            var words = whole.Tagged.Words;
            var n = sentence.Tokens.Count;
            var alone = Reader.Read(new TokenizedText(words.Text, words.Starts[first..(first + n)], words.Ends[first..(first + n)], [n]));
            for (var i = 0; i < n; i++)
            {
                var head = whole[first + i].HeadIndex;
                (alone[i].HeadIndex, alone[i].Relation).ShouldBe((head < 0 ? -1 : head - first, whole[first + i].Relation));
            }
        }
    }

    [Fact]
    public void A_report_has_the_same_trees_whatever_was_read_before()
    {
        var parser = new Parser(ModelFile.Open(EnglishPack.Instance, "languages/en/models/parser.bin", ParserNet.Kind));
        var tagged = Reader.Read(Report).Tagged;
        var fresh = parser.Parse(tagged);
        // More unlike words than are kept.
        var many = string.Join("\n\n", Enumerable.Range(0, 150).Select(s => string.Join(' ', Enumerable.Range(20 * s, 20).Select(i => $"{(char)('a' + i % 26)}{(char)('a' + i / 26 % 26)}{(char)('a' + i / 676)}o")) + '.'));
        parser.Parse(Reader.Read(many).Tagged);
        var again = parser.Parse(tagged);
        for (var i = 0; i < fresh.Count; i++) (again[i].HeadIndex, again[i].Relation).ShouldBe((fresh[i].HeadIndex, fresh[i].Relation), $"word {i}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(257)]
    [InlineData(5000)]
    public void A_sentence_of_any_length_becomes_one_tree(int length)
    {
        var words = string.Join(' ', Enumerable.Range(0, length).Select(i => i % 7 == 3 ? "," : "ship" + i % 11));
        var starts = new List<int>();
        for (var i = 0; i < words.Length; i = words.IndexOf(' ', i) is var blank and >= 0 ? blank + 1 : words.Length) starts.Add(i);
        var ends = starts.Skip(1).Select(s => s - 1).Append(words.Length);
        var read = Reader.Read(new TokenizedText(words, [.. starts], [.. ends], [length]));
        read.Tokens.Count(t => t.HeadIndex < 0).ShouldBe(1);
        foreach (var token in read.Tokens)
        {
            var steps = 0;
            for (var at = token.Index; at >= 0; at = read[at].HeadIndex) (steps++ <= length).ShouldBeTrue();
        }
    }

    [Fact]
    public void Plain_sentences_are_read_as_grammar_reads_them()
    {
        var read = Reader.Read("The army attacked the village.");
        var verb = read.Tokens.Single(t => t.HeadIndex < 0);
        verb.Text.ShouldBe("attacked");
        read.Tokens.Single(t => t.Relation == Deprel.Nsubj).Text.ShouldBe("army");
        read.Tokens.Single(t => t.Relation == Deprel.Obj).Text.ShouldBe("village");
    }

    [Fact]
    public void Many_threads_read_as_one_does()
    {
        var expected = Trees(Reader.Read(Report));
        Parallel.For(0, 16, _ => Trees(Reader.Read(Report)).ShouldBe(expected));
    }

    private static string Trees(Document read) => string.Join(' ', read.Tokens.Select(t => $"{t.HeadIndex}{t.Relation.Name()}"));
}
