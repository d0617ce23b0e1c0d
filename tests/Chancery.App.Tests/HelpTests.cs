using Chancery.Cli;

namespace Chancery.App.Tests;

public class HelpTests
{
    [Fact]
    public async Task Help_is_no_error() => (await CommandLine.Run(["--help"])).ShouldBe(0);
}
