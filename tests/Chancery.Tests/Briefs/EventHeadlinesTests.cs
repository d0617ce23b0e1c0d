using Chancery.Briefs;
using Chancery.English;
using Chancery.Fusion;
using static Chancery.Tests.Fusion.FilingCabinet;

namespace Chancery.Tests.Briefs;

public class EventHeadlinesTests
{
    private static readonly EventHeadlines Headlines = new(EnglishPack.Instance);

    [Fact]
    public void Tells_who_did_what_to_whom() =>
        Of(Claim("visit", "RUS", "PRK"), keepsSentences: true).ShouldBe("RUS visited PRK");

    /// <summary>A frame without words is told by its sentence, and where the reading keeps none, by the words of the claim.</summary>
    [Theory]
    [InlineData(true, "The envoys of both met at dawn.")]
    [InlineData(false, "Envoys of both met")]
    public void What_has_no_words_of_its_own_is_told_by_its_report(bool keepsSentences, string headline) =>
        Of(Claim("no such frame", "RUS"), keepsSentences).ShouldBe(headline);

    private static string Of(EventClaim claim, bool keepsSentences)
    {
        var report = Report("a", "2025-03-21", "the envoys\nof both met at dawn.", claim with { Evidence = new(4, 22) });
        if (!keepsSentences) report = report with { Sentences = [] };
        return Headlines.Of(Fuser.Fuse([report]).Events.ShouldHaveSingleItem());
    }
}
