using System.Collections.Immutable;
using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

public class PartiesTests
{
    [Theory]
    [InlineData("CHN RUS", "CHN RUS FRA", true)]
    [InlineData("CHN RUS", "CHN FRA", false)]
    [InlineData("CHN", "CHN FRA", true)]
    [InlineData("CHN", "FRA", false)]
    public void Who_was_there_too_makes_no_other_parties_whichever_list_comes_first(string one, string other, bool agree)
    {
        (Parties.Agreement(Of(one), Of(other)) > 0).ShouldBe(agree);
        (Parties.Agreement(Of(other), Of(one)) > 0).ShouldBe(agree);
    }

    private static ImmutableArray<Participant> Of(string countries) => [.. countries.Split(' ').Select(c => new Participant(default, c, c, [], $"state/{c}"))];
}
