using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Registry;

namespace Chancery.Tests.Registry;

public sealed class PetrarchActorsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chancery-petrarch-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_dictionary_becomes_actors_beside_the_shipped_ones()
    {
        const string Dictionary = """
            # a remark
            <!-- another
            one -->
            LEAGUE_OF_MARSHES_ [PRYREBMAR]
            +MARSH_LEAGUE_
            ADA_QUILL
            +GOVERNOR_QUILL_  # her title
                [PRYGOV 990101-041231]
                [PRYELI >20050101]
            ZORN_ [ZOR]
            """;
        PetrarchActors.Import("own.actors", Dictionary, EnglishPack.Instance, _folder.FullName).ShouldBe(3);
        var registry = new ActorRegistry(EnglishPack.Instance.With(LanguagePack.FromFolder(_folder.FullName)));
        var league = registry.Candidates("Marsh League")[0].Actor;
        (league.Name, league.Country, string.Join('|', league.Sectors)).ShouldBe(("League of Marshes", "PRY", "REB"));
        var quill = registry.Candidates("Governor Quill")[0].Actor;
        quill.Offices.Single(o => o.HeldOn(new(2001, 5, 1))).Sector.ShouldBe("GOV");
        quill.Offices.Single(o => o.HeldOn(new(2010, 5, 1))).Sector.ShouldBe("ELI");
        registry.Candidates("Zorn")[0].Actor.Country.ShouldBe("ZOR");
        registry.Candidates("Russia")[0].Actor.Country.ShouldBe("RUS");
    }

    [Fact]
    public void All_its_faults_are_told_and_nothing_is_written()
    {
        const string Dictionary = """
            +MARSH_LEAGUE_
            ADA_QUILL [PRYGOV 2004017-20061201]
            ZORN_ [ZOR
            """;
        var faults = Should.Throw<PackException>(() => PetrarchActors.Import("own.actors", Dictionary, EnglishPack.Instance, _folder.FullName)).Faults.Select(f => f.ToString()).ToArray();
        faults.ShouldContain(f => f.StartsWith("own.actors:1: a synonym without a name"));
        faults.ShouldContain(f => f.StartsWith("own.actors:2: '2004017-20061201' is no time"));
        faults.ShouldContain(f => f.StartsWith("own.actors:3: expected [CODE]"));
        _folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_right_can_be_taken_in_alone()
    {
        var faults = new List<PackFault>();
        PetrarchActors.Import("own.actors", "ADA_QUILL [PRYGOV]\nNO_CODE\n", EnglishPack.Instance, _folder.FullName, faults).ShouldBe(1);
        faults.ShouldHaveSingleItem().ToString().ShouldBe("own.actors:2: 'NO_CODE' has no code");
        new ActorRegistry(EnglishPack.Instance.With(LanguagePack.FromFolder(_folder.FullName))).Named("Ada Quill").ShouldHaveSingleItem();
    }
}
