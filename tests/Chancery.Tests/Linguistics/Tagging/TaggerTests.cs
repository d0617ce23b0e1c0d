using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Tagging;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Tests.Linguistics.Tagging;

public class TaggerTests
{
    private static readonly Tokenizer Tokenizer = new(EnglishPack.Instance);
    private static readonly Tagger Tagger = Tagger.Open(EnglishPack.Instance);

    [Theory]
    [InlineData("The ministers have signed a pact.", "DET NOUN AUX VERB DET NOUN PUNCT", "the minister have sign a pact .")]
    [InlineData("Kim denied that soldiers were sent.", "PROPN VERB SCONJ NOUN AUX VERB PUNCT", "Kim deny that soldier be send .")]
    [InlineData("They will not talk to us.", "PRON AUX PART VERB ADP PRON PUNCT", "they will not talk to we .")]
    public void Gives_tags_and_lemmas(string text, string tags, string lemmas)
    {
        var tagged = Tagger.Tag(Tokenizer.Tokenize(text));
        string.Join(' ', tagged.Upos.Select(t => t.Name())).ShouldBe(tags);
        string.Join(' ', tagged.Lemmas).ShouldBe(lemmas);
    }

    [Fact]
    public void Equal_words_share_their_strings()
    {
        var tagged = Tagger.Tag(Tokenizer.Tokenize("The talks failed. The talks failed."));
        for (var i = 0; i < 4; i++)
        {
            tagged.Lemmas[i].ShouldBeSameAs(tagged.Lemmas[i + 4]);
            tagged.Xpos[i].ShouldBeSameAs(tagged.Xpos[i + 4]);
            tagged.Feats[i].ShouldBeSameAs(tagged.Feats[i + 4]);
        }
    }

    [Fact]
    public void Tagging_allocates_only_its_results()
    {
        var words = Tokenizer.Tokenize(string.Join(' ', Enumerable.Repeat("The envoys met on Friday and agreed to talk again.", 200)));
        // The collector may take pooled scratch away between two runs, so the leanest of several tells.
        var bytes = Enumerable.Range(0, 5).Min(_ => Allocated(() => Tagger.Tag(words)));
        // An index, a byte and three references a word, and a little for the arrays themselves.
        bytes.ShouldBeLessThan((words.Count * (4 + 1 + (3 * 8))) + 2000);
    }

    private static long Allocated(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
