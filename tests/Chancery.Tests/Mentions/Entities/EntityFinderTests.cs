using System.Collections.Immutable;
using Chancery.English;
using Chancery.Linguistics.Naming;
using Chancery.Mentions.Entities;
using Chancery.Registry;

namespace Chancery.Tests.Mentions.Entities;

public sealed class EntityFinderTests
{
    private static readonly NameTagger Names = new(EnglishPack.Instance);
    private static readonly EntityFinder Finder = new(EnglishPack.Instance, new ActorRegistry(EnglishPack.Instance));

    [Fact]
    public void Whoever_answers_was_accused()
    {
        var reader = new ReportReader(EnglishPack.Instance);
        foreach (var row in EnglishPack.Instance.Read("languages/en/entities/answers.tsv", "lemma", "example").Rows)
        {
            var text = row["example"].Replace("[", "").Replace("]", "");
            var mentions = reader.Read(new Report { Id = "a", Text = text }).Mentions.Entities;
            mentions.Single(m => m.Kind == MentionKind.Pronoun).Chain.ShouldBe(mentions.Single(m => m.Span.In(text) == "Chad").Chain, text);
        }
    }

    [Theory]
    [InlineData("Accusing Chad of lying, Sudan recalled its envoy.", "Chad")]
    [InlineData("Whether Iran had agreed to the truce is not known.", "Iran")]
    public void What_opens_a_sentence_is_no_part_of_the_name_behind_it(string text, string name) =>
        new ReportReader(EnglishPack.Instance).Read(new Report { Id = "a", Text = text }).Mentions.Entities[0].Span.In(text).ShouldBe(name);

    [Theory]
    [InlineData("Syrian|ADJ.JJ|2:amod soldiers~soldier|NOUN.NNS|3:nsubj left~leave|VERB.VBD|0:root", "Syrian soldiers", "SYR", "MIL")]
    [InlineData("Chilean|ADJ.JJ|2:amod lawmaker|NOUN.NN|3:compound Rosa|PROPN.NNP|5:nsubj Videla|PROPN.NNP|3:flat resigned~resign|VERB.VBD|0:root", "Rosa Videla", "CHL", "LEG")]
    [InlineData("The|DET.DT|2:det parliament|NOUN.NN|5:nsubj of|ADP.IN|4:case Norway|PROPN.NNP|2:nmod adjourned~adjourn|VERB.VBD|0:root", "The parliament", "NOR", "LEG")]
    [InlineData("Japan|PROPN.NNP|3:nmod:poss 's|PART.POS|1:case army|NOUN.NN|4:nsubj trained~train|VERB.VBD|0:root", "Japan's army", "JPN", "MIL")]
    [InlineData("The|DET.DT|2:det soldiers~soldier|NOUN.NNS|3:nsubj left~leave|VERB.VBD|0:root", "The soldiers", null, "MIL")]
    [InlineData("Caracas|PROPN.NNP|2:nsubj said~say|VERB.VBD|0:root so|ADV|2:advmod", "Caracas", "VEN", "GOV")]
    [InlineData("He|PRON.PRP|2:nsubj slept~sleep|VERB.VBD|0:root in|ADP.IN|4:case Caracas|PROPN.NNP|2:obl", "Caracas", "VEN", "")]
    public void Country_and_sectors_come_from_the_words_around(string notation, string text, string? country, string sectors)
    {
        var mention = Find(notation).Single(m => Text(notation, m) == text);
        mention.Country.ShouldBe(country);
        string.Join(' ', mention.Sectors).ShouldBe(sectors);
    }

    [Theory]
    [InlineData("Maria|PROPN.NNP|3:nsubj Kovacs|PROPN.NNP|1:flat resigned~resign|VERB.VBD|0:root .|PUNCT|3:punct\nShe|PRON.PRP|2:nsubj left~leave|VERB.VBD|0:root", "Maria Kovacs", "She")]
    [InlineData("Maria|PROPN.NNP|3:nsubj Kovacs|PROPN.NNP|1:flat resigned~resign|VERB.VBD|0:root .|PUNCT|3:punct\nKovacs|PROPN.NNP|2:nsubj left~leave|VERB.VBD|0:root", "Maria Kovacs", "Kovacs")]
    [InlineData("Peru|PROPN.NNP|2:nsubj voted~vote|VERB.VBD|0:root .|PUNCT|2:punct\nThe|DET.DT|2:det country|NOUN.NN|3:nsubj rejoiced~rejoice|VERB.VBD|0:root", "Peru", "The country")]
    [InlineData("Alda|PROPN.NNP|6:nsubj London|PROPN.NNP|1:flat ,|PUNCT|5:punct a|DET.DT|5:det lawyer|NOUN.NN|1:appos resigned~resign|VERB.VBD|0:root .|PUNCT|6:punct\nLondon|PROPN.NNP|2:nsubj left~leave|VERB.VBD|0:root", "Alda London", "London")]
    [InlineData("Maria|PROPN.NNP|3:nsubj Kovacs|PROPN.NNP|1:flat said~say|VERB.VBD|0:root that|SCONJ|6:mark I|PRON.PRP|6:nsubj slept~sleep|VERB.VBD|3:ccomp", "Maria Kovacs", "I")]
    [InlineData("Our|PRON.PRP$|2:nmod:poss dam|NOUN.NN|3:nsubj broke~break|VERB.VBD|0:root .|PUNCT|3:punct\nWe|PRON.PRP|2:nsubj left~leave|VERB.VBD|0:root", "Our", "We")]
    public void Mentions_of_one_entity_share_a_chain(string notation, string first, string second)
    {
        var mentions = Find(notation);
        mentions.Single(m => Text(notation, m) == second).Chain.ShouldBe(mentions.First(m => Text(notation, m) == first).Chain);
    }

    [Theory]
    [InlineData("Peru|PROPN.NNP|2:nsubj voted~vote|VERB.VBD|0:root .|PUNCT|2:punct\nThe|DET.DT|2:det police|NOUN.NNS|3:nsubj left~leave|VERB.VBD|0:root", "PER")]
    [InlineData("Peru|PROPN.NNP|2:nsubj met~meet|VERB.VBD|0:root Chile|PROPN.NNP|2:obj .|PUNCT|2:punct\nThe|DET.DT|2:det police|NOUN.NNS|3:nsubj left~leave|VERB.VBD|0:root", null)]
    public void The_police_are_those_of_the_one_country_a_report_is_about(string notation, string? country) =>
        Find(notation).Single(m => Text(notation, m) == "The police").Country.ShouldBe(country);

    [Theory]
    [InlineData("Ukraine|PROPN.NNP|3:nmod:poss 's|PART.POS|1:case president|NOUN.NN|4:nsubj spoke~speak|VERB.VBD|0:root", "Ukraine's president", "2024-05-02", "Volodymyr Zelensky")]
    [InlineData("Ukraine|PROPN.NNP|3:nmod:poss 's|PART.POS|1:case president|NOUN.NN|4:nsubj spoke~speak|VERB.VBD|0:root", "Ukraine's president", "2016-05-02", "Petro Poroshenko")]
    [InlineData("The|DET.DT|2:det president|NOUN.NN|5:nsubj of|ADP.IN|4:case France|PROPN.NNP|2:nmod spoke~speak|VERB.VBD|0:root", "The president", "2024-05-02", "Emmanuel Macron")]
    [InlineData("The|DET.DT|4:det former~former|ADJ.JJ|4:amod Ukrainian|ADJ.JJ|4:amod president|NOUN.NN|5:nsubj spoke~speak|VERB.VBD|0:root", "The former Ukrainian president", "2024-05-02", "The former Ukrainian president")]
    [InlineData("Ukraine|PROPN.NNP|4:nmod:poss 's|PART.POS|1:case vice|NOUN.NN|4:compound president|NOUN.NN|5:nsubj spoke~speak|VERB.VBD|0:root", "Ukraine's vice president", "2024-05-02", "Ukraine's vice president")]
    public void An_office_is_whoever_held_it_on_the_day(string notation, string text, string day, string name)
    {
        var document = Documents.Parse(notation);
        var mentions = Finder.Find(new Report { Id = "x", Text = document.Text, Published = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, document, Names.Tag(document), [], []);
        mentions.Single(m => m.Span.In(document.Text) == text).Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("A Hezbollah official denied it.", "A Hezbollah official", "LBN", "REB PTY")]
    [InlineData("A spokesman for the army denied it.", "A spokesman", null, "MIL")]
    [InlineData("The leader of the Taliban denied it.", "The leader", "AFG", "REB")]
    [InlineData("Hamas spokesman Ali Rida denied it.", "Ali Rida", "PSE", "REB PTY")]
    [InlineData("The Taliban's foreign minister denied it.", "The Taliban's foreign minister", "AFG", "GOV")]
    [InlineData("The navy's spokesman, Rear Adm. Roy Trinidad, denied it.", "Roy Trinidad", null, "MIL")]
    [InlineData("King Olav of Jordan denied it.", "King Olav of Jordan", "JOR", "")]
    public void Whoever_serves_a_body_is_of_its_sector_and_nobody_of_the_state_his_name_sounds_like(string text, string words, string? country, string sectors)
    {
        var mention = Attributing.Example.Read(text).Mentions.Entities.First(m => m.Span.In(text) == words);
        mention.Country.ShouldBe(country);
        string.Join(' ', mention.Sectors).ShouldBe(sectors);
    }

    [Theory]
    [InlineData("The group spoke on Monday. Its spokesman, Ivo Maric, denied it.")]
    [InlineData("A spokesman for Sudan's army, Ivo Maric, denied it.")]
    public void Who_is_told_of_by_an_office_first_is_named_beside_it(string text) => Attributing.Example.Read(text).Mentions.Entities.Count(m => m.Name == "Ivo Maric").ShouldBe(2);

    [Theory]
    [InlineData("Nine died, Health Minister Zofrak Abiadin said.", "Zofrak Abiadin", true)]
    [InlineData("Nine died, the General Council said.", "Council", false)]
    public void A_title_names_a_person_that_nobody_has_heard_of(string text, string name, bool isOne) =>
        Attributing.Example.Read(text).Mentions.Entities.Any(m => m.Span.In(text) == name && m.Type == EntityType.Person).ShouldBe(isOne);

    [Fact]
    public void A_capital_is_itself_where_no_person_bears_its_name()
    {
        const string Notation = "Alda|PROPN.NNP|3:nsubj London|PROPN.NNP|1:flat slept~sleep|VERB.VBD|0:root in|ADP.IN|5:case Paris|PROPN.NNP|3:obl .|PUNCT|3:punct\nParis|PROPN.NNP|2:nsubj agreed~agree|VERB.VBD|0:root";
        Find(Notation).Last().Country.ShouldBe("FRA");
    }

    [Fact]
    public void A_group_names_its_members()
    {
        const string Notation = """
            Peru|PROPN.NNP|2:nsubj met~meet|VERB.VBD|0:root Chile|PROPN.NNP|2:obj .|PUNCT|2:punct
            The|DET.DT|3:det two|NUM.CD|3:nummod nations~nation|NOUN.NNS|4:nsubj agreed~agree|VERB.VBD|0:root
            """;
        var mentions = Find(Notation);
        var group = mentions.Single(m => Text(Notation, m) == "The two nations");
        group.Members.Select(c => mentions.First(m => m.Chain == c).Country).ShouldBe(["PER", "CHL"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800 the the the 's of of US (((( he")]
    public void Any_text_is_read(string text)
    {
        var document = Documents.Plain(text);
        Finder.Find(new Report { Id = "x", Text = text }, document, Names.Tag(document), [], []).IsDefault.ShouldBeFalse();
    }

    private static ImmutableArray<EntityMention> Find(string notation)
    {
        var document = Documents.Parse(notation);
        return Finder.Find(new Report { Id = "x", Text = document.Text }, document, Names.Tag(document), [], []);
    }

    private static string Text(string notation, EntityMention mention) => mention.Span.In(Documents.Parse(notation).Text);
}
