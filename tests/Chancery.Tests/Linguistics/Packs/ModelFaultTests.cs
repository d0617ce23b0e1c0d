using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Parsing;
using Chancery.Linguistics.Tagging;

namespace Chancery.Tests.Linguistics.Packs;

/// <summary>A model that is cut short or is another thing is told of by its name, never read.</summary>
public sealed class ModelFaultTests
{
    private static readonly (string Path, string Kind)[] Models =
    [
        ("languages/en/models/tagger.bin", Tagger.Kind),
        ("languages/en/models/morphology.bin", Morphology.Kind),
        ("languages/en/models/lexicon.bin", Lexicon.Kind),
        ("languages/en/models/parser.bin", ParserNet.Kind),
    ];

    [Fact]
    public void A_name_model_cut_anywhere_is_refused()
    {
        var whole = EnglishPack.Instance.Map(NameModel.Path).Span.ToArray();
        _ = new NameModel(PackBytes.Of(whole));
        foreach (var length in Lengths(whole.Length)) Should.Throw<PackException>(() => new NameModel(PackBytes.Of(whole[..length]))).Message.ShouldContain("names.bin");
        for (var at = 8; at < 12; at++)
        {
            var spoiled = whole.ToArray();
            spoiled[at] ^= 0xFF;
            Should.Throw<PackException>(() => new NameModel(PackBytes.Of(spoiled)));
        }
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-models");
        try
        {
            foreach (var (path, kind) in Models)
            {
                var whole = EnglishPack.Instance.Map(path).Span.ToArray();
                foreach (var length in Lengths(whole.Length))
                {
                    var file = Path.Combine(folder.FullName, path);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    File.WriteAllBytes(file, whole[..length]);
                    Should.Throw<PackException>(() => ModelFile.Open(LanguagePack.FromFolder(folder.FullName), path, kind)).Message.ShouldContain(Path.GetFileName(path));
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int[] Lengths(int whole) => [0, 1, 7, 8, 11, 15, 19, 40, 200, whole / 2, whole - 1];
}
