using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

/// <summary>What is told in the same words of other places, days and numbers is not one: names and numbers tell like happenings apart.</summary>
public class AlikeTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    private const string Daily = " The army did not comment on the attack, and the ministry said that it was checking what residents had reported. Workers continued searching through the ruins during the night while electricity remained cut. The authorities opened shelters and asked everybody to leave buildings whose windows were broken.";

    private const string Monday = "Russian artillery shelled the town of Kupiansk on Monday, killing 12 people, the regional governor said. Rescue workers pulled 3 people from the rubble of a house in Kupiansk. Residents said the shelling had lasted for two hours and that windows were broken in the hospital.";

    private const string Rewrite = "The regional governor said that 12 people were killed on Monday when Russian artillery shelled the town of Kupiansk. The shelling lasted for two hours, residents said. Rescue workers pulled 3 people from the rubble of a house in Kupiansk.";

    private const string Friday = "Russian artillery shelled the town of Vovchansk on Friday, killing 19 people, the regional governor said. Rescue workers pulled 7 people from the rubble of a house in Vovchansk. Residents said the shelling had lasted for two hours and that windows were broken in the hospital.";

    [Fact]
    public void A_rewrite_is_of_the_dispatch_it_was_made_from() => Fuse(("a", Monday, 6), ("b", Rewrite, 6)).Lineages.Select(l => l.Dispatch).Distinct().ShouldHaveSingleItem();

    private const string Landslide = "QUITO, March 4 (Austral) — A landslide set off by three days of rain buried 41 houses in Alausi, in the Andes of Ecuador, on Sunday night, the office of Governor Ivan Vinueza said on Monday. Sixteen bodies had been found by noon and 7 people were missing, according to the Ecuadorian Red Cross. "
        + "Mayor Remigio Roldan said he had asked the ministry of public works in January to close the road to Guasuntos, which cracked again on Saturday. The ministry denied having received such a letter. President Daniel Noboa, who was to fly to Lima for the summit, postponed the journey and sent 230 soldiers with dogs and excavators.";

    [Fact]
    public void A_rewrite_that_changes_nearly_every_word_but_names_and_numbers_is_of_the_dispatch() => Dispatches(
        ("a", Landslide, 4),
        ("b", "President Daniel Noboa has put off a trip to Lima, where a summit awaits him, and dispatched 230 soldiers to the Andes of Ecuador, and their dogs too. When a slope gave way there on Sunday night it took 41 houses of Alausi along, reports Governor Ivan Vinueza. "
            + "The Ecuadorian Red Cross speaks of 16 dead and of 7 people who are missing. In January, says Mayor Remigio Roldan, he wrote to the public works ministry, wanting the road to Guasuntos shut, where new fissures opened on Saturday. Nothing of that kind ever reached it, the ministry maintains.", 5)).ShouldBe(1);

    [Fact]
    public void Another_newsroom_that_was_there_shares_names_and_numbers_and_has_its_own() => Dispatches(
        ("a", Landslide, 4),
        ("b", "Maria Guaman was cooking when the hill above Alausi began to roar. She ran with two children; her husband and her mother are among the 7 missing. By Monday noon Ecuador's Red Cross had laid 16 bodies in the gymnasium of the Federico Gonzalez school, where neighbors tried to recognize shoes and ponchos. "
            + "Geologists of the institute in Riobamba had mapped the slope as unstable since 2019. Mayor Remigio Roldan wept in front of Teleamazonas cameras and blamed the ministry. President Daniel Noboa promised 230 soldiers and did not fly to Lima. In the hamlet of La Esperanza nobody slept.", 5)).ShouldBe(2);

    [Fact]
    public void A_sketch_is_kept_with_its_words_and_one_of_an_older_build_without()
    {
        var sketch = Sketch.Of(FilingCabinet.Report("a", "2024-03-04", Landslide));
        var (marks, wording) = Sketch.Restored(sketch.Stored);
        marks.ShouldBe(sketch.Marks);
        wording.ShouldNotBeNull().Words.ShouldBe(sketch.Wording!.Words);
        (marks, wording) = Sketch.Restored(sketch.Marks);
        marks.ShouldBe(sketch.Marks);
        wording.ShouldBeNull();
    }

    [Fact]
    public void A_like_dispatch_of_another_town_and_day_is_another() => Fuse(("a", Monday + Daily, 6), ("b", Friday + Daily, 10)).Lineages.Select(l => l.Dispatch).Distinct().Count().ShouldBe(2);

    [Fact]
    public void What_one_desk_writes_of_two_blows_keeps_the_states_and_no_number()
    {
        const string Blow = "Ethiopian artillery shelled the town of {0} in Afghanistan on Tuesday, killing {1} soldiers, the Afghan foreign ministry said. Afghan troops returned fire and destroyed {2} Ethiopian vehicles outside {0}. Ethiopia and Afghanistan had signed a truce in Addis Ababa, and Ethiopian officials accused Afghanistan of breaking it. Afghan officials in Kabul rejected that and called Ethiopia an aggressor.";
        Dispatches(("a", Format(Blow, "Kolan", 334, 27), 6), ("b", Format(Blow, "Misen", 515, 41), 7)).ShouldBe(2);
        Dispatches(("a", Format(Blow, "Kolan", 334, 27), 6), ("b", Format(Blow, "Kolan", 334, 28), 7)).ShouldBe(1);
    }

    [Fact]
    public void A_rewrite_that_changes_the_only_number_is_one_all_the_same()
    {
        const string Raid = "About {0} police officers broke into the Peruvian embassy in La Paz late on Friday and led away Hugo Quiroga, a former minister of Bolivia, the Peruvian foreign ministry said. The officers knocked down the ambassador, Elena Soto, in the courtyard. Peru broke off relations with Bolivia. President Luis Arce defended the raid in an address to the nation.";
        Dispatches(("a", Format(Raid, 50), 6), ("b", Format(Raid, 150), 7)).ShouldBe(1);
    }

    [Fact]
    public void A_stock_sentence_is_no_dispatch()
    {
        const string Stock = "The army did not comment on the attack. The ministry said that it was checking what residents had reported.";
        Dispatches(("a", Monday + " " + Stock, 6), ("b", "Officials met in a hotel near the border and left without speaking to journalists. " + Stock, 6)).ShouldBe(2);
        Dispatches(("a", Stock + " Nobody was told why.", 6), ("b", Stock, 6)).ShouldBe(1);
    }

    [Fact]
    public void A_weekday_in_common_is_no_name_in_common()
    {
        const string Daily = "On {0} officials counted votes until midnight. Workers on {0} repaired pipes beneath the harbor. Teachers marched on {0} through rain demanding wages. {1}";
        Dispatches(
            ("a", Format(Daily, "Thursday", "Judges from Bolivia, Iquitos and Potosi heard Ramirez, Salazar and Quispe."), 6),
            ("b", Format(Daily, "Thursday", "Judges from Malawi, Lilongwe and Zomba heard Banda, Phiri and Chisiza."), 6)).ShouldBe(2);
    }

    [Fact]
    public void A_dispatch_ends_after_two_weeks()
    {
        var dispatches = Fuse(("a", Monday, 1), ("b", Monday, 7), ("c", Monday, 13), ("d", Monday, 19)).Lineages.ToDictionary(l => l.Report, l => l.Dispatch);
        dispatches["c"].ShouldBe(dispatches["a"]);
        dispatches["d"].ShouldNotBe(dispatches["a"]);
    }

    [Theory]
    [InlineData("Vovchansk", false)]
    [InlineData("Kupiansk", true)]
    public void What_names_nobody_is_told_of_whom_its_report_turns_on(string town, bool same)
    {
        const string Aid = " The soldiers will guard the border at {0}, where people have fled from {0} for weeks. Another {1} soldiers are expected to follow next month.";
        var figures = Fuse(
            ("a", "A first unit arrived to help on Monday." + Format(Aid, "Kupiansk", 30), 6),
            ("b", "Help came by train and by truck, the governor said." + Format(Aid, town, 41), 8)).Figures.Where(f => f.Figure.Mention.Quantity.Min is 30 or 41).ToArray();
        (figures.Length, figures.Select(f => f.Series).Distinct().Count()).ShouldBe((2, same ? 1 : 2));
    }

    [Fact]
    public void A_like_blow_at_another_town_is_another()
    {
        var record = Fuse(("a", Monday, 6), ("b", Friday, 10));
        record.Events.ShouldNotContain(e => e.Claims.Select(c => c.Reading.Report.Id).Distinct().Count() > 1);
        record.Figures.GroupBy(f => f.Series).ShouldAllBe(series => series.Select(f => f.Reading.Report.Id).Distinct().Count() == 1);
    }

    [Theory]
    [InlineData("Lebanon's disaster unit has counted 41,000 refugees at the border, while Syria's immigration department spoke of 22,000.", "41000", "22000", true)]
    [InlineData("The ministry said 40 soldiers had been killed. Residents put the number at 55.", "40", "55", true)]
    [InlineData("About 80 percent of the refugees were Syrians. The agency put the number at 41.", "80", "41", false)]
    [InlineData("At least one person was shot dead in the raid. The United Nations put the number of abducted women at 200.", "1", "200", false)]
    [InlineData("Soldiers rescued 137 hostages, 76 of them girls, the army said.", "137", "76", false)]
    public void A_bare_number_counts_what_was_counted_right_before(string text, string one, string other, bool same)
    {
        var figures = Fuse(("a", text, 6)).Figures;
        (Series(one) is { } series && series == Series(other)).ShouldBe(same);

        string? Series(string number) => figures.FirstOrDefault(f => f.Figure.Mention.Quantity.Min == decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))?.Series;
    }

    [Fact]
    public void Shares_are_of_those_who_have_them()
    {
        var figures = Fuse(
            ("a", "Daniel Chapo won the election with 71 percent of the vote, the commission said. Venancio Mondlane won 20 percent of the vote.", 6),
            ("b", "Daniel Chapo won the election with 65 percent of the vote, the court said. Venancio Mondlane won 24 percent of the vote.", 8)).Figures;
        string Series(int share) => figures.Single(f => f.Figure.Mention.Quantity.Min == share).Series;
        Series(71).ShouldBe(Series(65));
        Series(71).ShouldNotBe(Series(20));
        Series(65).ShouldNotBe(Series(24));
    }

    private static string Format(string text, params object[] parts) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, parts);

    private static int Dispatches(params (string Id, string Text, int Day)[] reports) => Fuse(reports).Lineages.Select(l => l.Dispatch).Distinct().Count();

    private static FusedRecord Fuse(params (string Id, string Text, int Day)[] reports) =>
        Fuser.Fuse([.. reports.Select(r => FiledReading.Of(Reader.Read(new Report { Id = r.Id, Text = r.Text, Publisher = "The " + r.Id, Published = new DateOnly(2025, 5, r.Day) })))]);
}
