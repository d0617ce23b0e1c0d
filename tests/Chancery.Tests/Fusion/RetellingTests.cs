using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

/// <summary>What a rewrite changed in what it tells again, and what it only says in other words.</summary>
public class RetellingTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    private const string Flood = " Heavy rain had fallen on the Kenyan county of Turkana since Saturday. In Lodwar the bridge over the Kawalase was swept away, and trucks carrying maize for the camp of Kakuma turned back. Governor Jeremiah Lomorukai closed the schools of Lodwar until Friday.";

    [Fact]
    public void One_source_under_another_description_is_one() =>
        Drifts("Kenya received another 1,245 tents for Lodwar on Monday, its headquarters for floods said.", "Another 1,245 tents for Lodwar came on Monday, according to Kenya's headquarters for floods.").ShouldBeEmpty();

    [Fact]
    public void A_count_that_both_give_once_is_one_in_whatever_words() =>
        Drifts("Twelve requests for army boats have been turned down since Sunday, a Kenyan official said.", "According to a Kenyan official, 20 requests for army boats have gone unheeded since Sunday.").ShouldBe(["number"]);

    [Fact]
    public void What_is_done_next_week_is_as_planned_as_what_will_be_done() =>
        Drifts("Kenyan President William Ruto will visit Lodwar next week.", "Kenyan President William Ruto visits Lodwar next week.").ShouldBeEmpty();

    [Fact]
    public void The_agency_of_one_state_is_not_the_airline_of_another_though_the_report_turns_on_it() => Drifts(
        "A Kenya Airways passenger jet crashed near Lodwar on Monday, and rescuers reached the Kenya Airways jet at noon. Uganda's aviation agency said the jet had hit a flock of birds.",
        "A Kenya Airways passenger jet crashed near Lodwar on Monday, and rescuers reached the Kenya Airways jet at noon. The jet had hit a flock of birds, said Kenya Airways.").ShouldContain("source");

    [Fact]
    public void A_sentence_told_again_with_another_verb_is_laid_beside_its_own() =>
        Drifts("A strike of teachers may follow in Lodwar on Monday, a Kenyan union said.", "Teachers in Lodwar will go on strike on Monday, according to a Kenyan union.").ShouldBe(["certainty"]);

    [Fact]
    public void A_number_and_on_whose_word_it_stands_may_both_be_changed() =>
        Drifts("The flood left a crater 14 meters wide near Lodwar, a Kenyan engineer said.", "The flood left a crater 40 meters wide near Lodwar.").ShouldBe(["number", "source"], ignoreOrder: true);

    [Fact]
    public void What_a_statement_takes_for_known_needs_no_source() => Drifts(
        "Kenya's army moved to Lodwar on Monday, its spokesman said, two weeks after raiders had killed 26 herders in Kakuma.",
        "Kenya's army moved to Lodwar on Monday, its spokesman said. Two weeks before raiders had killed 26 herders in Kakuma.").ShouldBeEmpty();

    [Fact]
    public void Who_counts_is_told_by_counting() =>
        Drifts("The crater near Lodwar is 40 meters wide, according to a British security firm.", "A British security firm found a crater near Lodwar, 40 meters wide.").ShouldBeEmpty();

    [Fact]
    public void Whoever_speaks_in_the_sentence_is_heard_for_all_of_it() => Drifts(
        "Kenya has hired raiders near Lodwar, and they have burned 12 boats, a French officer said on Monday.",
        "Kenya has hired raiders near Lodwar; a French officer said on Monday that they have burned 12 boats.").ShouldBeEmpty();

    [Fact]
    public void What_a_report_leaves_open_it_tells_on_nobodys_word() => Drifts(
        "Gas may still flow through Lodwar to Kalokol, a Kenyan minister said.",
        "Whether gas would still flow through Lodwar to Kalokol, a Kenyan minister would not say.").ShouldBeEmpty();

    [Fact]
    public void A_rewrite_that_seems_less_sure_was_read_amiss() =>
        Drifts("Kenya's army moved to Lodwar on Monday, its spokesman said.", "Kenya's army may have moved to Lodwar on Monday, its spokesman said.").ShouldBeEmpty();

    [Fact]
    public void What_comes_behind_in_a_sentence_loses_its_source_with_what_comes_first()
    {
        const string Source = "Raiders burned 12 boats near Lodwar on Monday. A convoy left Kakuma for Lodwar, a nurse said.";
        Drifts(Source, "Raiders burned 12 boats near Lodwar on Monday. A convoy left Kakuma for Lodwar.").ShouldBe(["source"]);
        Drifts(Source, "Raiders burned 12 boats near Lodwar on Monday, when a convoy left Kakuma for Lodwar.").ShouldBeEmpty();
    }

    [Fact]
    public void How_long_it_was_needs_no_source_of_its_own() => Drifts(
        "Kenyan soldiers cleared the road to Lodwar on Monday after nine hours of work.",
        "Kenyan soldiers cleared the road to Lodwar on Monday after five hours of work.").ShouldBe(["number"]);

    [Theory]
    [InlineData("Militants killed seven policemen in an ambush near Lodwar on Monday.", "The Taliban killed seven policemen in an ambush near Lodwar on Monday.")]
    [InlineData("Ten people were killed near Lodwar on Monday in a protest over maize.", "Ten people were killed by soldiers near Lodwar on Monday in a protest over maize.")]
    public void Who_is_named_by_nobody_before_is_another(string source, string rewrite) => Drifts(source, rewrite).ShouldContain("actor");

    [Fact]
    public void Two_of_his_officers_are_two_officers() =>
        Drifts("Kenyan raiders seized Colonel Ann Ekai near Lodwar on Monday, two officers told reporters.", "Kenyan raiders seized Colonel Ann Ekai near Lodwar on Monday, two of her officers told reporters.").ShouldBeEmpty();

    [Fact]
    public void Two_bodies_of_one_sort_are_two_sources() =>
        Drifts("Nine people were injured in Lodwar on Monday, the town's health committee said.", "Nine people were injured in Lodwar on Monday, the town's school committee said.").ShouldBe(["source"]);

    [Fact]
    public void Who_holds_an_office_is_the_office() =>
        Drifts("Floods injured nine people in Lodwar on Monday, the army's spokesman, Ann Ekai, said.", "Floods injured nine people in Lodwar on Monday, said a spokesman for the army.").ShouldBeEmpty();

    [Fact]
    public void Soldiers_are_no_police() =>
        Drifts("Kenyan soldiers rescued 137 people near Lodwar on Monday.", "Kenyan police rescued 137 people near Lodwar on Monday.").ShouldBe(["actor"]);

    [Theory]
    [InlineData("The Kenyan cabinet", "The Kenyan parliament")]
    [InlineData("A Kenyan court", "The Kenyan army")]
    public void One_body_of_a_state_is_not_another(string one, string other) =>
        Drifts($"{one} banned 12 boats near Lodwar on Monday.", $"{other} banned 12 boats near Lodwar on Monday.").ShouldBe(["actor"]);

    [Fact]
    public void A_state_is_told_for_its_bodies() =>
        Drifts("The Kenyan cabinet banned 12 boats near Lodwar on Monday.", "Kenya banned 12 boats near Lodwar on Monday.").ShouldBeEmpty();

    [Fact]
    public void A_short_surname_is_a_name() =>
        Drifts("Putin visited the port of Lodwar on Monday with 40 officers, the ministry said.", "Biden visited the port of Lodwar on Monday with 40 officers, the ministry said.").ShouldContain("actor");

    [Fact]
    public void The_same_pronoun_is_the_same_actor() =>
        Drifts("The boat of the Kenyan navy reached Lodwar on Monday. She called on the people of Kalokol to leave.", "The boat of the Kenyan navy reached Lodwar on Monday, said a lawmaker. She called on the people of Kalokol to leave.").ShouldNotContain("actor");

    private static IEnumerable<string> Drifts(string source, string rewrite)
    {
        var fused = Fuser.Fuse([Read("a", source, 6), Read("b", rewrite, 7)]);
        fused.Lineages.ShouldContain(l => l.DerivedFrom == "a");
        return [.. fused.Figures.Select(f => f.Drift).OfType<Drift>().SelectMany(d => d.All()).Concat(fused.Events.SelectMany(e => e.Drifts).Select(d => d.Drift)).Select(d => d.Field).Distinct()];
    }

    private static FiledReading Read(string id, string text, int day) => FiledReading.Of(Reader.Read(new Report { Id = id, Text = text + Flood, Publisher = "The " + id, Published = new(2024, 5, day) }));
}
