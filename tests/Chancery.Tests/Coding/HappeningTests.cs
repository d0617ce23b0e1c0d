using System.Text.Json;
using Chancery.English;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Ontologies;

namespace Chancery.Tests.Coding;

/// <summary>What happens without being an act that ontologies code is read beside the acts and takes nothing from them.</summary>
public sealed class HappeningTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);
    private static readonly Codebook Codes = Codebook.Read(EnglishPack.Instance);

    [Theory]
    [InlineData("The truce began on Sunday.", "truce-begins", "truce")]
    [InlineData("The tanker sank on Monday.", "accident", "tanker")]
    [InlineData("The court upheld the result.", "uphold", "result")]
    [InlineData("Another airliner has crashed.", "accident", "Another airliner")]
    public void It_needs_no_party_and_has_no_code(string text, string frame, string thing)
    {
        var claim = Read(text).ShouldHaveSingleItem();
        claim.Frame.Name.ShouldBe(frame);
        claim.Recipients.ShouldHaveSingleItem().Name.ShouldBe(thing);
        claim.IsHappening.ShouldBeTrue();
        (Codes.Plover.Code(claim), Codes.Cameo.Code(claim)).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("The boats circled the island, the envoy said.", "boats", "envoy")]
    [InlineData("The envoy denied that the boats had circled the island.", "boats", "envoy")]
    [InlineData("According to the ministry, the hostages were shaved.", "hostages", "ministry")]
    public void What_somebody_vouches_for_is_told_whatever_its_verb(string text, string who, string source)
    {
        var claim = Read(text).Single(c => c.Frame.Name == "circumstance");
        claim.Actors.Concat(claim.Recipients).ShouldContain(p => p.Name.Contains(who, StringComparison.Ordinal));
        claim.Attribution.ShouldBe([source]);
    }

    [Theory]
    [InlineData("The boats circled the island.")]
    [InlineData("\"The boats circled the island,\" the envoy said.")]
    [InlineData("We circled the island, the envoy said.")]
    [InlineData("The envoy said that voters were disgusted.")]
    [InlineData("The envoy said that the mood had darkened.")]
    [InlineData("The envoy said that the men wanted to leave.")]
    [InlineData("Armenia denied that its troops had fired and proposed a joint investigation.")]
    public void What_is_nobody_elses_word_on_people_or_things_is_no_circumstance(string text) => Read(text).ShouldNotContain(c => c.Frame.Name == "circumstance");

    [Theory]
    [InlineData("The envoy will be in Lima by May.", "presence", ClaimStatus.Planned)]
    [InlineData("No frigate was near, the ministry said.", "presence", ClaimStatus.Denied)]
    [InlineData("The ship belongs to the bank.", "belonging", ClaimStatus.Occurred)]
    [InlineData("The town is under siege.", "closure", ClaimStatus.Ongoing)]
    [InlineData("There were no clashes.", "incident", ClaimStatus.NotOccurred)]
    [InlineData("The envoy was not in Lima.", "presence", ClaimStatus.NotOccurred)]
    [InlineData("No fighter was in Homs.", "presence", ClaimStatus.NotOccurred)]
    [InlineData("The envoy may be in Lima.", "presence", ClaimStatus.Possible)]
    [InlineData("No sailor was missing.", "disappear", ClaimStatus.NotOccurred)]
    public void How_things_stand_is_told(string text, string frame, ClaimStatus status) => Read(text).Single(c => c.Frame.Name == frame).Status.ShouldBe(status);

    [Theory]
    [InlineData("He was in line for promotion.")]
    [InlineData("He was born in December.")]
    [InlineData("They want to keep the city safe.")]
    [InlineData("We are, in effect, at the end.")]
    public void Figures_of_speech_are_no_state_of_things(string text) => Read(text).ShouldNotContain(c => c.Frame.Name == "presence" || c.Frame.Name == "survival" || c.Frame.Name == "takes-effect");

    [Fact]
    public void Each_kind_stands_in_a_layer_of_its_own()
    {
        var reading = Reader.Read(new Report { Id = "a", Text = "Iran attacked Israel before the truce began.", Published = new(2024, 5, 6) });
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) ReadingJson.Write(json, reading, Layers.All, Codes);
        using var read = JsonDocument.Parse(buffer.ToArray());
        read.RootElement.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("frame").GetString()).ShouldBe(["attack"]);
        var happening = read.RootElement.GetProperty("happenings").EnumerateArray().ShouldHaveSingleItem();
        happening.GetProperty("frame").GetString().ShouldBe("truce-begins");
        happening.GetProperty("plover").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("The bridge was rebuilt in 1970.")]
    [InlineData("They have been urged not to return.")]
    [InlineData("Talks are hard.")]
    public void Scenery_and_what_nobody_says_came_about_are_none(string text) => Read(text).Where(c => c.IsHappening).ShouldBeEmpty();

    [Fact]
    public void One_happening_told_in_two_words_is_one() =>
        Read("There was no attempt to overthrow the king.").Where(c => c.IsHappening).ShouldHaveSingleItem().Status.ShouldBe(ClaimStatus.NotOccurred);

    [Fact]
    public void What_comes_of_an_act_is_no_happening_of_its_own() => Read("Gunmen attacked the village, killing people.").ShouldAllBe(c => !c.IsHappening);

    [Theory]
    [InlineData("The treaty was signed in May.", "agreement", "treaty")]
    [InlineData("The request was turned down.", "refusal", "request")]
    public void An_act_that_nobody_is_told_to_take_part_in_is_one(string text, string frame, string thing)
    {
        var claim = Read(text).ShouldHaveSingleItem();
        claim.Frame.Name.ShouldBe(frame);
        claim.Recipients.ShouldHaveSingleItem().Name.ShouldBe(thing);
    }

    [Fact]
    public void What_is_only_offered_without_parties_is_none() => Read("A bridge was promised.").ShouldBeEmpty();

    [Fact]
    public void What_comes_of_an_act_is_one_where_it_is_counted() =>
        Read("Gunmen attacked the village, killing ten people.").Single(c => c.IsHappening).Frame.Name.ShouldBe("killing");

    [Theory]
    [InlineData("The town buried the dead.", "death")]
    [InlineData("The hospital counted 113 injured people.", "injury")]
    [InlineData("There were 20 arrests.", "captivity")]
    public void Those_harmed_and_deeds_that_are_counted_are_told(string text, string frame) => Read(text).ShouldContain(c => c.Frame.Name == frame);

    [Theory]
    [InlineData("The town visited injured people.")]
    [InlineData("Arrests are common.")]
    public void What_is_not_counted_is_not(string text) => Read(text).ShouldNotContain(c => c.IsHappening);

    [Theory]
    [InlineData("The convoy is due in Lima on Friday.", "arrive")]
    [InlineData("The march is planned for Friday.", "gathering")]
    [InlineData("The union called a rally for Friday.", "gathering")]
    public void What_is_due_or_called_lies_ahead(string text, string frame) => Read(text).Single(c => c.Frame.Name == frame).Status.ShouldBe(ClaimStatus.Planned);

    [Fact]
    public void It_happened_where_the_place_hangs_on_the_verb() =>
        Read("A passenger jet on its way from Baku to the city of Grozny crashed near Aktau on Wednesday.").Single(c => c.Frame.Name == "accident").Place.ShouldNotBeNull().Name.ShouldBe("Aktau");

    [Theory]
    [InlineData("The truce is to start on Sunday, Qatar said.", "truce-begins")]
    [InlineData("The children are to be brought to the city of Kaduna on Sunday.", "transport")]
    public void What_is_to_be_lies_ahead(string text, string frame)
    {
        // published on a Monday
        var claim = Read(text).Single(c => c.Frame.Name == frame);
        claim.Status.ShouldBe(ClaimStatus.Planned);
        claim.Time.ShouldNotBeNull().From.ShouldBe(new DateOnly(2024, 5, 12));
    }

    [Theory]
    [InlineData("The nurse was rushed to the hospital.", "transport")]
    [InlineData("Lee was rushed to the hospital.", "transport")]
    [InlineData("Forty were rushed to the hospital.", "transport")]
    public void Any_of_several_kinds_will_do(string text, string frame) => Read(text).ShouldContain(c => c.Frame.Name == frame);

    [Theory]
    [InlineData("Police said that the envoy is back in Lima.", "return")]
    [InlineData("The search is over.", "halt")]
    [InlineData("The general was relieved of his command.", "dismissal")]
    public void A_state_tells_what_led_to_it(string text, string frame) => Read(text).ShouldContain(c => c.Frame.Name == frame);

    [Theory]
    [InlineData("The minister, who had stepped down the day before, praised him.", "resign")]
    [InlineData("The judge was sworn in on Monday.", "take-office")]
    public void A_day_behind_a_particle_is_no_object(string text, string frame) => Read(text).ShouldContain(c => c.Frame.Name == frame);

    [Theory]
    [InlineData("The consul opened the cupboards.", "handling")]
    [InlineData("The guards removed the disk.", "removal")]
    public void Things_are_known_by_the_dictionary(string text, string frame) => Read(text).ShouldContain(c => c.Frame.Name == frame);

    [Theory]
    [InlineData("The envoy painted the fence.", "fence")]
    [InlineData("The court undid the arrangement.", "arrangement")]
    [InlineData("The fence was painted by Kenya.", "fence")]
    public void What_no_table_has_a_word_for_is_a_deed(string text, string thing)
    {
        var claim = Read(text).ShouldHaveSingleItem();
        (claim.Frame.Name, claim.Status).ShouldBe(("deed", ClaimStatus.Occurred));
        claim.Recipients.ShouldHaveSingleItem().Name.ShouldContain(thing);
    }

    [Theory]
    [InlineData("The envoy might have painted the fence.", "fence")]
    [InlineData("The drones flew far. They may have been launched by infiltrators.", "drones")]
    public void What_may_have_been_done_is_a_deed_perhaps(string text, string thing)
    {
        var claim = Read(text).Single(c => c.Frame.Name == "deed");
        claim.Status.ShouldBe(ClaimStatus.Possible);
        claim.Recipients.ShouldHaveSingleItem().Name.ShouldContain(thing);
    }

    [Fact]
    public void What_will_have_been_done_lies_ahead()
    {
        var claim = Read("Kenya will have painted the fence by June.").ShouldHaveSingleItem();
        (claim.Frame.Name, claim.Status).ShouldBe(("undertaking", ClaimStatus.Planned));
    }

    [Theory]
    [InlineData("The envoy will be back in Lima within a week.", ClaimStatus.Planned)]
    [InlineData("The envoy might be back in Lima within a week.", ClaimStatus.Possible)]
    [InlineData("The envoy hopes to be back in Lima by Christmas.", ClaimStatus.Planned)]
    [InlineData("The operation is to be over by Christmas.", ClaimStatus.Planned)]
    public void An_adverb_under_a_copula_lies_ahead_as_a_verb_does(string text, ClaimStatus status) => Read(text).ShouldHaveSingleItem().Status.ShouldBe(status);

    [Theory]
    [InlineData("We painted the fence.")]
    [InlineData("The envoy should have painted the fence.")]
    [InlineData("The envoy paints fences.")]
    [InlineData("The envoy cited the law.")]
    [InlineData("A bridge was promised.")]
    [InlineData("Armenia denied that its troops had fired and proposed a joint investigation.")]
    public void What_is_only_said_or_done_by_those_who_speak_is_none(string text) => Read(text).ShouldNotContain(c => c.Frame.Name == "deed");

    [Theory]
    [InlineData("Prosecutors accuse the envoy of hiding the report.", "The envoy")]
    [InlineData("Chad accused Sudan of having painted the fence.", "Sudan")]
    [InlineData("The envoy denied having painted the fence.", "The envoy")]
    public void What_somebody_is_accused_of_or_denies_is_his_deed(string text, string who)
    {
        var claim = Read(text).Single(c => c.Frame.Name == "deed");
        claim.Actors.ShouldHaveSingleItem().Name.ShouldBe(who, StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void Whoever_is_accused_of_having_done_it_did_it() =>
        Read("Russia accused Ukraine of having fired the missile.").Single(c => c.Frame.Name == "test-weapon").Actors.ShouldHaveSingleItem().Name.ShouldBe("Ukraine");

    [Theory]
    [InlineData("The envoy may repaint the fence.", ClaimStatus.Possible)]
    [InlineData("The council plans to repaint the fence.", ClaimStatus.Planned)]
    public void What_may_be_done_and_what_is_planned_are_undertakings(string text, ClaimStatus status)
    {
        var claim = Read(text).ShouldHaveSingleItem();
        (claim.Frame.Name, claim.Status).ShouldBe(("undertaking", status));
    }

    [Theory]
    [InlineData("Nobody captured the town, the mayor said.", "incident", ClaimStatus.Denied)]
    [InlineData("Nobody beat the students, the mayor said.", "incident", ClaimStatus.Denied)]
    [InlineData("Who captured the town is not known.", "capture", ClaimStatus.Occurred)]
    public void What_nobody_did_and_what_nobody_knows_who_did_is_told_all_the_same(string text, string frame, ClaimStatus status)
    {
        var claim = Read(text).ShouldHaveSingleItem();
        (claim.Frame.Name, claim.Status, claim.Actors.Length).ShouldBe((frame, status, 0));
    }

    [Theory]
    [InlineData("Militants abducted most of the nurses on Monday.", "nurses")]
    [InlineData("All of the ships were boarded.", "ships")]
    [InlineData("The army shelled the last of the villages.", "villages")]
    public void How_many_of_them_stands_before_whom_it_befell(string text, string whom) =>
        Read(text).ShouldHaveSingleItem().Recipients.ShouldHaveSingleItem().Name.ShouldContain(whom);

    [Fact]
    public void A_deed_is_of_the_class_of_its_plan() =>
        Read("The envoy painted the fence.").Single().Gist.Act.ShouldBe(Read("The envoy will paint the fence.").Single().Gist.Act);

    [Theory]
    [InlineData("The book opened a debate.")]
    [InlineData("He ran into a friend.")]
    [InlineData("They are going back into their shell.")]
    [InlineData("The system is broken.")]
    [InlineData("This remains a problem in Lima.")]
    public void Figures_of_speech_are_none(string text) => Read(text).ShouldNotContain(c => c.IsHappening);

    [Fact]
    public void Every_kind_has_a_class_by_which_newsrooms_tell_it()
    {
        var told = EnglishPack.Instance.Read("frames/akin.tsv", "name", "frames", "example").Rows.SelectMany(row => row.Parts("frames")).ToHashSet(StringComparer.Ordinal);
        FrameTable.Read(EnglishPack.Instance).All.Where(f => f.IsHappening && !told.Contains(f.Name)).Select(f => f.Name).ShouldBeEmpty();
    }

    private static System.Collections.Immutable.ImmutableArray<EventClaim> Read(string text) => Reader.Read(new Report { Id = "a", Text = text, Published = new(2024, 5, 6) }).Claims.Claims;
}
