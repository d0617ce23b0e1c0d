using System.Reflection;

namespace Chancery.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    internal static string File(params string[] parts) => Path.Combine([Root, .. parts]);
}
