using System.Globalization;
using Chancery.Formats;
using Chancery.Formats.Parquet;
using Chancery.Formats.Tables;
using CsvHelper;
using Parquet;

namespace Chancery.Tests.Formats;

/// <summary>CSV and Parquet give back what was put in, cell by cell.</summary>
public sealed class TableFormatTests(ExportFixture record) : IClassFixture<ExportFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables => [.. RecordTables.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Csv_comes_back_as_it_was(string table)
    {
        var expected = await Cells(table);
        using var reader = CsvReader.Create(await record.Bytes("csv", table), new CsvReaderOptions { Separator = ',' });
        reader.ReadHeader();
        reader.Headers.ToArray().ShouldBe(Table(table).Columns.Select(c => c.Name));
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i) ?? "")]);
        rows.Count.ShouldBe(expected.Count);
        foreach (var (row, cells) in rows.Zip(expected)) row.ShouldBe(cells.Select(c => Spreadsheet(c)));
    }

    [Fact]
    public async Task A_text_that_a_spreadsheet_would_run_is_quoted_off()
    {
        var text = await record.Text("csv");
        text.ShouldContain("'=SUM(A1)");
        text.ShouldNotContain(",=SUM(A1)");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Parquet_comes_back_as_it_was(string table)
    {
        var expected = await Cells(table);
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(await record.Bytes("parquet", table)), new ParquetOptions { UseDateOnlyTypeForDates = true }, cancellationToken: Cancel);
        var columns = Table(table).Columns;
        reader.Schema.DataFields.Select(f => f.Name).ShouldBe(columns.Select(c => c.Name));
        reader.RowGroupCount.ShouldBe(1);
        using var group = reader.OpenRowGroupReader(0);
        group.RowCount.ShouldBe(expected.Count);
        for (var i = 0; i < columns.Length; i++)
        {
            var field = reader.Schema.DataFields[i];
            var back = columns[i].Type switch
            {
                ColumnType.Number => await Values<double>(group, field, expected.Count, v => v.ToString(CultureInfo.InvariantCulture)),
                ColumnType.Count => await Values<long>(group, field, expected.Count, v => v.ToString(CultureInfo.InvariantCulture)),
                ColumnType.Day => await Values<DateOnly>(group, field, expected.Count, v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ColumnType.Flag => await Values<bool>(group, field, expected.Count, v => v ? "true" : "false"),
                _ => await Texts(group, field, expected.Count),
            };
            back.ShouldBe(expected.Select(row => row[i].Replace('\ud800', '\ufffd')), columns[i].Name);
        }
    }

    [Fact]
    public async Task More_rows_than_a_row_group_holds_become_several()
    {
        using var output = new MemoryStream();
        (await new ParquetFormat(rowsOfGroup: 3).WriteAsync(record.Source, output, Cancel)).ShouldBe(4);
        output.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(output, cancellationToken: Cancel);
        reader.RowGroupCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_format_names_the_tables_it_has()
    {
        (await Should.ThrowAsync<ExportException>(() => record.Bytes("csv", "sandwiches"))).Message.ShouldBe("csv has no table 'sandwiches'; it has claims, events, figures, reports");
        (await Should.ThrowAsync<ExportException>(() => record.Bytes("gexf", "claims"))).Message.ShouldBe("gexf has no tables to choose from");
    }

    [Fact]
    public async Task Filters_narrow_every_table()
    {
        foreach (var table in RecordTables.All)
        {
            var lines = (await record.Text("csv", table.Name, new() { Report = "aid" })).TrimEnd('\n').Split("\n");
            lines.Length.ShouldBeInRange(2, 3, table.Name); // the text of 'aid' has a line break
        }
    }

    private static Table Table(string name) => RecordTables.All.Single(t => t.Name == name);

    private async Task<List<string[]>> Cells(string table)
    {
        var rows = new List<string[]>();
        await foreach (var row in Table(table).RowsAsync(record.Source, Cancel)) rows.Add([.. row.Select(c => c.ToString())]);
        return rows;
    }

    /// <summary>What CSV does to a text on purpose: see CsvFormat.</summary>
    private static string Spreadsheet(string cell)
    {
        cell = cell.Replace('\ud800', '\ufffd');
        return cell.Length > 0 && "=@\t\r".Contains(cell[0]) ? "'" + cell : cell;
    }

    private static async Task<IEnumerable<string>> Values<T>(ParquetRowGroupReader group, global::Parquet.Schema.DataField field, int count, Func<T, string> text) where T : struct
    {
        var values = new T?[count];
        await group.ReadAsync<T>(field, values.AsMemory(), cancellationToken: Cancel);
        return values.Select(v => v is { } some ? text(some) : "");
    }

    private static async Task<IEnumerable<string>> Texts(ParquetRowGroupReader group, global::Parquet.Schema.DataField field, int count)
    {
        var values = new string?[count];
        await group.ReadAsync(field, values.AsMemory(), cancellationToken: Cancel);
        return values.Select(v => v ?? "");
    }
}
