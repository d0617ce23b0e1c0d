using System.Globalization;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Mentions.Quantities;
using Chancery.Mentions.Times;

namespace Chancery.Tests.Mentions.Specs;

/// <summary>A choice of the published specifications of Recognizers-Text. Nineteen in twenty must hold: a few turn on a tag that a new model may read otherwise.</summary>
public class SpecificationTests
{
    private const double Floor = 0.95;

    private static readonly DocumentReader Reader = new(EnglishPack.Instance);
    private static readonly TimeFinder Times = new(EnglishPack.Instance);
    private static readonly QuantityFinder Quantities = new(EnglishPack.Instance);

    [Fact]
    public void Times_have_the_values_specified() => Check("times.tsv", cells =>
        (string.Join('|', Find(cells[2], DateOnly.Parse(cells[1], CultureInfo.InvariantCulture)).Select(t => t.Timex.Value)), cells[3]));

    [Fact]
    public void Numbers_have_the_values_specified() => Check("quantities.tsv", cells =>
    {
        var found = Quantities.Find(Reader.Read(cells[1]), Find(cells[1], new DateOnly(2020, 1, 1)), []);
        return (string.Join('|', found.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Quantity.Min}..{q.Quantity.Max}"))), cells[2]);
    });

    private static System.Collections.Immutable.ImmutableArray<TimeMention> Find(string text, DateOnly published) =>
        Times.Find(new Report { Id = "x", Text = text, Published = published }, Reader.Read(text), []);

    private static void Check(string file, Func<string[], (string Found, string Specified)> read)
    {
        var lines = File.ReadLines(Repository.File("tests", "Chancery.Tests", "Mentions", "Specs", file)).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t')).ToList();
        var wrong = new List<string>();
        foreach (var cells in lines)
        {
            var (found, specified) = read(cells);
            if (found != specified.Trim('-') && found != specified) wrong.Add($"{cells[0]}: {found} instead of {specified}");
        }
        wrong.Count.ShouldBeLessThanOrEqualTo((int)(lines.Count * (1 - Floor)), string.Join('\n', wrong));
    }
}
