using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

public class GistTests
{
    private static readonly Gist Told = new("violence", ["=SYR", "kabkabiya"], ["market", "strike"], null, ["=SYR", "Kabkabiya", "market"]);

    [Fact]
    public void A_copy_with_other_words_is_compared_by_these()
    {
        Gists.Compare(Told, Told).ShouldBe(new Likeness(1, 2, 4.5, 1, 2, 1, 2));
        Gists.Compare(Told, Told with { Names = ["omdurman"], Words = ["hospit"], Theme = ["Omdurman"] }).ShouldBe(new Likeness(0, 0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public void Names_of_what_reports_turn_on_are_known_whatever_their_case_and_are_names_only_where_both_have_them_so() =>
        Gists.Compare(Told, Told with { Theme = ["kabkabiya", "market"] }).ShouldBe(new Likeness(1, 2, 4.5, 1, 2, 1, 0));

    [Fact]
    public void Two_that_are_read_from_the_same_words_are_equal()
    {
        var same = new Gist("violence", ["=SYR", "kabkabiya"], ["market", "strike"], null, ["=SYR", "Kabkabiya", "market"]);
        same.ShouldBe(Told);
        same.GetHashCode().ShouldBe(Told.GetHashCode());
        (same with { Words = ["market"] }).ShouldNotBe(Told);
    }
}
