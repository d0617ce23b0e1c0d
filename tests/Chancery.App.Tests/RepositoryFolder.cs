using System.Reflection;

namespace Chancery.App.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class RepositoryFolder
{
    internal static string Root { get; } =
        typeof(RepositoryFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
}
