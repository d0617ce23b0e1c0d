using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Briefs;
using Chancery.English;

namespace Chancery.Tests.Briefs;

/// <summary>Every sentence of a brief, changed in one fact, is refused: the checker sees facts, not only words.</summary>
public sealed partial class MutatedSentencesTests(SamplesBrief samples) : IClassFixture<SamplesBrief>
{
    private static readonly BriefChecker Checker = new(EnglishPack.Instance);

    private BriefSentence[] Told(params string[] headings) => [.. SamplesBrief.Told(samples.Write(new()), headings)];

    [Fact]
    public void What_is_told_passes() => Told("The situation", "Timeline", "Figures", "Disputed", "Expected", "Unknown", "What became of expectations").ShouldAllBe(s => Checker.Faults(s).IsEmpty);

    [Fact]
    public void Swapped_parties_are_refused()
    {
        var mutated = 0;
        foreach (var sentence in Told("Timeline", "Disputed", "Expected"))
        {
            foreach (var claim in Claims(sentence))
            {
                if (claim.Frame.Reciprocal || claim.Frame.Name == "deny" || claim.Actors is not [var actor] || claim.Recipients is not [var recipient] || actor.Name == recipient.Name) continue;
                if (Count(sentence.Text, actor.Name) != 1 || Count(sentence.Text, recipient.Name) != 1) continue;
                var swapped = sentence.Text.Replace(actor.Name, "\0", StringComparison.Ordinal).Replace(recipient.Name, actor.Name, StringComparison.Ordinal).Replace("\0", recipient.Name, StringComparison.Ordinal);
                Checker.Faults(sentence with { Text = swapped }).ShouldNotBeEmpty(swapped);
                mutated++;
            }
        }
        mutated.ShouldBeGreaterThan(8);
    }

    [Fact]
    public void Another_number_is_refused() => Mutate(Number(), m => (decimal.Parse(m.Value, NumberStyles.Number, CultureInfo.InvariantCulture) + 7).ToString("#,##0", CultureInfo.InvariantCulture), 15, "The situation", "Timeline", "Figures", "Disputed", "Expected");

    [Fact]
    public void Another_day_is_refused() => Mutate(Day(), m => DateOnly.ParseExact(m.Value, "d MMMM yyyy", CultureInfo.InvariantCulture).AddDays(11).ToString("d MMMM yyyy", CultureInfo.InvariantCulture), 20);

    [Fact]
    public void Another_month_is_refused() => Mutate(Day(), m => DateOnly.ParseExact(m.Value, "d MMMM yyyy", CultureInfo.InvariantCulture).AddMonths(5).ToString("d MMMM yyyy", CultureInfo.InvariantCulture), 20);

    [Fact]
    public void Numbers_swapped_between_their_sources_are_refused()
    {
        var mutated = 0;
        foreach (var sentence in Told("Figures"))
        {
            var told = Counted().Matches(sentence.Text);
            if (told.Count < 2 || told[0].Groups["n"].Value == told[1].Groups["n"].Value) continue;
            var (one, other) = (told[0].Groups["n"], told[1].Groups["n"]);
            var text = sentence.Text[..one.Index] + other.Value + sentence.Text[(one.Index + one.Length)..other.Index] + one.Value + sentence.Text[(other.Index + other.Length)..];
            Checker.Faults(sentence with { Text = text }).ShouldNotBeEmpty(text);
            mutated++;
        }
        mutated.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(" denied it", " said so")]
    [InlineData(" said so", " denied it")]
    [InlineData(" may ", " ")]
    [InlineData(" are to ", " ")]
    public void A_denial_or_a_hedge_that_is_dropped_is_refused(string words, string put)
    {
        var mutated = Told("Disputed", "Expected").Where(s => s.Text.Contains(words, StringComparison.Ordinal)).Select(s => s with { Text = s.Text.Replace(words, put, StringComparison.Ordinal) }).ToArray();
        mutated.ShouldNotBeEmpty();
        mutated.ShouldAllBe(s => !Checker.Faults(s).IsEmpty);
    }

    [Fact]
    public void Another_source_is_refused() => Mutate(Said(), m => m.Value.Replace(m.Groups["who"].Value, m.Groups["who"].Value.Contains("Kim", StringComparison.Ordinal) ? "Donald Trump" : "Kim Jong Un", StringComparison.Ordinal), 5, "Timeline", "Expected");

    private void Mutate(Regex what, Func<Match, string> change, int atLeast, params string[] headings)
    {
        var mutated = 0;
        foreach (var sentence in Told(headings.Length > 0 ? headings : ["The situation", "Timeline", "Figures", "Disputed", "Expected", "Unknown"]))
        {
            foreach (Match match in what.Matches(sentence.Text))
            {
                var text = sentence.Text[..match.Index] + change(match) + sentence.Text[(match.Index + match.Length)..];
                Checker.Faults(sentence with { Text = text }).ShouldNotBeEmpty(text);
                mutated++;
            }
        }
        mutated.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    private static IEnumerable<EventClaim> Claims(BriefSentence sentence) => sentence.Sources.SelectMany(c => c.Reading.Claims.Where(claim => claim.Id == c.ClaimId));

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    /// <summary>A number that is no part of a date.</summary>
    [GeneratedRegex(@"(?<![\d,])\d[\d,]*(?:\.\d+)?(?![\d,]*\d)(?! (?:to \d+ )?(?:January|February|March|April|May|June|July|August|September|October|November|December))(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})(?<=\d{3}|\D\d)(?!:)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?<!to )\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Day();

    [GeneratedRegex(@"[:;] (?<n>[^();:]*?\d[^();:]*?) ?\(", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Counted();

    [GeneratedRegex(@", (?<who>[^,;:.]+) said\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Said();
}
