using System.Collections.Immutable;
using Chancery.English;

namespace Chancery.Tests.Coding.Figures;

public class FigureTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void What_nobody_follows_is_no_figure()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/passed.tsv", "lemma", "most", "example").Rows) Read(row["example"]).ShouldBeEmpty(row["example"]);
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/aged.tsv", "words", "example").Rows) Read(row["example"]).ShouldBeEmpty(row["example"]);
    }

    [Fact]
    public void What_is_told_by_how_long_it_lasted_makes_a_span_a_figure()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/lasting.tsv", "lemma", "units", "example").Rows) Read(row["example"]).ShouldHaveSingleItem(row["example"]);
    }

    [Theory]
    [InlineData("The town fell to the rebels after 23 days of fighting.", "day", null)]
    [InlineData("He was let go after three days in custody.", "day", null)]
    [InlineData("A second bomb fell 30 minutes later.", "minute", null)]
    [InlineData("The rebels will kill the hostages if the government does not yield within 48 hours.", "hour", null)]
    [InlineData("The ministers spoke for seven hours in Oslo.", "hour", "talked")]
    [InlineData("The cabinet ordered a curfew of three days.", "day", null)]
    public void How_long_it_was_is_known_by_what_lasted(string text, string unit, string? act)
    {
        var figure = Read(text).ShouldHaveSingleItem();
        (figure.Mention.Quantity.Unit, figure.Gist.Act).ShouldBe((unit, act));
    }

    [Fact]
    public void What_stands_beside_a_span_tells_whether_it_is_a_length()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/spans.tsv", "word", "tells", "example").Rows) Read(row["example"]).Length.ShouldBe(row["tells"] == "lapse" ? 1 : 0, row["example"]);
    }

    [Theory]
    [InlineData("The truce began two hours ago.")]
    [InlineData("The rebels have shelled the town in the past ten days.")]
    [InlineData("The rebels left two days later.")]
    [InlineData("The shelling began two minutes after midnight.")]
    [InlineData("He has governed the province for 14 years.")]
    [InlineData("A lawyer for the 75-year-old denied that he had left.")]
    public void When_it_was_is_no_length(string text) => Read(text).ShouldBeEmpty();

    [Theory]
    [InlineData("terms.tsv")]
    [InlineData("casualties.tsv")]
    public void What_makes_a_number_a_figure_does(string table)
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/" + table, "lemma", "example").Rows) Read(row["example"]).ShouldHaveSingleItem(row["example"]);
    }

    [Theory]
    [InlineData("The North sent 3,000 soldiers to Russia in January.", "soldiers sent to Russia")]
    [InlineData("The army killed 12 militants.", "militants killed")]
    [InlineData("Some 4,000 residents of the town fled.", "residents of the town")]
    [InlineData("The party won 19% of the vote.", "vote")]
    [InlineData("The town fell to the rebels after 23 days of fighting.", "days of fighting")]
    [InlineData("The cabinet ordered a curfew of three days.", "days of curfew")]
    [InlineData("The siege lasted 500 days.", "days of siege")]
    [InlineData("The woman waited for 11 hours at the gate.", "hours (waited)")]
    public void A_figure_says_what_it_counts(string text, string of) => Read(text).ShouldHaveSingleItem().Of.ShouldBe(of);

    [Theory]
    [InlineData("The rights group put the number of people killed in the protests at 16.", 16, "people", "killed")]
    [InlineData("The ministry on Thursday raised to 176 the number of people killed in the raid.", 176, "people", "killed")]
    [InlineData("The toll rose to 41.", 41, "people", "killed")]
    [InlineData("The group put the number of arrests at 177.", 177, "people", "held")]
    [InlineData("The ministry admitted 63 dead.", 63, "people", "killed")]
    [InlineData("A destroyer rescued the crew of 25.", 25, "crew", "rescued")]
    [InlineData("Divers recovered the bodies of four.", 4, "people", "recovered")]
    [InlineData("The minister confirmed the arrest of 20.", 20, "people", "held")]
    [InlineData("Two thousand soldiers were sent to the border.", 2000, "troop", "sent")]
    [InlineData("Prosecutors said that five had been fired.", 5, "", "fired")]
    [InlineData("The ministry said nine of its soldiers had been killed.", 9, "troop", "killed")]
    public void A_count_is_known_by_the_words_that_tell_it(string text, int number, string things, string act)
    {
        var figure = Read(text).ShouldHaveSingleItem();
        (figure.Mention.Quantity.Min, figure.Counted!.Things, figure.Gist.Act).ShouldBe((number, things, act));
    }

    /// <summary>Every act reads the example beside it.</summary>
    [Fact]
    public void Every_act_counts_its_example()
    {
        var wrong = new List<string>();
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/acts.tsv", "name", "words", "example").Rows)
        {
            var act = row["name"] switch { "put" => "wounded", "counted" or "reckoned" or "risen" => "killed", "lost" or "fallen" => "killed", "kept" => "held", var name => name };
            if (!Read(row["example"]).Any(f => f.Gist.Act == act || f.Counted!.IsReckoned && f.Gist.Act is null)) wrong.Add($"{row["name"]}: {row["example"]}: {string.Join(' ', Read(row["example"]).Select(f => f.Gist.Act ?? "none"))}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Acts_of_claims_are_those_of_frames()
    {
        var frames = EnglishPack.Instance.Read("frames/frames.tsv", "name").Rows.Select(row => row["name"]).ToArray();
        EnglishPack.Instance.Read("languages/en/figures/acts.tsv", "name", "frames").Rows.SelectMany(row => row.Parts("frames")).ShouldBeSubsetOf(frames);
    }

    /// <summary>Every verb with the word that goes with it reads the example beside it, as an act that numbers are counted by.</summary>
    [Fact]
    public void Every_phrase_counts_its_example()
    {
        var acts = EnglishPack.Instance.Read("languages/en/figures/acts.tsv", "name").Rows.Select(row => row["name"]).ToHashSet();
        var wrong = new List<string>();
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/phrases.tsv", "act", "verb", "with", "counted", "example").Rows)
        {
            acts.ShouldContain(row["act"]);
            row["counted"].ShouldBeOneOf("subject", "object");
            if (Read(row["example"]).Select(f => f.Gist.Act).ToArray() is not [var act] || act != (row["act"] is "kept" ? "held" : row["act"])) wrong.Add($"{row["act"]}: {row["example"]}: {string.Join(' ', Read(row["example"]).Select(f => f.Gist.Act ?? "none"))}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void What_an_act_comes_to_depends_on_the_things()
    {
        var wrong = new List<string>();
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/told-of.tsv", "act", "things", "told", "example").Rows)
        {
            var act = row["told"].Length > 0 ? row["told"] : null;
            if (Read(row["example"]) is not [var figure] || figure.Gist.Act != act) wrong.Add($"{row["example"]}: {string.Join(' ', Read(row["example"]).Select(f => f.Gist.Act ?? "none"))}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_a_newsroom_spells_counts_are_compared_by_one_word()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/spellings.tsv", "spelling", "word", "example").Rows)
            Read(row["example"]).ShouldHaveSingleItem(row["example"]).Counted!.Things.Split(' ')[0].ShouldBe(row["word"], row["example"]);
    }

    /// <summary>Of a word that no table of counts has, the claim tells what was done.</summary>
    [Theory]
    [InlineData("The army neutralized 15 militants near the border.", "fighter", "killed")]
    [InlineData("Thirty sailors were seized when raiders boarded the ship.", "sailor", "held")]
    [InlineData("Thirty raiders seized the ship.", "fighter", null)]
    [InlineData("Ninety villagers were expelled from the valley by the army.", "people", "displaced")]
    public void A_claim_tells_what_was_done_to_those_counted(string text, string things, string? act)
    {
        var figure = Read(text).ShouldHaveSingleItem();
        (figure.Counted!.Things, figure.Gist.Act).ShouldBe((things, act));
    }

    [Theory]
    [InlineData("Rescuers arrived at 156 dead: 83 men, 28 women and 45 children.", "killed killed killed killed")]
    [InlineData("Police detained 40 people: 25 students and 15 teachers.", "held held held")]
    [InlineData("The clinic put the dead at 27 and the injured at 106.", "killed wounded")]
    [InlineData("A boy of nine drowned and 30 people were injured, the mayor said.", "wounded")]
    [InlineData("The rights group put the number of people killed in the protests at 16.", "killed")]
    [InlineData("The ministry said it had shot down 36 drones and lost 12 jets.", "downed destroyed")]
    [InlineData("The army destroyed 36 drones.", "downed")]
    [InlineData("She brought the debt down to $42,000.", "none")]
    [InlineData("Ninety agents were arrested.", "held")]
    [InlineData("Seven banks have provided the loans.", "none")]
    public void Each_number_has_the_act_that_is_its_own(string text, string acts) => string.Join(' ', Read(text).Select(f => f.Gist.Act ?? "none")).ShouldBe(acts);

    [Theory]
    [InlineData("Eight rounds of talks were held last year.", "round")]
    [InlineData("The list, which parents drew up, holds 88 names.", "people")]
    [InlineData("The party held 40 seats.", "seat")]
    [InlineData("The thieves took 40 rifles away.", "rifle")]
    [InlineData("The town has received 300 rounds of ammunition.", "shell")]
    public void What_is_held_is_in_custody_only_where_it_can_be(string text, string things)
    {
        var figure = Read(text).ShouldHaveSingleItem();
        figure.Counted!.Things.ShouldBe(things);
        figure.Gist.Act.ShouldNotBe("held");
    }

    /// <summary>Whoever gives a bare number for what was just counted counts the same.</summary>
    [Fact]
    public void A_bare_number_that_another_one_gives_is_of_what_was_just_counted()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/anew.tsv", "words", "example").Rows)
        {
            var figures = Read(row["example"]);
            figures.Length.ShouldBe(2, row["example"]);
            (figures[1].Counted!.Things, figures[1].Gist.Act).ShouldBe((figures[0].Counted!.Things, figures[0].Gist.Act), row["example"]);
            figures[1].Attribution.ShouldNotBeEmpty(row["example"]);
        }
        Read("The court has ruled. A hospital spoke of five.").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Six people were killed, police said. Eight, according to the hospital.", "hospital")]
    [InlineData("Six people were killed, police said. Eight, said a doctor there.", "a doctor")]
    [InlineData("The army counted three graves; a villager says there are eight.", "villager")]
    [InlineData("The court sentenced three men. The lawyer says it was eight.", "lawyer")]
    [InlineData("The government says six were killed; rights groups say it was more than eight.", "rights groups")]
    [InlineData("The hospital admitted six wounded. The health ministry lists eight.", "health ministry")]
    [InlineData("Six people were killed. They have been buried. A colleague counted eight.", "A colleague")]
    [InlineData("There were three marchers at the gates, according to the police, eight according to a union.", "union")]
    public void A_bare_number_on_somebodys_word_is_another_count(string text, string source)
    {
        var figures = Read(text);
        figures.Length.ShouldBe(2);
        figures[1].Mention.Quantity.Min.ShouldBe(8);
        (figures[1].Counted!.Things, figures[1].Gist.Act).ShouldBe((figures[0].Counted!.Things, figures[0].Gist.Act));
        figures[1].Attribution.ShouldHaveSingleItem().ShouldContain(source);
    }

    [Theory]
    [InlineData("The dead in the town number 40, the mayor said.", 40, "people", "killed")]
    [InlineData("The observers at the border number 138.", 138, "observer", null)]
    [InlineData("The wounded numbered 22.", 22, "people", "wounded")]
    [InlineData("The dead are now 22.", 22, "people", "killed")]
    [InlineData("Ninety-six wounded were taken to a hospital.", 96, "people", "wounded")]
    [InlineData("The Red Crescent's tally of the dead stood at 43.", 43, "people", "killed")]
    [InlineData("The death toll of the landslide is put at 60.", 60, "people", "killed")]
    [InlineData("An earlier tally had put the dead at 12.", 12, "people", "killed")]
    [InlineData("Twenty of the dead are children, the fund said.", 20, "child", "killed")]
    [InlineData("The army lost twelve in the raid.", 12, "people", "killed")]
    [InlineData("The council put the turnout at two million.", 2_000_000, "people", "voted")]
    [InlineData("The fire cut output by 5 million barrels a day.", 5_000_000, "barrel", null)]
    [InlineData("Political prisoners will be released; their number was put at 90 by a union.", 90, "prisoner", "freed")]
    [InlineData("Of the two billion euros pledged 1.2 billion have been paid.", 1_200_000_000, "EUR", "sent")]
    public void A_number_without_its_noun_counts_what_its_words_tell(string text, int number, string things, string? act)
    {
        var figure = Read(text).Single(f => f.Mention.Quantity.Min == number);
        (figure.Counted!.Things, figure.Gist.Act).ShouldBe((things, act));
    }

    [Fact]
    public void A_part_is_counted_anew_as_a_part_and_by_whom()
    {
        Read("The wounded numbered 22. In the capital marchers protested, 200 of them by the count of a union and 400 by that of a policeman.").Last().Counted!.Things.ShouldNotBe("people");
        Read("In Kassala a police chief spoke of six dead, and in Gedaref a doctor spoke of eight.").Select(f => f.Attribution.Last()).ShouldBe(["police chief", "a doctor"]);
        Read("Twenty of the dead are children, the fund said.").ShouldHaveSingleItem().Of.ShouldBe("children");
    }

    /// <summary>Who brings forty tents moves no count to forty, and a bus has a number.</summary>
    [Fact]
    public void Who_moves_things_or_names_them_counts_nothing()
    {
        Read("The trucks brought 40 injured to the clinic.").ShouldHaveSingleItem().Attribution.ShouldBeEmpty();
        Read("The group raised 40 million dollars.").ShouldHaveSingleItem().Attribution.ShouldBeEmpty();
        Read("Bus number 40 left for the town.").ShouldBeEmpty();
    }

    [Fact]
    public void Each_who_puts_a_number_is_its_source() =>
        Read("Prisoners will be released; their number was put at 90 by a union and at 40 by the ministry.").Select(f => f.Attribution.Single()).ShouldBe(["a union", "the ministry"]);

    [Theory]
    [InlineData("He put the injured at 12.", 12, "people", "wounded")]
    [InlineData("Police said 22 people were in custody.", 22, "people", "held")]
    [InlineData("In clashes with guards 33 were killed.", 33, "people", "killed")]
    [InlineData("India lost 21 soldiers in four days.", 21, "troop", "killed")]
    [InlineData("At least 2,700 soldiers have fallen.", 2700, "troop", "killed")]
    [InlineData("India fired missiles at nine sites.", 9, "place", "struck")]
    [InlineData("The country has received 50,000 rounds.", 50000, "shell", "received")]
    [InlineData("The lawyers had 2,700 names of detainees.", 2700, "people", "held")]
    [InlineData("The bomb left a crater four meters wide.", 4, "meter", null)]
    [InlineData("The bodies of 6,000 soldiers were returned.", 6000, "people", "killed")]
    public void What_befell_those_counted_is_told_in_many_ways(string text, int number, string things, string? act)
    {
        var figure = Read(text).Single(f => f.Mention.Quantity.Min == number);
        (figure.Counted!.Things, figure.Gist.Act).ShouldBe((things, act));
    }

    [Fact]
    public void Survivors_are_counted_beside_the_dead()
    {
        var figures = Read("The ministry put the number of dead at 38 and that of survivors at 29.");
        figures.Select(f => f.Gist.Act).ShouldBe(["killed", "survived"]);
    }

    [Fact]
    public void A_part_of_which_another_thing_is_told_is_a_count_of_its_own()
    {
        Read("The ministry said 25 people had survived, 22 of whom were in hospital.").Select(f => (f.Counted!.Things, f.Gist.Act)).ShouldBe([("people", "survived"), ("people", "wounded")]);
        Read("Soldiers rescued 137 hostages, 76 of them girls.").Select(f => (f.Counted!.Things, f.Gist.Act)).ShouldBe([("people", "rescued"), ("part", "rescued")]);
    }

    /// <summary>What a second number counts stands with the first where the verb is left out.</summary>
    [Theory]
    [InlineData("The European Union promised 350 million euros, Germany 244 million and France 110 million.", "EUR EUR EUR", "promised promised promised")]
    [InlineData("Ukraine fired 2,000 shells a day and Russia 20,000.", "shell shell", "fired fired")]
    [InlineData("Malawi lost three soldiers and Uruguay two.", "troop troop", "killed killed")]
    public void A_number_without_its_verb_counts_what_the_one_before_counts(string text, string things, string acts)
    {
        var figures = Read(text);
        string.Join(' ', figures.Select(f => f.Counted!.Things)).ShouldBe(things);
        string.Join(' ', figures.Select(f => f.Gist.Act)).ShouldBe(acts);
    }

    [Fact]
    public void Whoever_has_the_second_number_is_its_source_where_both_are_reckoned()
    {
        var figures = Read("Gunmen abducted 250 women near the town. The United Nations put them at 200, a local leader at 113.");
        figures.Select(f => f.Attribution.LastOrDefault()).ShouldBe([null, "United Nations", "a local leader"]);
    }

    [Theory]
    [InlineData("Russia got back 78 of its own dead, up from 27 on Wednesday.", 27)]
    [InlineData("The headmaster said 35 children had escaped, not 28.", 28)]
    [InlineData("Nearly 3,000 people were killed. The ministry had earlier spoken of 700 dead.", 700)]
    [InlineData("The committee has brought its count of the dead from 45 to 67.", 45)]
    [InlineData("The garrison of the town was strengthened from 70 men to 130 men.", 70)]
    [InlineData("The number of people arrested has risen to 21 from 18.", 18)]
    public void What_was_counted_before_is_told_as_former(string text, int number) =>
        Read(text).Where(f => f.Counted!.IsFormer).ShouldHaveSingleItem().Mention.Quantity.Min.ShouldBe(number);

    [Theory]
    [InlineData("Missiles struck the town on Tuesday, killing 13 people.", "2025-03-18")]
    [InlineData("Thirteen people died when a missile hit a house in Gorlovka on Sunday, Ukraine's prosecutor general said on Tuesday.", "2025-03-16")]
    [InlineData("The minister said on Tuesday that 13 people had been killed.", null)]
    [InlineData("The toll rose on Tuesday to 13.", null)]
    [InlineData("Since Tuesday 13 people have been killed.", null)]
    public void The_day_of_a_blow_is_not_the_day_it_was_told(string text, string? day) =>
        Read(text).Single(f => f.Mention.Quantity.Min == 13).Counted!.On.ShouldBe(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Every_total_of_a_time_is_known() => Read("Since the deal was announced, 81 people have been killed.").ShouldHaveSingleItem().Counted!.IsRunning.ShouldBeTrue();

    [Fact]
    public void A_share_is_of_whoever_has_it()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/shares.tsv", "as", "words", "example", "holder").Rows)
            Read(row["example"]).ShouldHaveSingleItem().Counted!.By.ShouldNotBeNull(row["example"]).Replace('-', ' ').ShouldContain(row["holder"].ToLowerInvariant(), Case.Insensitive, row["example"]);
    }

    [Theory]
    [InlineData("Officials said 26 civilians were killed and 46 wounded.", "killed", "wounded")]
    [InlineData("The quake killed 2,053 people and injured 9,240.", "killed", "wounded")]
    public void Each_number_has_the_act_that_befell_those_it_counts(string text, string first, string second) =>
        Read(text).Select(f => f.Gist.Act).ShouldBe([first, second]);

    [Fact]
    public void Whoever_puts_the_number_at_so_many_is_its_source() =>
        Read("Strikes killed at least 71 people, rescuers said. The health ministry put the number at 81.").Last().ShouldSatisfyAllConditions(
            f => f.Attribution.ShouldHaveSingleItem().ShouldContain("health ministry"),
            f => (f.Counted!.Things, f.Gist.Act).ShouldBe(("people", "killed")));

    [Theory]
    [InlineData("Russia's defense ministry confirmed the attack and put the number of dead at 12.", "Defense Ministry of Russia")]
    [InlineData("Foro Penal put the number of arrests at 177.", "Foro Penal")]
    public void Whoever_keeps_the_count_is_its_source(string text, string source) => Read(text).ShouldHaveSingleItem().Attribution.Last().ShouldBe(source);

    [Fact]
    public void What_the_counted_are_in_tells_what_befell_them() => Read("He put at 32 the number of people in custody.").ShouldHaveSingleItem().Gist.Act.ShouldBe("held");

    [Fact]
    public void A_share_is_given_in_per_cent()
    {
        var quantity = Read("Only a quarter of citizens favored the change.").ShouldHaveSingleItem().Mention.Quantity;
        (quantity.Min, quantity.Max, quantity.Unit).ShouldBe((25m, 25m, "percent"));
    }

    [Fact]
    public void A_figure_carries_the_word_of_its_source() =>
        Read("The ministry said that 250 troops had crossed the border.").ShouldHaveSingleItem().Attribution.ShouldHaveSingleItem();

    private static ImmutableArray<Figure> Read(string text) => Reader.Read(new Report { Id = "x", Text = text, Published = new DateOnly(2025, 3, 21) }).Claims.Figures;
}
