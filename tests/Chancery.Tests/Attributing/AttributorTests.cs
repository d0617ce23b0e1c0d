using Chancery.Attributing;
using Chancery.English;
using Chancery.Linguistics;
using CsCheck;

namespace Chancery.Tests.Attributing;

public class AttributorTests
{
    private static readonly Attributor Attributor = new(EnglishPack.Instance);

    private static readonly MentionSet Nobody = new([], [], [], []);

    [Fact]
    public void A_subject_says_what_its_clause_tells()
    {
        var found = Read("""
            Kyiv|PROPN.NNP|2:nsubj said~say|VERB.VBD|0:root Moscow|PROPN.NNP|4:nsubj shelled~shell|VERB.VBD|2:ccomp the|DET.DT|6:det port|NOUN.NN|4:obj .|PUNCT|2:punct
            """, out var document);
        var relation = found.Relations.ShouldHaveSingleItem();
        relation.Source!.Value.In(document.Text).ShouldBe("Kyiv");
        relation.Cue!.Value.In(document.Text).ShouldBe("said");
        relation.Content.Single().In(document.Text).ShouldBe("Moscow shelled the port");
        relation.Stance.ShouldBe(Stance.Asserts);
        found.SourcesOf(document[3].Span).ShouldBe(["Kyiv"]);
        found.SourcesOf(document[1].Span).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Gunmen abducted 287 pupils in Kuriga, its headmaster, Sani Abdullahi, said on Friday.", "abducted", "Sani Abdullahi")]
    [InlineData("Israeli jets hit a depot near Tyre, Lebanon's transport minister, Ali Hamieh, said.", "hit", "Ali Hamieh")]
    [InlineData("Rebels killed 40 soldiers, the army's spokesman, Colonel Ali Diop, told reporters.", "killed", "Ali Diop")]
    [InlineData("Rebels killed 40 soldiers, announced Vladimir Medinsky, Russia's chief negotiator.", "killed", "Vladimir Medinsky")]
    [InlineData("Rebels killed 40 soldiers, the minister was quoted as saying by the state news agency.", "killed", "minister")]
    [InlineData("China, Blinken told reporters afterwards, had refused to restore the line.", "refused", "Blinken")]
    [InlineData("Rebels took the fort at dawn, where 300 soldiers gave up, according to their spokesman, Ali Diop.", "took", "Ali Diop")]
    [InlineData("Sudan may recall its ambassador from Addis Ababa, the foreign ministry in Khartoum said.", "recall", "foreign ministry")]
    [InlineData("By his own admission, the general killed 40 prisoners.", "killed", "general")]
    [InlineData("Turkish diplomats say he left, as one of the officials put it.", "left", "one of the officials")]
    [InlineData("Two soldiers were killed, said the 30-year-old in a video.", "killed", "30-year-old")]
    [InlineData("The army shelled Aleppo on Monday. No rebel entered the city, it said.", "entered", "The army")]
    [InlineData("In the estimate of the United Nations, 3,000 people fled.", "fled", "United Nations")]
    [InlineData("Some 170 meters of road were destroyed, a Korean military official estimated, near Kaesong.", "destroyed", "military official")]
    public void A_speaker_of_whom_more_is_told_is_named_by_his_name(string text, string said, string source)
    {
        var at = text.IndexOf(said, StringComparison.Ordinal);
        Example.Read(text).Attributions.SourcesOf(new(at, at + said.Length)).ShouldContain(name => name.EndsWith(source));
    }

    [Theory]
    [InlineData("Sudan accused Chad of arming the militia, a charge Chad denies.", "Chad")]
    [InlineData("Armenia had shelled the town, Baku said, which Yerevan denied.", "Armenia")]
    [InlineData("Ukraine accused Belarus of firing rockets at the town, which it denies.", "Belarus")]
    [InlineData("Mali said France had bombed a village, a claim that it rejects.", "France")]
    [InlineData("Kenya said Uganda had bombed the bridge. Uganda called that a lie.", "Uganda")]
    public void Whoever_is_accused_denies_it(string text, string denier) =>
        Example.Read(text).Attributions.Relations.Where(r => r.Stance == Stance.Denies).ShouldHaveSingleItem().SourceName.ShouldBe(denier);

    [Theory]
    [InlineData("The general described as untrue a statement that his men had looted the shops.", "looted")]
    [InlineData("There is no truth in the claim that police beat the students, the chief said.", "beat")]
    [InlineData("Reports that soldiers had robbed villagers were untrue, the ministry said.", "robbed")]
    [InlineData("The company rejected as baseless a report that its guards had killed two farmers.", "killed")]
    public void What_is_called_untrue_is_denied(string text, string deed) => Status(text, deed).ShouldBe(ClaimStatus.Denied);

    [Theory]
    [InlineData("It was not immediately clear if police had arrested the gunman.", "arrested")]
    [InlineData("It could not be established that the guards killed the prisoner.", "killed")]
    [InlineData("How many soldiers were killed is not known.", "killed")]
    [InlineData("It is unclear how many villagers the militia abducted.", "abducted")]
    [InlineData("The trader is accused of smuggling rifles.", "smuggling")]
    [InlineData("Kenya did not accuse Uganda of bombing the bridge.", "bombing")]
    public void What_is_left_open_is_possible(string text, string deed) => Status(text, deed).ShouldBe(ClaimStatus.Possible);

    [Theory]
    [InlineData("It was not clear why the army bombed the hospital.", "bombed")]
    [InlineData("Police did not say who killed the mayor.", "killed")]
    [InlineData("The trader was accused by the king of smuggling rifles.", "smuggling")]
    public void What_a_question_takes_for_known_has_happened(string text, string deed) => Status(text, deed).ShouldBe(ClaimStatus.Occurred);

    private static ClaimStatus Status(string text, string deed) => Example.Read(text).Attributions.Predicates.Single(p => p.Span.In(text) == deed).Status;

    [Theory]
    [InlineData("Nobody knows whether the rebels killed the hostages.")]
    [InlineData("There was no way to tell whether the army had sent troops.")]
    [InlineData("Neither government would say if the envoy had left.")]
    public void What_nobody_says_is_on_nobodys_word(string text) => Example.Read(text).Attributions.Relations.ShouldBeEmpty();

    [Theory]
    [InlineData("Ethiopia, which accuses Eritrea of occupying the town, closed the crossing.", "occupying", "Ethiopia")]
    [InlineData("By the army's tally 40 rebels died.", "died", "army")]
    [InlineData("According to figures from the health ministry, 90 children died.", "died", "health ministry")]
    [InlineData("By a count kept by the union, 14 reporters were detained.", "detained", "union")]
    [InlineData("On the government's figures, 3,000 people died.", "died", "government")]
    [InlineData("Going by the navy's numbers, three boats sank.", "sank", "navy")]
    [InlineData("Amnesty said the police were to blame for killing six miners.", "killing", "Amnesty International")]
    public void A_source_is_named_by_its_own_name(string text, string said, string source)
    {
        var at = text.IndexOf(said, StringComparison.Ordinal);
        Example.Read(text).Attributions.SourcesOf(new(at, at + said.Length)).ShouldBe([source]);
    }

    [Theory]
    [InlineData("Rebels killed 40 soldiers, it was announced in Bamako.")]
    [InlineData("In my opinion, rebels killed 40 soldiers.")]
    [InlineData("The line that divides the two armies is long.")]
    [InlineData("The peace treaty, whose text was agreed on last month, is to be signed in Abu Dhabi.")]
    [InlineData("The flag may be changed, at an estimated cost of 26 million dollars.")]
    public void Nobody_speaks_where_nobody_is_named(string text) => Example.Read(text).Attributions.Relations.ShouldAllBe(r => r.SourceName == "");

    [Theory]
    [InlineData("The judge ordered his arrest on Monday at the request of prosecutors, who accuse him of conspiracy.")]
    public void What_stands_before_a_relative_clause_is_not_what_it_says(string text) =>
        Example.Read(text).Attributions.SourcesOf(new(text.IndexOf("arrest", StringComparison.Ordinal), text.IndexOf("arrest", StringComparison.Ordinal) + 6)).ShouldNotContain(name => name.Contains("prosecutors") || name.Contains("request"));

    [Theory]
    [InlineData("The minister went to Oslo. The agenda was not disclosed.", "was not disclosed", "agenda")]
    [InlineData("The sides signed. The terms of the deal were not revealed.", "were not revealed", "terms of the deal")]
    [InlineData("The cause of the blast was not disclosed.", "was not disclosed", "cause of the blast")]
    public void A_participle_taken_for_an_adjective_says_what_is_unknown_too(string text, string words, string what)
    {
        var unknown = Example.Read(text).Attributions.Unknowns.ShouldHaveSingleItem();
        (unknown.Span.In(text), unknown.What).ShouldBe((words, what));
    }

    [Theory]
    [InlineData("If Russia invades Poland, NATO will answer with force.")]
    [InlineData("If the talks fail, Israel will respond.")]
    [InlineData("Unless Hamas releases the hostages, Israel will respond.")]
    [InlineData("When Iran attacked, the United States responded.")]
    [InlineData("Iran attacked, and the United States responded.")]
    public void What_is_answered_is_not_what_is_said(string text) => Example.Read(text).Attributions.Relations.ShouldBeEmpty();

    [Theory]
    [InlineData("If it rains, the match is off, the mayor said.", "mayor", "rains")]
    [InlineData("If it rains, the mayor said, the match is off.", "mayor", "rains")]
    [InlineData("The bridge is safe, the mayor responded.", "mayor", "safe")]
    [InlineData("\"We will not wait,\" the mayor responded.", "mayor", "wait")]
    [InlineData("The mayor responded that Iran had attacked.", "mayor", "attacked")]
    public void What_is_said_in_answer_is(string text, string source, string said) =>
        Example.Read(text).Attributions.Relations.ShouldContain(r => r.SourceName == source && r.Content.Any(c => c.In(text).Contains(said)));

    [Fact]
    public void Sources_nest_outermost_first()
    {
        var found = Read("""
            Yonhap|PROPN.NNP|2:nsubj reported~report|VERB.VBD|0:root lawmakers~lawmaker|NOUN.NNS|4:nsubj said~say|VERB.VBD|2:ccomp troops~troop|NOUN.NNS|6:nsubj left~leave|VERB.VBD|4:ccomp .|PUNCT|2:punct
            """, out var document);
        found.Relations.Length.ShouldBe(2);
        found.Relations[1].Within.ShouldBe(0);
        found.SourcesOf(document[5].Span).ShouldBe(["Yonhap", "lawmakers"]);
    }

    [Fact]
    public void A_quotation_that_runs_on_keeps_its_speaker()
    {
        var text = "\"We are leaving,\" the captain said. \"The harbor is mined. Nobody should stay.\"\n\nThe wind rose.";
        var relation = Example.Read(text).Attributions.Relations.First();
        relation.Content.Select(c => c.In(text)).ShouldBe(["\"We are leaving,\"", "\"The harbor is mined. Nobody should stay.\""]);
        relation.Source!.Value.In(text).ShouldBe("the captain");
    }

    [Fact]
    public void What_a_source_negates_it_denies_and_the_report_only_tells_as_not_done()
    {
        Example.Read("The ministry said it had not sent any troops.").Attributions.Predicates.Single(p => p.Lemma == "send").Status.ShouldBe(ClaimStatus.Denied);
        Example.Read("The ministry did not send any troops.").Attributions.Predicates.Single(p => p.Lemma == "send").Status.ShouldBe(ClaimStatus.NotOccurred);
    }

    [Fact]
    public void Speakers_of_a_transcript_say_what_stands_behind_their_label()
    {
        var text = "Interview with Ann Lee, defense minister of Norway\n\nQ: Will you send troops?\n\nA: We will send 200 soldiers to Ukraine.\n\nThey leave in May.\n\nMINISTER LEE: I met Kim Jong Un in Oslo.\n\nThe talk ended at noon.";
        var reading = Example.Read(text);
        reading.Attributions.Relations.Select(r => (r.SourceName, r.Stance, r.Content.Single().In(text))).ShouldBe([
            ("Q", Stance.Asks, "Will you send troops?"),
            ("Ann Lee", Stance.Asserts, "We will send 200 soldiers to Ukraine.\n\nThey leave in May"),
            ("Ann Lee", Stance.Asserts, "I met Kim Jong Un in Oslo")]);
        reading.Claims.Claims.Single(c => c.Trigger.In(text) == "met").Actors[0].Country.ShouldBe("NOR");
    }

    [Theory]
    [InlineData("Sudan Conflict: A Year of War\n\nThe town is empty.")]
    [InlineData("The ship left.\n\nUpdate: The ship is back.")]
    [InlineData("A: First point.\n\nB: Second point.")]
    public void A_title_or_a_label_of_nobody_speaks_for_no_one(string text) => Example.Read(text).Attributions.Relations.ShouldBeEmpty();

    [Theory]
    [InlineData("Two people died in the crash of Malaysia Airlines Flight 17.", "Malaysia Airlines Flight 17", ClaimStatus.Occurred)]
    [InlineData("The plane was due to fly to Oslo.", "due", ClaimStatus.Occurred)]
    [InlineData("Prices reached a one-year high.", "high", ClaimStatus.Occurred)]
    [InlineData("The crew was able to land.", "land", ClaimStatus.Occurred)]
    [InlineData("The crew is able to land.", "land", ClaimStatus.Possible)]
    [InlineData("Critics attacked the canceled deal to lease tankers.", "lease", ClaimStatus.NotOccurred)]
    [InlineData("Will the army leave the town?", "leave", ClaimStatus.Possible)]
    public void What_denotes_an_event_or_a_state_is_a_predicate(string text, string words, ClaimStatus status) =>
        Example.Read(text).Attributions.Predicates.ShouldContain(p => p.Span.In(text) == words && p.Status == status);

    [Theory]
    [InlineData("\"Everything here is one quotation. It never says who speaks. It just goes on.\"")]
    [InlineData("“““ ”” ‘‘ ’ « » „ '' `` \" ' said said said \" said , said : said")]
    [InlineData("said")]
    [InlineData("according to")]
    [InlineData("reportedly , allegedly : \" \uD83D \"")]
    [InlineData("\0\u2028\uFFFF'")]
    [InlineData("")]
    public void Odd_texts_are_read_without_a_fault(string text) => Check(Example.Read(text).Attributions, text);

    [Fact]
    public void Any_mix_of_cues_and_marks_gives_spans_inside_the_text() =>
        Gen.OneOf(Array.ConvertAll<string, Gen<string>>(["said", "he", "\"", "“", "”", "'", ",", ".", "according", "to", "that", "reportedly", "not", "\n", "The minister", "denied", ":", "«", "to leave", "citing"], Gen.Const)).Array[0, 40].Sample(parts =>
        {
            var text = string.Join(' ', parts);
            Check(Example.Read(text).Attributions, text);
        }, iter: 300);

    [Fact]
    public void A_sentence_without_end_costs_no_more_than_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("he said that she claimed that ", 4000));
        var document = Documents.Plain(text);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Check(Attributor.Attribute(document, Nobody), text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static Attributions Read(string notation, out Document document)
    {
        document = Documents.Parse(notation);
        return Attributor.Attribute(document, Nobody);
    }

    private static void Check(Attributions found, string text)
    {
        var whole = new TextSpan(0, text.Length);
        foreach (var relation in found.Relations)
        {
            if (relation.Source is { } source) whole.Contains(source).ShouldBeTrue();
            if (relation.Cue is { } cue) whole.Contains(cue).ShouldBeTrue();
            relation.Content.ShouldNotBeEmpty();
            relation.Content.ShouldAllBe(c => whole.Contains(c) && c.Length > 0);
            relation.Within?.ShouldBeInRange(0, found.Relations.Length - 1);
        }
        foreach (var predicate in found.Predicates)
        {
            whole.Contains(predicate.Span).ShouldBeTrue();
            predicate.Factuality.Value.ShouldBeInRange(-3, 3);
            found.SourcesOf(predicate.Span);
        }
    }
}
