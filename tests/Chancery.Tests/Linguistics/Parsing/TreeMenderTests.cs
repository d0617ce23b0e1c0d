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
            verb.Child(Deprel.Obl)?.Text.ShouldBe(row["lemma"], row["example"]);
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

    private static Token Read(string text, string word)
    {
        foreach (var token in Reader.Read(text).Tokens) if (token.Text == word) return token;
        throw new InvalidOperationException(word);
    }
}
