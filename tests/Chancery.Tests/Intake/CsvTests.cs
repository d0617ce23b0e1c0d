using System.Text;
using Chancery.Intake;

namespace Chancery.Tests.Intake;

public class CsvTests
{
    [Fact]
    public async Task Columns_are_found_by_name_and_by_map()
    {
        var run = await Read("Headline;body;pubdate;outlet;link\n\"Talks; open\";\"Envoys met in Riga.\nThey said \"\"little\"\".\";Fri, 21 Mar 2025 09:00:00 GMT;Harbor;https://harbor.example/1\n", "text=body,title=Headline,date=pubdate,publisher=outlet,url=link");
        var report = run.Reports.ShouldHaveSingleItem();
        (report.Text, report.Title, report.Published, report.Publisher, report.Url)
            .ShouldBe(("Envoys met in Riga.\nThey said \"little\".", "Talks; open", new DateOnly(2025, 3, 21), "Harbor", "https://harbor.example/1"));
        run.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_without_text_and_days_that_are_none_are_named_and_the_rest_is_read()
    {
        var run = await Read("id,text,date\na,Envoys met.,2025-03-21\nb,,2025-03-21\nc,They left.,soon\n");
        run.Reports.Select(r => r.Id).ShouldBe(["a", "c"]);
        run.Faults.ShouldBe(["table.csv:3: no text in column 'text'"]);
        run.Reports[1].Notices.ShouldHaveSingleItem().Code.ShouldBe("date-invalid");
    }

    [Fact]
    public async Task A_table_without_a_column_of_text_says_which_it_has() =>
        (await Read("id,body\na,x\n")).Faults.ShouldBe(["table.csv:1: no column 'text' among id, body; name the one that holds the text with --map text=COLUMN"]);

    [Fact]
    public async Task A_table_in_another_charset_is_read_in_it()
    {
        var run = await Read(Encoding.Latin1.GetBytes("id,text\na,Los enviados se reunieron en Málaga y São Paulo según el señor Núñez.\n"), ColumnMap.None);
        run.Reports.ShouldHaveSingleItem().Text.ShouldContain("Málaga");
    }

    [Fact]
    public async Task Json_lines_are_mapped_too()
    {
        var run = await IntakeRun.Of("in.jsonl", """{"key":7,"body":"Envoys met.","text":"not this","pubdate":"20250321"}""" + "\n", new() { Columns = ColumnMap.Parse("text=body, id=key, date=pubdate") });
        var report = run.Reports.ShouldHaveSingleItem();
        (report.Id, report.Text, report.Published).ShouldBe(("7", "Envoys met.", new DateOnly(2025, 3, 21)));
    }

    [Theory]
    [InlineData("text", "'text': expected FIELD=COLUMN, such as text=body")]
    [InlineData("words=body", "'words': a report has id, text, title, date, publisher, url, byline, origin")]
    public void A_map_that_is_none_says_what_is_wrong(string map, string message) => Should.Throw<FormatException>(() => ColumnMap.Parse(map)).Message.ShouldBe(message);

    private static Task<IntakeRun> Read(string table, string? map = null) => Read(Encoding.UTF8.GetBytes(table), map is null ? ColumnMap.None : ColumnMap.Parse(map));

    private static Task<IntakeRun> Read(byte[] table, ColumnMap map) => IntakeRun.Of("table.csv", table, new() { Columns = map });
}
