using Chancery.English;
using Chancery.Linguistics;

namespace Chancery.Tests.Linguistics.Parsing;

/// <summary>What somebody says is a clause of its own, with whoever did it as its subject.</summary>
public class TreeMenderTests
{
    private static readonly DocumentReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void Behind_each_verb_of_saying_what_is_said_needs_no_that()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/parsing/bare-clauses.tsv", "lemma", "example").Rows)
        {
            var (open, close) = (row["example"].IndexOf('{'), row["example"].IndexOf('}'));
            var verb = Read(row["example"].Replace("{", "").Replace("}", ""), row["example"][(open + 1)..close]);
            verb.Relation.ShouldBe(Deprel.Ccomp, row["example"]);
            verb.Child(Deprel.Nsubj)?.Text.ShouldBe("rebels", row["example"]);
        }
    }

    [Theory]
    [InlineData("Rebels, the army says, killed 40 soldiers.", "killed", "Rebels")]
    [InlineData("Russia, Kyiv said on Monday, fired 40 missiles at the city.", "fired", "Russia")]
    [InlineData("The United Arab Emirates mediated in the exchange, the Russian ministry said.", "mediated", "Emirates")]
    [InlineData("Asked about the raid, the minister said rebels killed 40 soldiers.", "killed", "rebels")]
    public void Whoever_did_it_is_the_subject(string text, string verb, string subject)
    {
        var told = Read(text, verb);
        told.Child(Deprel.Nsubj)?.Text.ShouldBe(subject);
        told.Head?.Lemma.ShouldBe("say");
    }

    [Fact]
    public void Whoever_says_so_is_no_other_name_of_the_place_before() =>
        Read("Sudan may recall its ambassador from Addis Ababa, the foreign ministry in Khartoum said.", "said").Child(Deprel.Nsubj)?.Text.ShouldBe("ministry");

    [Fact]
    public void A_phrase_that_opens_a_clause_ends_where_its_subject_begins()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/parsing/openings.tsv", "lemma", "kind", "example").Rows)
        {
            var verb = Read(row["example"].Replace("[", "").Replace("]", ""), "attacked");
            verb.Child(Deprel.Nsubj)?.Text.ShouldBe("rebels", row["example"]);
            (verb.Child(Deprel.Obl) is { } phrase && (phrase.Text == row["lemma"] || phrase.Lemma == row["lemma"])).ShouldBeTrue(row["example"]);
        }
    }

    [Theory]
    [InlineData("In Kyiv Zelensky met Macron.", "met", "Zelensky")]
    [InlineData("In the Dominican Republic Spain seized a plane.", "seized", "Spain")]
    [InlineData("In Lebanon Hezbollah fighters attacked a base.", "attacked", "fighters")]
    [InlineData("In March 2022 Russian troops withdrew.", "withdrew", "troops")]
    [InlineData("This week lawmakers rejected the bill.", "rejected", "lawmakers")]
    [InlineData("Police said that in December rebels killed ten men.", "killed", "rebels")]
    [InlineData("Early on Monday rebels withdrew.", "withdrew", "rebels")]
    [InlineData("In the night raid six died.", "died", "six")]
    [InlineData("The afternoon sessions ended.", "ended", "sessions")]
    public void What_runs_into_an_opening_phrase_is_the_subject(string text, string verb, string subject) => Read(text, verb).Child(Deprel.Nsubj)?.Text.ShouldBe(subject);

    [Theory]
    [InlineData("Who killed the villagers is not known.", "killed", "villagers")]
    [InlineData("Who executed the prisoners is not known.", "executed", "prisoners")]
    [InlineData("There were 300 people aboard, of whom a Greek ship rescued 54.", "rescued", "54")]
    public void Whom_it_was_done_to_is_its_object(string text, string verb, string thing) => Read(text, verb).Child(Deprel.Obj)?.Text.ShouldBe(thing);

    [Fact]
    public void Those_whom_somebody_turns_to_are_no_clause() => Read("The mayor appealed to witnesses to come forward.", "witnesses").Relation.ShouldBe(Deprel.Obl);

    [Fact]
    public void What_reads_as_a_plural_is_the_verb_where_the_sentence_has_no_other()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/parsing/plural-verbs.tsv", "form", "example").Rows)
        {
            var verb = Read(row["example"].Replace("[", "").Replace("]", ""), row["form"]);
            (verb.Upos, verb.Child(Deprel.Nsubj)?.Text).ShouldBe((Upos.Verb, row["example"][(row["example"].IndexOf('[') + 1)..row["example"].IndexOf(']')]), row["example"]);
        }
    }

    [Theory]
    [InlineData("Turkey's parliament plans to vote on Monday.", "plans", Upos.Verb)]
    [InlineData("Government plans to raise taxes were dropped.", "plans", Upos.Noun)]
    [InlineData("The plans to raise taxes were dropped.", "plans", Upos.Noun)]
    [InlineData("The report lists the ministry's plans to raise taxes.", "plans", Upos.Noun)]
    public void A_plural_that_the_sentence_does_not_turn_on_stays_one(string text, string word, Upos upos) => Read(text, word).Upos.ShouldBe(upos);

    [Theory]
    [InlineData("The army said rebels killed by its men had been found.", "killed")]
    [InlineData("The minister met a man named Ann.", "named")]
    [InlineData("The army found rebels killed by their own men.", "killed")]
    public void A_participle_stays_one(string text, string participle) => Read(text, participle).Relation.ShouldBe(Deprel.Acl);

    [Fact]
    public void Who_denies_one_thing_says_the_other_himself()
    {
        var said = Read("Mali denied that troops had attacked and said rebels had killed 40 soldiers.", "said");
        said.Head?.Lemma.ShouldBe("deny");
    }

    [Fact]
    public void A_deed_behind_a_word_about_it_describes_nothing()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/parsing/deeds.tsv", "lemma", "opener", "example").Rows)
        {
            var deed = InBraces(row["example"]);
            (deed.Xpos, deed.Has(Deprel.Obj)).ShouldBe(("VBG", true), row["example"]);
            if (row["opener"].Length > 0) deed.Child(Deprel.Mark)?.Lemma.ShouldBe(row["opener"], row["example"]);
        }
    }

    [Theory]
    [InlineData("languages/en/parsing/states.tsv")]
    [InlineData("languages/en/parsing/misdeeds.tsv")]
    public void What_describes_a_thing_is_no_deed(string table)
    {
        foreach (var row in EnglishPack.Instance.Read(table).Rows) InBraces(row["example"]).Has(Deprel.Obj).ShouldBeFalse(row["example"]);
    }

    [Theory]
    [InlineData("Uganda accused Kenya of firing missiles at the port.", "firing", "missiles")]
    [InlineData("Three officers were accused on Friday of torturing detainees.", "torturing", "detainees")]
    [InlineData("The trader is accused of smuggling rifles to the rebels.", "smuggling", "rifles")]
    [InlineData("Gunmen accused of kidnapping the doctor were arrested.", "kidnapping", "doctor")]
    [InlineData("The ministry denied having detained the reporter.", "detained", "reporter")]
    [InlineData("Chad accused Mali of never having returned the prisoners.", "returned", "prisoners")]
    [InlineData("Ukraine says Belarus fired rockets at Chernihiv.", "fired", "rockets")]
    [InlineData("Kenya will fine drivers.", "fine", "drivers")]
    [InlineData("Uganda called that a lie.", "called", "that")]
    [InlineData("The company rejected as baseless a report that its guards had killed two farmers.", "rejected", "report")]
    public void What_is_done_has_an_object(string text, string verb, string thing)
    {
        var told = Read(text, verb);
        (told.Upos, told.Child(Deprel.Obj)?.Text).ShouldBe((Upos.Verb, thing));
    }

    [Fact]
    public void What_befalls_somebody_is_a_passive()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/parsing/undergone.tsv", "form", "example").Rows)
            Read(row["example"], row.Parts("form")[0]).Xpos.ShouldBe("VBN", row["example"]);
    }

    [Theory]
    [InlineData("The road was muddy.", "muddy")]
    [InlineData("The king was tired.", "tired")]
    [InlineData("The streets were quiet.", "quiet")]
    public void What_somebody_is_like_is_none(string text, string word) => Read(text, word).Upos.ShouldBe(Upos.Adj);

    [Theory]
    [InlineData("Reports that soldiers had robbed villagers were untrue, the ministry said.", "Reports", "untrue")]
    [InlineData("Armenia said its neighbor lied, an accusation Baku rejected.", "Baku", "rejected")]
    public void What_something_is_said_of_is_the_subject(string text, string subject, string said) => (Read(text, subject).Relation, Read(text, subject).Head?.Text).ShouldBe((Deprel.Nsubj, said));

    [Theory]
    [InlineData("By the count of the South's military about 1,000 soldiers were killed.", "killed", "soldiers", "count")]
    [InlineData("According to a count by the Associated Press 75 officers were arrested.", "arrested", "officers", "count")]
    [InlineData("By the army's tally 40 rebels died.", "died", "rebels", "tally")]
    public void An_account_ends_where_its_number_begins(string text, string verb, string subject, string account)
    {
        var told = Read(text, verb);
        (told.Child(Deprel.Nsubj) ?? told.Child(Deprel.NsubjPass))?.Text.ShouldBe(subject);
        told.Child(Deprel.Obl)?.Text.ShouldBe(account);
    }

    private static Token InBraces(string example)
    {
        var (open, close) = (example.IndexOf('{'), example.IndexOf('}'));
        return Read(example.Replace("{", "").Replace("}", ""), example[(open + 1)..close]);
    }

    private static Token Read(string text, string word)
    {
        foreach (var token in Reader.Read(text).Tokens) if (token.Text == word) return token;
        throw new InvalidOperationException(word);
    }
}
