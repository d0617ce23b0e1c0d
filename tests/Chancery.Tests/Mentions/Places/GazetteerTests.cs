using Chancery.English;
using Chancery.Mentions.Places;

namespace Chancery.Tests.Mentions.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = new(EnglishPack.Instance);

    [Theory]
    [InlineData("Pyongyang", 1871859, "PRK")]
    [InlineData("Kyiv", 703448, "UKR")]
    [InlineData("Kiev", 703448, "UKR")]
    [InlineData("São Paulo", 3448439, "BRA")]
    [InlineData("Sao Paulo", 3448439, "BRA")]
    [InlineData("Texas", 4736286, "USA")]
    [InlineData("France", 3017382, "FRA")]
    public void Places_of_a_name(string name, int id, string country)
    {
        var found = new List<PlaceCandidate>();
        Gazetteer.Find(name, found);
        found.Select(f => Gazetteer.Read(f.Number)).Select(p => (p.GeoNameId, p.Country)).ShouldContain((id, country));
    }

    [Fact]
    public void Positions_are_degrees()
    {
        var found = new List<PlaceCandidate>();
        Gazetteer.Find("Pyongyang", found);
        var place = found.Select(f => Gazetteer.Read(f.Number)).Single(p => p.GeoNameId == 1871859);
        place.Latitude.ShouldBe(39.03, 0.02);
        place.Longitude.ShouldBe(125.75, 0.02);
        place.Feature.ShouldBe("P.PPLC");
    }

    [Fact]
    public void A_word_that_names_no_place_finds_none()
    {
        var found = new List<PlaceCandidate>();
        Gazetteer.Find("Qzxwvut", found);
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_place_can_be_read()
    {
        for (var place = 0; place < Gazetteer.Count; place++)
        {
            var read = Gazetteer.Read(place);
            read.Name.ShouldNotBeEmpty();
            read.Latitude.ShouldBeInRange(-90, 90);
            read.Longitude.ShouldBeInRange(-180, 180);
        }
    }
}
