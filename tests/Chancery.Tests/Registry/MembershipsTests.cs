using Chancery.English;
using Chancery.Registry;

namespace Chancery.Tests.Registry;

public sealed class MembershipsTests
{
    private static readonly Memberships Table = new(EnglishPack.Instance);

    [Theory]
    [InlineData("NATO", 2019, 29)]
    [InlineData("NATO", 2024, 32)]
    [InlineData("European Union", 2019, 28)]
    [InlineData("European Union", 2021, 27)]
    [InlineData("United Nations", 2026, 193)]
    [InlineData("African Union", 2018, 55)]
    [InlineData("Arab League", 2000, 22)]
    [InlineData("Organization for Security and Co-operation in Europe", 2020, 57)]
    [InlineData("Council of Europe", 2024, 46)]
    [InlineData("Organisation of Islamic Cooperation", 2020, 57)]
    [InlineData("Economic Community of West African States", 2026, 12)]
    [InlineData("G20", 2020, 19)]
    public void An_organization_has_as_many_members_as_it_is_known_to_have(string organization, int year, int members) =>
        Table.Of(organization, new(year, 7, 1)).Select(m => m.State).Distinct().Count().ShouldBe(members);

    [Fact]
    public void A_state_belongs_at_a_day()
    {
        Table.In("FIN", new(2022, 1, 1)).ShouldNotContain(m => m.Organization == "NATO");
        Table.In("FIN", new(2024, 1, 1)).ShouldContain(m => m.Organization == "NATO");
        Table.In("GBR", new(2020, 2, 1)).ShouldNotContain(m => m.Organization == "European Union");
    }
}
