using System.Reflection;
using PublicApiGenerator;

namespace Chancery.Tests;

/// <summary>The public surface of each library is a reviewed text under docs/api: what is promised to others changes only in sight.</summary>
/// <remarks>With CHANCERY_APPROVE=1 the texts are written anew.</remarks>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries => ["Chancery.Linguistics", "Chancery.Core", "Chancery.Intake", "Chancery.English", "Chancery.Sqlite", "Chancery.Formats", "Chancery.Feeds"];

    // It names a class by a number that an unrelated member moves.
    private static readonly string[] MadeByTheCompiler = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_surface_is_the_one_reviewed(string library)
    {
        var surface = Assembly.Load(library).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = MadeByTheCompiler }).ReplaceLineEndings("\n").Trim() + "\n";
        var file = Repository.File("docs", "api", (library == "Chancery.Core" ? "Chancery" : library) + ".txt");
        if (Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1") File.WriteAllText(file, surface);
        File.ReadAllText(file).ShouldBe(surface, $"the public surface of {library} changed: run with CHANCERY_APPROVE=1 and review the diff of docs/api");
    }
}
