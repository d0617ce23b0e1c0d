using Chancery.English;

namespace Chancery.Tests.Coding;

/// <summary>Under which name and country those who act in a report are kept.</summary>
public sealed class IdentityTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Theory]
    [InlineData("OSLO, Norway (AP)_ Norway condemned Peru on Friday. Norway expelled the envoy of Peru.", "expelled", "Norway")]
    [InlineData("LIMA, Peru (AP) -- Peru condemned Norway on Friday.", "condemned", "Peru")]
    [InlineData("The U.S. condemned Peru on Friday.", "condemned", "United States")]
    [InlineData("NORWAY expelled the envoy of Peru on Friday.", "expelled", "Norway")]
    [InlineData("Lima said on Friday that it condemned Norway. Peru expelled the envoy of Norway.", "expelled", "Peru")]
    [InlineData("The Soviet Union invaded Afghanistan in 1979.", "invaded", "Soviet Union")]
    public void A_state_goes_by_its_name(string text, string act, string name) => Act(text, act).Actors.Single().Name.ShouldBe(name);

    [Theory]
    [InlineData("SANTIAGO, Chile (AP)_ The top commander of a rebel force said on Friday he had freed two hostages.")]
    [InlineData("MAPUTO, Mozambique (AP) -- Rebels killed ten soldiers, officials said.")]
    public void A_dateline_is_nobody(string text)
    {
        var reading = Read(text);
        reading.Mentions.Entities.ShouldNotContain(m => m.Span.Start < text.IndexOf(')', StringComparison.Ordinal));
        reading.Attributions.Relations.ShouldNotContain(r => r.Source != null && r.Source.Value.Start < text.IndexOf(')', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("King Olav of Norway landed in Lima on Monday. It rained. Nobody came. Trade fell. Prices rose. The king met the foreign minister of Peru.", "met", "NOR")]
    [InlineData("King Olav of Norway landed in Lima on Monday. The monarch met the foreign minister of Peru.", "met", "NOR")]
    [InlineData("Gen. Oscar Ruiz of Peru spoke on Monday. It rained. The general attacked Chile.", "attacked", "PER")]
    [InlineData("Pope Clement of Malta prayed on Monday. The pontiff criticized Chile.", "criticized", "MLT")]
    [InlineData("Foreign Minister Aino Salo of Finland spoke on Monday. The minister accused Chile of lying.", "accused", "FIN")]
    public void A_title_takes_up_its_holder(string text, string act, string country) => Act(text, act).Actors[0].Country.ShouldBe(country);

    [Theory]
    [InlineData("President Oscar Ruiz of Peru met President Jan Dahl of Norway on Monday. Dahl's spokesman Per Lie said it went well. The two leaders signed a pact.", "signed")]
    [InlineData("Presidents Oscar Ruiz of Peru and Jan Dahl of Norway met on Monday. It rained. Nobody came. Trade fell. Prices rose. The two presidents signed a pact.", "signed")]
    [InlineData("Presidents Oscar Ruiz of Peru and Jan Dahl of Norway met on Monday. The two presidents smiled. It rained. Trade fell. The two countries signed a pact.", "signed")]
    public void A_group_is_of_those_who_hold_what_it_names(string text, string act) =>
        Act(text, act).Actors.Select(a => a.Country).Order().ShouldBe(["NOR", "PER"]);

    [Theory]
    [InlineData("Peruvian troops are already there. Norway said its troops would attack the rebels.", "attack", "NOR")]
    [InlineData("Norway condemned Peru. Its soldiers attacked Chile.", "attacked", "NOR")]
    public void What_is_possessed_is_its_possessors(string text, string act, string country) => Act(text, act).Actors[0].Country.ShouldBe(country);

    [Fact]
    public void The_police_of_a_place_are_not_those_of_another_country() =>
        Act("Peruvian police killed ten miners in Lima. Protesters marched in Oslo. The police arrested a protester in Oslo.", "arrested").Actors[0].Country.ShouldBe("NOR");

    [Theory]
    [InlineData("An Egyptian Islamic Jihad group attacked a bus in Lima.", "attacked", "EGY")]
    [InlineData("Islamic Jihad attacked a bus in Lima.", "attacked", "PSE")]
    public void A_national_adjective_is_stronger_than_a_partial_name(string text, string act, string country) => Act(text, act).Actors[0].Country.ShouldBe(country);

    [Fact]
    public void A_few_of_them_do_not_tell_whose_all_are() =>
        Act("The blast killed 258 people, including 12 Americans.", "killed").Recipients.ShouldNotContain(r => r.Country == "USA");

    [Fact]
    public void A_national_is_no_state()
    {
        var expelled = Act("Kenya expelled a Libyan on Friday.", "expelled").Recipients.Single();
        (expelled.Name, expelled.Country, expelled.ActorId).ShouldBe(("a Libyan", "LBY", null));
    }

    [Theory]
    [InlineData("The program calls for reforms in Peru.")]
    [InlineData("Aerial surveillance assisted the inspectors in Peru.")]
    public void What_is_abstract_does_not_act(string text) => Read(text).Claims.Claims.ShouldAllBe(c => c.Actors.IsEmpty);

    [Fact]
    public void A_family_name_at_the_head_of_a_sentence_is_its_bearers() =>
        Act("Boris Yeltsin met Leonid Kuchma. Yeltsin and Kuchma condemned Chile.", "condemned").Actors.Select(a => a.Country).Order().ShouldBe(["RUS", "UKR"]);

    [Fact]
    public void A_secretary_of_state_is_the_one_named_behind() =>
        Act("U.S. Secretary of State Madeleine Albright has invited Polish Foreign Minister Bronislaw Geremek to the talks.", "invited").Actors.Single().Name.ShouldBe("Madeleine Albright");

    private static EventClaim Act(string text, string act) => Read(text).Claims.Claims.First(c => c.Trigger.In(text) == act);

    private static Reading Read(string text) => Reader.Read(new Report { Id = "identity", Text = text, Published = new(1998, 10, 16) });
}
