using System.Collections.Immutable;
using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

public class DisputeTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Theory]
    [InlineData("India's defense minister said at least 100 militants had been killed in the strikes on Pakistan. Islamabad denied that any militant had been killed.")]
    [InlineData("Russia said on Sunday that its missiles had killed 600 Ukrainian soldiers in Kramatorsk. Ukraine denied that any soldier had been killed.")]
    [InlineData("Poland accused Belarus of flying two helicopters into its airspace. Belarus denied it.")]
    [InlineData("India accused Pakistan of shelling Jammu, which Pakistan denied.")]
    [InlineData("India said it had destroyed a radar station in Lahore. Pakistan said the report was baseless.")]
    [InlineData("India said it had destroyed a radar station in Lahore, but Pakistan said nothing had been destroyed.")]
    [InlineData("India said Pakistan had fired missiles at Jammu. Islamabad disputes that.")]
    public void What_one_says_and_another_denies_is_disputed(string text) => Disputes(text).ShouldContain(d => d.Field == DisputeField.Status && d.Sides.Length == 2);

    [Theory]
    [InlineData("Ukraine said Russian shells had destroyed the Kakhovka dam. Russia said Ukrainian shells had destroyed the dam.")]
    [InlineData("Israel said a rocket of Islamic Jihad hit the hospital. Hamas said an Israeli air strike hit the hospital.")]
    public void What_two_sides_lay_to_each_other_is_one_blow_whose_doer_is_disputed(string text) => Disputes(text).ShouldContain(d => d.Field == DisputeField.Actor);

    [Theory]
    [InlineData("Russia said Ukrainian shells had hit a school in Donetsk. Ukraine said Russian missiles had hit a hospital in Kharkiv.")]
    [InlineData("Putin said the plane was shot down by Ukraine. Kyiv denied that it had been asked to make the airspace safe.")]
    [InlineData("The army killed 12 rebels. The rebels said that they had not been asked to talk.")]
    public void What_is_told_of_two_things_is_not(string text) => Disputes(text).ShouldBeEmpty();

    [Fact]
    public void A_denial_without_words_of_its_own_is_of_what_stands_before_it()
    {
        const string Text = "At least 50 villagers were killed by Hutu rebels in Goma, the army said. The rebels rejected the accusation. Congo accuses Rwanda of arming the rebels. Rwanda denied this.";
        var events = Events(Text).Where(e => e.Disputes.Any(d => d.Field == DisputeField.Status)).ToArray();
        events.Length.ShouldBe(2);
        events.ShouldAllBe(e => e.Claims.Length == 2);
    }

    private static Dispute[] Disputes(string text) => [.. Events(text).SelectMany(e => e.Disputes)];

    private static ImmutableArray<Event> Events(string text) =>
        Fuser.Fuse([FiledReading.Of(Reader.Read(new Report { Id = "x", Text = text, Publisher = "The X", Published = new DateOnly(2025, 5, 8) }))]).Events;
}
