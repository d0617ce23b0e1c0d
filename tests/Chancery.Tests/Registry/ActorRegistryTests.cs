using Chancery.English;
using Chancery.Registry;

namespace Chancery.Tests.Registry;

public sealed class ActorRegistryTests
{
    private static readonly ActorRegistry Registry = new(EnglishPack.Instance);

    [Theory]
    [InlineData("Russia", "state/RUS")]
    [InlineData("South Korean", "state/KOR")]
    [InlineData("Pyongyang", "state/PRK")]
    [InlineData("Kremlin", "state/RUS")]
    [InlineData("White House", "state/USA")]
    [InlineData("Downing Street", "state/GBR")]
    [InlineData("Türkiye", "state/TUR")]
    [InlineData("PYONGYANG", "state/PRK")]
    [InlineData("Sergey Shoygu", "person/sergei-shoigu")]
    [InlineData("Nicolás Maduro", "person/nicolas-maduro")]
    [InlineData("KCNA", "media/korean-central-news-agency")]
    [InlineData("Hezbollah", "institution/hezbollah")]
    [InlineData("Burma", "state/MMR")]
    public void Likeliest_actor_of_a_name(string name, string id) => Registry.Candidates(name)[0].Actor.Id.ShouldBe(id);

    [Theory]
    [InlineData("us")]
    [InlineData("turkey")]
    [InlineData("who")]
    [InlineData("ice")]
    [InlineData("polish")]
    public void A_name_in_small_letters_is_a_word(string word) => Registry.Candidates(word).ShouldBeEmpty();

    [Theory]
    [InlineData("The Russian Defense Ministry said so .", 1, 4, "body/RUS/defense-ministry")]
    [InlineData("the South Korean military fired", 1, 4, "body/KOR/armed-forces")]
    [InlineData("The Ministry of Defence of Ukraine said", 1, 6, "body/UKR/defense-ministry")]
    [InlineData("Ministry of Foreign Affairs of the Russian Federation", 0, 8, "body/RUS/foreign-ministry")]
    [InlineData("by Sergei Shoigu today", 1, 3, "person/sergei-shoigu")]
    [InlineData("the Foreign Ministry said", 1, 3, "body/foreign-ministry")]
    public void The_longest_name_at_a_word(string text, int first, int end, string id)
    {
        var match = Registry.Match(Words.Of(text), first).ShouldNotBeNull();
        (match.First, match.End, match.Best.Actor.Id).ShouldBe((first, end, id));
    }

    [Fact]
    public void A_name_ends_with_its_sentence() => Registry.Match(Words.Of("We saw Sergei", "Shoigu left ."), 2).ShouldBeNull();

    [Theory]
    [InlineData("person/sergei-shoigu", "2020-05-01", "Minister of Defense")]
    [InlineData("person/sergei-shoigu", "2025-03-21", "Secretary of the Security Council")]
    [InlineData("person/donald-trump", "2019-01-01", "President")]
    [InlineData("person/donald-trump", "2023-01-01", null)]
    [InlineData("person/donald-trump", "2025-03-21", "President")]
    [InlineData("person/kim-jong-un", "2010-01-01", null)]
    public void Offices_are_read_at_a_date(string id, string day, string? title) =>
        Registry.Find(id).ShouldNotBeNull().Offices.LastOrDefault(o => o.HeldOn(DateOnly.Parse(day)))?.Title.ShouldBe(title);

    [Fact]
    public void A_body_gets_its_state_from_the_report()
    {
        var body = Registry.Find("body/foreign-ministry").ShouldNotBeNull();
        body.Country.ShouldBeNull();
        Registry.BodyOf(body, "TCD").Country.ShouldBe("TCD");
        Registry.Find("body/TCD/foreign-ministry").ShouldBe(Registry.BodyOf(body, "TCD"));
    }

    [Fact]
    public void Every_dated_office_names_its_source()
    {
        foreach (var path in EnglishPack.Instance.List("actors/offices/"))
            foreach (var row in EnglishPack.Instance.Read(path, "source").Rows) row["source"].ShouldNotBeEmpty($"{row.File}:{row.Line}");
    }

    [Fact]
    public void The_compiled_actors_are_those_of_the_tables() =>
        EnglishPack.Instance.Map("actors/actors.bin").Span.SequenceEqual(ActorRegistry.Compile(EnglishPack.Instance))
            .ShouldBeTrue("a table under data/actors has changed: run 'dotnet run -c Release --project tools/Chancery.Workshop -- actors'");

    [Theory]
    [InlineData("FARC", "COL")]
    [InlineData("Tamil Tigers", "LKA")]
    [InlineData("Renamo", "MOZ")]
    [InlineData("Likud", "ISR")]
    [InlineData("Condoleezza Rice", "USA")]
    [InlineData("Andrzej Duda", "POL")]
    public void Country_of_an_actor(string name, string country) => Registry.Candidates(name)[0].Actor.Country.ShouldBe(country);

    [Fact]
    public void Family_names_find_all_who_bear_them() =>
        Registry.Surnamed("Clinton").Select(a => a.Name).ShouldBe(["Bill Clinton", "Hillary Clinton"], ignoreOrder: true);
}
