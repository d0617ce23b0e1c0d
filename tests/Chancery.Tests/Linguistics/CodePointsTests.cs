using Chancery.Linguistics;
using CsCheck;

namespace Chancery.Tests.Linguistics;

public class CodePointsTests
{
    [Fact]
    public void A_pair_counts_once_and_a_lone_surrogate_counts()
    {
        var points = new CodePoints("a\U0001F600b\uD83Dc");
        points.FromUtf16(1).ShouldBe(1);
        points.FromUtf16(3).ShouldBe(2);
        points.FromUtf16(4).ShouldBe(3);
        points.FromUtf16(6).ShouldBe(5);
        points.ToUtf16(2).ShouldBe(3);
    }

    [Fact]
    public void Offsets_survive_the_round_trip_in_any_text() =>
        Gen.String.Sample(text =>
        {
            var points = new CodePoints(text);
            for (var i = 0; i <= points.FromUtf16(text.Length); i++) points.FromUtf16(points.ToUtf16(i)).ShouldBe(i);
        });
}
