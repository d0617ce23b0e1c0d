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
        faults.ShouldHaveSingleItem().ToString().ShouldBe("own.actors:2: 'NO_CODE' has no code; expected NAME [CODE], or [CODE] on a line below the name");
        new ActorRegistry(EnglishPack.Instance.With(LanguagePack.FromFolder(_folder.FullName))).Named("Ada Quill").ShouldHaveSingleItem();
    }

    [Fact]
    public void Agents_become_words_for_those_who_act()
    {
        const string Dictionary = """
            !PERSON! = MAN, MEN
            MARSH_WARDEN {MARSH_WARDENS} [~COP] # keeps the marsh
            REED!PERSON! [~AGR]
            MARSH_MONK [~CHRCTH]
            MARSH_HEALER [~HLH]
            """;
        PetrarchAgents.Is(Dictionary).ShouldBeTrue();
        PetrarchAgents.Import("own.agents", Dictionary, EnglishPack.Instance, _folder.FullName).ShouldBe(6);
        var rows = LanguagePack.FromFolder(_folder.FullName).Read("languages/en/agents.tsv", "use", "words", "sectors").Rows;
        rows.Select(r => $"{r["sectors"]} {r["words"]}").ShouldBe(["AGR reedman|reedmen", "COP marsh warden|marsh wardens", "MED marsh healer", "REL marsh monk"]);
        var reader = new ReportReader(EnglishPack.Instance.With(LanguagePack.FromFolder(_folder.FullName)));
        reader.Read(new() { Id = "r", Text = "A marsh warden arrested the editor on Monday." }).Claims.Claims[0].Actors[0].Sectors.ShouldContain("COP");
    }

    [Fact]
    public void Faults_of_agents_quote_their_line()
    {
        var faults = Should.Throw<PackException>(() => PetrarchAgents.Import("own.agents", "MARSH_WARDEN [~COP}\nREED!NONE! [~AGR]\nMONK [~QQQ]\n", EnglishPack.Instance, _folder.FullName)).Faults;
        faults.Select(f => f.ToString()).ShouldBe([
            "own.agents:1: expected WORD [~CODE], or WORD {PLURAL} [~CODE]; found 'MARSH_WARDEN [~COP}'",
            "own.agents:2: expected WORD [~CODE], or WORD {PLURAL} [~CODE]; found 'REED!NONE! [~AGR]'",
            "own.agents:3: 'MONK [~QQQ]': PLOVER has no sector for '~QQQ'"]);
        _folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public void One_person_under_two_spellings_can_still_be_read()
    {
        const string Dictionary = """
            ADA_QUILL_ [PRYGOV 990101-041231]
            +A._QUILL_
            A._QUILL_ [PRYGOV 990101-031231]
            KOFI_ANNAN_ [IGOUNO 970101-061231]
            KOFI_ATTA_ANNAN_ [IGOUNO 970101-061231]
            """;
        PetrarchActors.Import("own.actors", Dictionary, EnglishPack.Instance, _folder.FullName).ShouldBeGreaterThan(1);
        var registry = new ActorRegistry(EnglishPack.Instance.With(LanguagePack.FromFolder(_folder.FullName)));
        registry.Candidates("Ada Quill")[0].Actor.Offices.Count(o => o.HeldOn(new(2001, 5, 1))).ShouldBe(1);
    }
}
