using Chancery.Briefs;

namespace Chancery.Tests.Briefs;

public class DaysTests
{
    [Theory]
    [InlineData("2025-03-21", "2025-03-21", "21 March 2025", " on 21 March 2025")]
    [InlineData("2024-06-01", "2024-06-30", "June 2024", " in June 2024")]
    [InlineData("2023-01-01", "2023-12-31", "2023", " in 2023")]
    [InlineData("2025-07-11", "2025-07-13", "11 to 13 July 2025", " from 11 to 13 July 2025")]
    [InlineData("2025-01-01", "2025-02-28", "January to February 2025", " from January to February 2025")]
    [InlineData("2025-06-28", "2025-07-02", "28 June to 2 July 2025", " from 28 June to 2 July 2025")]
    [InlineData("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025", " from 30 December 2024 to 2 January 2025")]
    [InlineData("2025-07-11", null, "since 11 July 2025", " since 11 July 2025")]
    [InlineData(null, "2025-07-11", "until 11 July 2025", " until 11 July 2025")]
    [InlineData(null, null, "", "")]
    public void A_span_is_told_by_the_coarsest_words_that_say_it(string? first, string? last, string alone, string within)
    {
        var (from, to) = (Day(first), Day(last));
        Days.Of(from, to).ShouldBe(alone);
        Days.Within(from, to).ShouldBe(within);
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
