using Chancery.English;

namespace Chancery.Tests.Examples;

/// <summary>Reads one report. The region is the code of docs/library.md.</summary>
public sealed class ReadAReport
{
    [Fact]
    public void Runs()
    {
        #region example
        var reader = new ReportReader(EnglishPack.Instance);
        var reading = reader.Read(new Report { Id = "1", Text = "Norway sent two ships to Latvia, the ministry said.", Published = new(2025, 3, 21) });
        foreach (var claim in reading.Claims.Claims)
            Console.WriteLine($"{claim.Actors[0].Name} {claim.Frame.Name} {claim.Recipients[0].Name}: {claim.Status}, said by {string.Join(" citing ", claim.Attribution)}");
        #endregion
        var told = reading.Claims.Claims.ShouldHaveSingleItem();
        (told.Actors[0].Name, told.Recipients[0].Name, told.Status).ShouldBe(("Norway", "Latvia", ClaimStatus.Occurred));
    }
}
