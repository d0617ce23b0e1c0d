using Chancery.Briefs;
using Chancery.English;

namespace Chancery.Tests.Briefs;

public class VoicesTests
{
    private static readonly Voices Voices = new(EnglishPack.Instance, new(EnglishPack.Instance));

    [Theory]
    [InlineData("Adel al-Jubeir", "Adel al-Jubeir")]
    [InlineData("Ann Lee", "Ann Lee")]
    [InlineData("North Korean diplomat", "a North Korean diplomat")]
    [InlineData("official", "the official")]
    [InlineData("recent intelligence", "recent intelligence")]
    [InlineData("he", "he")]
    public void A_source_stands_in_a_sentence_as_English_asks(string name, string within) => Voices.Within(name).ShouldBe(within);
}
