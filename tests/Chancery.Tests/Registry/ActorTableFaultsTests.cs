using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Registry;

namespace Chancery.Tests.Registry;

/// <summary>A team's own tables laid over the shipped ones: what is right is found, what is wrong is told, all of it at once.</summary>
public sealed class ActorTableFaultsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chancery-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Own_actors_stand_beside_the_shipped_ones()
    {
        Write("actors/groups.tsv", "name\tcountry\tsectors\taliases", "Sons of the Ford\tPRY\tREB\tFord Sons");
        Write("actors/offices/own.tsv", "person\ttitle\tcountry\tsector\tfrom\tto\tsource", "Ada Quill\tGovernor\tPRY\tGOV\t2020-01\t2022\town notes");
        var registry = new ActorRegistry(Pack());
        registry.Candidates("Ford Sons")[0].Actor.Country.ShouldBe("PRY");
        registry.Candidates("Russia")[0].Actor.Id.ShouldBe("state/RUS");
        var office = registry.Find("person/ada-quill").ShouldNotBeNull().Offices.ShouldHaveSingleItem();
        (office.From, office.To).ShouldBe((new DateOnly(2020, 1, 1), new DateOnly(2022, 12, 31)));
    }

    [Fact]
    public void A_row_for_a_known_actor_adds_names_to_it()
    {
        Write("actors/institutions.tsv", "name\tcountry\tsectors\taliases", "Knesset\tISR\tLEG\tHouse on the Hill");
        Write("actors/persons.tsv", "name\tcountry\taliases\tsectors\tsurname", "Vladimir Putin\tRUS\tVova Putin\t-\t-");
        var registry = new ActorRegistry(Pack());
        registry.Candidates("House on the Hill")[0].Actor.Id.ShouldBe("institution/knesset");
        registry.Candidates("Vova Putin")[0].Actor.Id.ShouldBe("person/vladimir-putin");
    }

    [Fact]
    public void Every_fault_is_listed_with_file_and_line()
    {
        Write("actors/groups.tsv", "name\tcountry\tsectors\taliases", "Sons of the Ford\tPRY\tREBEL\t-", "Sons of the Ford\tQQQ\tREB\t-", "Hamas\tPRY\tREB\t-", "Hamas\tPRY\tREB\t-");
        Write("actors/offices/own.tsv", "person\ttitle\tcountry\tsector\tfrom\tto\tsource",
            "Ada Quill\tGovernor\tPRY\tGOV\t2022\t2020\town notes",
            "Ada Quill\tMayor\tPRY\tGOV\tMay 2020\t-\town notes",
            "Ada Quill\tSenator\tPRY\tLEG\t2010\t2015\town notes",
            "Ada Quill\tSenator\tPRY\tLEG\t2014\t2018\town notes",
            "Ada Quill\tJudge\tPRY\tJUD\t2010\t2015\t-");
        var faults = Should.Throw<PackException>(() => new ActorRegistry(Pack())).Faults.Select(f => f.ToString()).ToArray();
        faults.ShouldContain(f => f.Contains("groups.tsv:2: ") && f.Contains("unknown sector 'REBEL'"));
        faults.ShouldContain(f => f.Contains("groups.tsv:3: ") && f.Contains("unknown country 'QQQ'"));
        faults.ShouldContain(f => f.Contains("groups.tsv:5: ") && f.Contains("listed twice"));
        faults.ShouldContain(f => f.Contains("own.tsv:2: ") && f.Contains("ends (2020) before it begins (2022)"));
        faults.ShouldContain(f => f.Contains("own.tsv:3: ") && f.Contains("'May 2020' is no date"));
        faults.ShouldContain(f => f.Contains("own.tsv:5: ") && f.Contains("overlaps"));
        faults.ShouldContain(f => f.Contains("own.tsv:6: ") && f.Contains("names no source"));
    }

    private LanguagePack Pack() => EnglishPack.Instance.With(LanguagePack.FromFolder(_folder.FullName));

    private void Write(string path, params string[] lines)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, lines);
    }
}
