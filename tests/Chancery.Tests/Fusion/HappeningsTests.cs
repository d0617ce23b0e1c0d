using Chancery.English;
using Chancery.Fusion.Coreference;
using Chancery.Linguistics;

namespace Chancery.Tests.Fusion;

public class HappeningsTests
{
    private static readonly DocumentReader Reader = new(EnglishPack.Instance);
    private static readonly HappeningWords Words = new(EnglishPack.Instance);

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in EnglishPack.Instance.Read("languages/en/fusion/happenings.tsv", "name", "example").Rows) data.Add(row["name"], row["example"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Some_word_of_every_example_names_its_group(string name, string example)
    {
        var document = Reader.Read(example);
        document.Tokens.Select(t => Words.Kind(document, t.Span)).ShouldContain(name, example);
    }
}
