using Chancery.Briefs;

namespace Chancery.Tests.Briefs;

public class FigureWordsTests
{
    public static TheoryData<Quantity, string> Cases =>
    [
        (new(10000, 12000, "troop"), "10,000 to 12,000 troops"),
        (new(3000, 3000, "soldier", Change: QuantityChange.Additional), "another 3,000 soldiers"),
        (new(40, null, "person"), "at least 40 people"),
        (new(null, 3000, "shell"), "up to 3,000 shells"),
        (new(1, 1, "ship"), "1 ship"),
        (new(2.5m, 2.5m, "percent", Approximate: true), "about 2.5 per cent"),
        (new(500, 500, "$", "USD"), "$500"),
        (new(3, 3, "yuan", "CNY"), "3 yuan"),
        (new(7, 7, "city"), "7 cities"),
        (new(7, 7, null), "7"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quantities_read_as_people_write_them(Quantity quantity, string words) => FigureWords.Of(quantity).ShouldBe(words);

    [Fact]
    public void A_series_has_signs_for_money_and_shares_and_bare_numbers_for_what_its_title_names()
    {
        FigureWords.InSeries(new(10, 10, "percent", Change: QuantityChange.Additional)).ShouldBe("10 per cent");
        FigureWords.InSeries(new(500, 500, "$", "USD")).ShouldBe("$500");
        FigureWords.InSeries(new(40, 60, "soldier")).ShouldBe("40 to 60");
    }
}
