namespace Chancery.App.Tests;

/// <summary>A record of the samples, read once for all tests that only look at it.</summary>
public sealed class RecordFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    internal string Record => Path.Combine(_folder, "samples.db");

    public async ValueTask InitializeAsync() => (await CommandRun.Of("read", Path.Combine(RepositoryFolder.Root, "samples"), "--record", Record)).Status.ShouldBe(0);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal Task<CommandRun> Run(params string[] args) => CommandRun.Of([.. args, "--record", Record]);
}
