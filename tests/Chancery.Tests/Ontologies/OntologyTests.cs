using Chancery.English;
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
}
