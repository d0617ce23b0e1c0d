using System.Collections.Immutable;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Mentions.Places;
using Chancery.Registry;

namespace Chancery.Tests.Mentions.Places;

public sealed class PlaceFinderTests
{
    private static readonly DocumentReader Documents = new(EnglishPack.Instance);
    private static readonly NameTagger Names = new(EnglishPack.Instance);
    private static readonly PlaceFinder Places = new(EnglishPack.Instance, new ActorRegistry(EnglishPack.Instance));

    [Theory]
    [InlineData("The envoy arrived in Pyongyang on Friday.", "Pyongyang", 1871859)]
    [InlineData("A storm struck Paris, Texas, at noon.", "Paris", 4717560)]
    [InlineData("A storm struck Paris, France, at noon.", "Paris", 2988507)]
    [InlineData("The march began in Springfield, Ill., on Monday.", "Springfield", 4250542)]
    [InlineData("They moved from Kiev to Lviv last year.", "Kiev", 703448)]
    [InlineData("The ship crossed the Indian Ocean in May.", "Indian Ocean", 0)]
    [InlineData("The talks were held in Geneva.", "Geneva", 2660646)]
    public void A_name_is_the_place_that_the_text_means(string text, string name, int id)
    {
        var found = Find(text).Single(p => p.Span.In(text) == name);
        found.Place.ShouldNotBeNull().GeoNameId.ShouldBe(id);
        found.Role.ShouldBe(PlaceRole.Literal);
    }

    [Fact]
    public void The_other_places_of_a_report_decide()
    {
        const string Text = "Police in Birmingham, Alabama, found the car. It had been stolen in Florence. Both towns lie in Alabama.";
        Find(Text).Single(p => p.Name == "Florence").Place!.Country.ShouldBe("USA");
        const string Italy = "The train left Rome for Milan. It had come from Florence.";
        Find(Italy).Single(p => p.Span.In(Italy) == "Florence").Place!.Country.ShouldBe("ITA");
    }

    [Theory]
    [InlineData("The delegation left Moscow at dawn.", "Moscow", PlaceRole.Literal)]
    [InlineData("Moscow rejected the proposal.", "Moscow", PlaceRole.Metonym)]
    [InlineData("The Russian president spoke.", "Russian", PlaceRole.Adjective)]
    [InlineData("The anti-Russian mood grew.", "Russian", PlaceRole.Adjective)]
    [InlineData("Rebels captured Goma on Tuesday.", "Goma", PlaceRole.Literal)]
    [InlineData("She works for the Bank of China.", "China", PlaceRole.InName)]
    public void Role_of_a_toponym(string text, string name, PlaceRole role) => Find(text).Single(p => p.Span.In(text) == name).Role.ShouldBe(role);

    [Theory]
    [InlineData("She enjoys reading and has a nice mobile phone.")]
    [InlineData("In March he may march again.")]
    [InlineData("President Jordan Bardella met Paris Hilton.")]
    public void Words_and_persons_are_no_places(string text) => Find(text).ShouldBeEmpty();

    [Fact]
    public void Land_around_a_place_lies_near_it()
    {
        var county = Find("The flood reached Sacramento County in California.").Single(p => p.Name == "Sacramento County").Place.ShouldNotBeNull();
        county.IsApproximate.ShouldBeTrue();
        county.GeoNameId.ShouldBe(0);
        county.Latitude.ShouldBe(38.58, 0.3);
    }

    [Fact]
    public void No_string_is_too_strange()
    {
        Find("").ShouldBeEmpty();
        Find("\uD800 \uDC00 In, , Paris\uD800").Length.ShouldBeLessThan(3);
        Find(new string('A', 100_000)).ShouldBeEmpty();
    }

    private static ImmutableArray<PlaceMention> Find(string text)
    {
        var document = Documents.Read(text);
        return Places.Find(document, Names.Tag(document));
    }
}
