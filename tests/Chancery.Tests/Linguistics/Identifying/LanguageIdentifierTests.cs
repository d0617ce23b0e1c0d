using Chancery.English;
using Chancery.Linguistics.Identifying;

namespace Chancery.Tests.Linguistics.Identifying;

public class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier Identifier = new(EnglishPack.Instance, "en");

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in EnglishPack.Instance.Read("languages/function-words.tsv", "language", "example").Rows) data.Add(row["language"], row["example"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_language_of_the_table_is_told_by_its_example(string language, string example) => Identifier.Identify(example).ShouldBe(language);

    [Theory]
    [InlineData("Переговоры продолжатся")]
    [InlineData("协议已经签署")]
    [InlineData("ستستمر المحادثات الأسبوع المقبل")]
    public void Another_script_is_no_English(string text) => Identifier.Identify(text).ShouldBe("und");

    [Theory]
    [InlineData("")]
    [InlineData("Putin, Kim meet")]
    [InlineData("Kim Jong Un (김정은) met Sergei Shoigu (Сергей Шойгу) in Pyongyang on Friday, officials said.")]
    [InlineData("Emmanuel Macron a dit: 'non' in Paris. The Le Monde daily said that the Élysée would not comment on the matter.")]
    [InlineData("1,200 2,300 4,500")]
    public void Short_and_mixed_texts_are_read(string text) => Identifier.Identify(text).ShouldBe("en");
}
