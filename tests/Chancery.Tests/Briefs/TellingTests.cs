using Chancery.Briefs;
using Chancery.English;

namespace Chancery.Tests.Briefs;

public class TellingTests
{
    private static readonly Telling Telling = new(EnglishPack.Instance);

    public static TheoryData<string, string> Rows =>
        [.. EnglishPack.Instance.Read("languages/en/telling.tsv").Rows.Select(r => (r["frame"], r["example"]))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_tells_its_example(string frame, string example) => (Telling.Clause(Claim(frame)) + ".").ShouldBe(example);

    [Theory]
    [InlineData(ClaimStatus.Ongoing, "Kenya is visiting Peru")]
    [InlineData(ClaimStatus.Planned, "Kenya is to visit Peru")]
    [InlineData(ClaimStatus.Possible, "Kenya may visit Peru")]
    [InlineData(ClaimStatus.Demanded, "Kenya is called on to visit Peru")]
    [InlineData(ClaimStatus.Conditional, "Kenya would visit Peru")]
    [InlineData(ClaimStatus.Denied, "Kenya did not visit Peru")]
    public void Status_gives_the_form_of_the_verb(ClaimStatus status, string told) =>
        Telling.Clause(Claim("visit") with { Status = status }).ShouldBe(told);

    [Fact]
    public void Nobody_named_nothing_told() => Telling.Clause(Claim("visit") with { Actors = [] }).ShouldBeNull();

    [Fact]
    public void A_recipient_that_is_not_told_leaves_no_gap() => Telling.Clause(Claim("aid.troops") with { Recipients = [] }).ShouldBe("Kenya sent troops");

    [Fact]
    public void A_frame_without_words_is_told_as_its_parent() =>
        Telling.Clause(Claim("visit") with { Frame = new("visit.state", "visit", false, "") }).ShouldBe("Kenya visited Peru");

    private static EventClaim Claim(string frame) => new()
    {
        Id = "c",
        Trigger = default,
        Word = 0,
        Sentence = 0,
        Evidence = default,
        Frame = new(frame, null, false, ""),
        Actors = [new(default, "Kenya", "KEN", [], null)],
        Recipients = [new(default, "Peru", "PER", [], null)],
    };
}
