using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Ontologies;

namespace Chancery.Tests.Ontologies;

public sealed class OntologyTests
{
    private static readonly FrameTable Frames = FrameTable.Read(EnglishPack.Instance);

    public static TheoryData<string> Names => [.. Ontology.Names(EnglishPack.Instance)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_frame_is_coded_or_listed_as_uncoded(string name)
    {
        var ontology = Ontology.Read(EnglishPack.Instance, name, Frames);
        Frames.All.Where(frame => !ontology.Lists(frame.Name)).Select(frame => frame.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Both_ontologies_are_there() => Ontology.Names(EnglishPack.Instance).ShouldBe(["cameo", "plover"]);

    [Theory]
    [InlineData("plover", "visit", false, "CONSULT", "visit", 4.0, 1)]
    [InlineData("plover", "visit", true, "AGREE", null, 2.5, 1)]
    [InlineData("plover", "attack.drone", false, "ASSAULT", "drone", -9.5, 4)]
    [InlineData("plover", "attack.drone", true, "THREATEN", null, -3.5, 3)]
    [InlineData("cameo", "visit", false, "042", null, 1.9, 1)]
    [InlineData("cameo", "visit", true, "036", null, 4.0, 1)]
    [InlineData("cameo", "agree", false, "030", null, 4.0, 1)]
    public void A_frame_has_its_code(string ontology, string frame, bool planned, string type, string? mode, double score, int quad)
    {
        var code = Ontology.Read(EnglishPack.Instance, ontology, Frames).Code(frame, planned).ShouldNotBeNull();
        (code.Type, code.Mode, code.Score, code.QuadClass).ShouldBe((type, mode, score, quad));
    }

    [Fact]
    public void What_an_ontology_does_not_code_has_no_code() => Ontology.Read(EnglishPack.Instance, "plover", Frames).Code("statement").ShouldBeNull();

    [Fact]
    public void A_third_ontology_takes_a_folder_and_no_code()
    {
        using var folder = new TemporaryFolder();
        Write("types.tsv", "type\tname\tquad\tscore", "WAR\tWar\t4\t-10", "WORDS\tWords\t1\t1.5");
        Write("modes.tsv", "type\tmode\tscore", "WAR\tsiege\t-7");
        Write("from-frames.tsv", "frame\ttype\tmode\tplanned", "attack\tWAR\t-\tWORDS", "blockade\tWAR\tsiege\t-", "talk\tWORDS\t-\t-");
        var pack = EnglishPack.Instance.With(LanguagePack.FromFolder(folder.Path));
        var peace = Codebook.Read(pack).Others.ShouldHaveSingleItem();
        peace.Name.ShouldBe("peace");
        peace.Code("attack.drone").ShouldBe(new("peace", "WAR", null, -10, 4), "a frame without a code of its own has its parent's");
        peace.Code("attack.drone", planned: true)!.Type.ShouldBe("WORDS");
        peace.Code("blockade").ShouldBe(new("peace", "WAR", "siege", -7, 4));
        peace.Code("visit").ShouldBeNull();

        void Write(string name, params string[] lines)
        {
            var file = Path.Combine(folder.Path, "ontologies", "peace", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllLines(file, lines);
        }
    }

    [Fact]
    public void Faults_of_an_ontology_are_all_told()
    {
        using var folder = new TemporaryFolder();
        Write("types.tsv", "type\tquad\tscore", "WAR\t4\t-10", "WAR\t4\t-9", "HM\tfour\tbad");
        Write("modes.tsv", "type\tmode\tscore", "NONE\tsiege\t-7");
        Write("from-frames.tsv", "frame\ttype\tmode\tplanned", "attack\tWAR\tsiege\t-", "no-frame\tWAR\t-\t-", "talk\tPEACE\t-\t-", "attack\tWAR\t-\t-");
        var faults = Should.Throw<PackException>(() => Codebook.Read(EnglishPack.Instance.With(LanguagePack.FromFolder(folder.Path)))).Faults.Select(f => f.ToString()).ToList();
        foreach (var told in (string[])["types.tsv:3: type 'WAR' stands twice", "types.tsv:4: 'four' is no quad class", "types.tsv:4: 'bad' is no score", "modes.tsv:2: unknown type 'NONE'",
            "from-frames.tsv:2: type 'WAR' has no mode 'siege'", "from-frames.tsv:3: unknown frame 'no-frame'", "from-frames.tsv:4: unknown type 'PEACE'", "from-frames.tsv:5: frame 'attack' stands twice"])
            faults.ShouldContain(f => f.Contains(told, StringComparison.Ordinal), told);

        void Write(string name, params string[] lines)
        {
            var file = Path.Combine(folder.Path, "ontologies", "bad", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllLines(file, lines);
        }
    }

    [Fact]
    public void What_is_done_is_scored_on_the_side_of_its_quad_class()
    {
        // words may be worth either: a request for help stands above 0
        foreach (var ontology in Ontology.Names(EnglishPack.Instance).Select(name => Ontology.Read(EnglishPack.Instance, name, Frames)))
            foreach (var frame in Frames.All)
                if (ontology.Code(frame.Name) is { Score: { } score } code)
                    (code.QuadClass switch { 2 => score > 0, 4 => score < 0, _ => score is >= -10 and <= 10 }).ShouldBeTrue($"{ontology.Name}: {frame.Name} {code.Type} {score} {code.QuadClass}");
    }
}
