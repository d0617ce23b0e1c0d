using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Tests.Attributing;

/// <summary>Runs the example beside every entry. Trees come from a trained parser, so a few may be read otherwise; more than that is a fault of the tables or the code.</summary>
public class TableExampleTests
{
    /// <summary>Share of the examples that may be read otherwise; nouns with a clause are where the trees fail most.</summary>
    private const double Allowed = 0.15, AllowedOfNouns = 0.35;

    [Theory]
    [InlineData("verbs.tsv")]
    [InlineData("nouns.tsv")]
    [InlineData("prepositions.tsv")]
    [InlineData("adjectives.tsv")]
    [InlineData("adverbs.tsv")]
    public void A_cue_ties_its_source_to_its_content(string table) => Check("languages/en/attribution/" + table, row =>
    {
        var example = Example.Parse(row["example"]);
        return Example.Read(example.Text).Attributions.Relations.Any(r =>
            Overlaps(r.Source, example.Source) && r.Content.Any(c => Shares(c, example.Content!.Value)));
    });

    [Fact]
    public void A_label_tells_who_asks_and_who_answers() => Check("languages/en/entities/turns.tsv", row =>
    {
        var example = Example.Parse(row["example"]);
        // a single letter is a label only beside its counterpart
        var (asks, lead) = (row["role"] == "asks", "Ann Lee was interviewed on Monday.\n\n");
        var text = lead + (asks ? example.Text + "\n\nA: No." : "Q: Why?\n\n" + example.Text);
        var content = example.Content is { } said ? text.IndexOf(said.In(example.Text), StringComparison.Ordinal) : 0;
        var found = Example.Read(text).Attributions.Relations.Where(r => row["role"] == "nobody" ? r.Content.Any(c => c.In(text).StartsWith("The port", StringComparison.Ordinal)) && r.Kind != AttributionKind.Judge : r.Content.Any(c => c.Start == content)).ToList();
        return row["role"] == "nobody" ? found.Count == 0 : found is [{ } turn] && (asks ? turn.Stance == Stance.Asks : turn.SourceName == "Ann Lee");
    });

    [Fact]
    public void What_is_unknown_is_read_off_the_sentence() => Check("languages/en/attribution/unknowns.tsv", row =>
    {
        var example = Example.Parse(row["example"]);
        return Example.Read(example.Text).Attributions.Unknowns.Any(u => Words(example.Content!.Value.In(example.Text)).Intersect(Words(u.What)).Any());
    });

    [Fact]
    public void A_governing_word_tells_what_becomes_of_the_governed() => Check("languages/en/factuality/embeddings.tsv", row => row["plain"] is "as" || Status(row, row["plain"]));

    [Fact]
    public void What_is_done_by_being_said_has_happened() => Check("languages/en/factuality/utterances.tsv", row => Status(row, "+"));

    [Fact]
    public void A_verb_that_calls_a_report_false_denies_it() => Check("languages/en/attribution/namings.tsv", row => Status(row, "denied"));

    [Fact]
    public void What_is_called_untrue_is_denied() => Check("languages/en/attribution/untruths.tsv", row => Status(row, "denied"));

    [Fact]
    public void A_modal_adverb_or_opener_tells_what_becomes_of_its_predicate() => Check("languages/en/factuality/modifiers.tsv", row => Status(row, row["plain"]));

    private static bool Status(TableRow row, string outcome)
    {
        var example = Example.Parse(row["example"]);
        var words = example.Content!.Value.In(example.Text);
        var predicate = Example.Read(example.Text).Attributions.Predicates.LastOrDefault(p => example.Content.Value.Contains(p.Span));
        return words.Length > 0 && predicate is not null && (outcome switch
        {
            "" => predicate.Status is ClaimStatus.NotOccurred,
            "+" => predicate.Status is ClaimStatus.Occurred or ClaimStatus.Ongoing,
            "alleged" => predicate.Status is ClaimStatus.Possible,
            "purpose" => predicate.Status is ClaimStatus.Planned or ClaimStatus.Occurred,
            _ => predicate.Status.ToString().Equals(outcome, StringComparison.OrdinalIgnoreCase),
        });
    }

    private static void Check(string path, Func<TableRow, bool> holds)
    {
        var rows = EnglishPack.Instance.Read(path).Rows;
        var failed = rows.Where(row => !holds(row)).Select(row => $"{row.Line}: {row["example"]}").ToList();
        failed.Count.ShouldBeLessThanOrEqualTo((int)Math.Ceiling(rows.Count * (path.EndsWith("nouns.tsv", StringComparison.Ordinal) ? AllowedOfNouns : Allowed)), string.Join('\n', failed));
    }

    private static bool Overlaps(TextSpan? found, TextSpan? wanted) => wanted is null ? found is null : found is { } span && span.Overlaps(wanted.Value);

    private static bool Shares(TextSpan found, TextSpan wanted) => 2 * (Math.Min(found.End, wanted.End) - Math.Max(found.Start, wanted.Start)) >= Math.Max(found.Length, wanted.Length);

    private static string[] Words(string text) => text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
