namespace Chancery.App.Tests;

public class HelpTests
{
    [Fact]
    public async Task Help_is_no_error() => (await CommandRun.Of("--help")).Status.ShouldBe(0);
}
