using Chancery.English;

namespace Chancery.Tests.Coding;

public sealed class DoerFinderTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    /// <summary>The examples of <c>frames/doers.tsv</c>: the doer in brackets, what he is said to have done in braces.</summary>
    public static TheoryData<string> Examples => [.. EnglishPack.Instance.Read("languages/en/frames/doers.tsv", "word", "noun", "doer", "example").Rows.Select(row => row["example"])];

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_a_noun_tells_is_laid_to_whom_the_example_brackets(string example) => Doers(example).ShouldContain(Plain(Between(example, '[', ']')));

    [Theory]
    [InlineData("[Iran] was not behind {the attack} on the port.", ClaimStatus.NotOccurred)]
    [InlineData("Iran denied that [it] was behind {the attack} on the port.", ClaimStatus.Denied)]
    public void What_he_is_said_not_to_be_behind_is_no_attack_of_his(string example, ClaimStatus status) =>
        Read(example).Claims.Single(claim => claim.Actors.Any(actor => actor.Name == "Iran") && claim.Frame.Name.StartsWith("attack", StringComparison.Ordinal)).Status.ShouldBe(status);

    [Fact]
    public void Who_accuses_is_not_who_is_behind_it() =>
        Read("The minister accused [Iran] of being behind {the attack} on the plants.").Claims.Single(claim => claim.Frame.Name == "attack").Actors.Select(actor => actor.Name).ShouldBe(["Iran"]);

    private static IEnumerable<string> Doers(string example)
    {
        var noun = Between(example, '{', '}');
        var reading = Read(example);
        var at = reading.Report.Text.IndexOf(noun, StringComparison.Ordinal);
        return reading.Claims.Where(claim => claim.Trigger.Start >= at && claim.Trigger.End <= at + noun.Length).SelectMany(claim => claim.Actors).Select(actor => Plain(actor.Name));
    }

    /// <summary>A name without its article.</summary>
    private static string Plain(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static FiledReading Read(string example) => FiledReading.Of(Reader.Read(new Report { Id = "x", Text = example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), Published = new(2025, 5, 8) }));

    private static string Between(string example, char open, char close) => example[(example.IndexOf(open, StringComparison.Ordinal) + 1)..example.IndexOf(close, StringComparison.Ordinal)];
}
