using CsvHelper;

namespace Chancery.Intake.Csv;

/// <summary>Reads a table with a header as reports, one a row; the sign between columns is told from its first lines.</summary>
internal static class CsvReports
{
    /// <summary>The reports, one row at a time.</summary>
    /// <param name="name">Name of the file, for faults.</param>
    /// <param name="text">The table.</param>
    /// <param name="map">Which column holds what.</param>
    /// <param name="maxReport">Largest row, in bytes of UTF-8.</param>
    /// <param name="onFault">Told of rows that are no report.</param>
    internal static IEnumerable<Report> Read(string name, TextReader text, ColumnMap map, int maxReport, Action<IntakeFault> onFault)
    {
        using var rows = CsvReader.Create(text, new CsvReaderOptions { TrackLineNumbers = true, MaxRecordSize = Math.Max(256, maxReport) });
        if (!Next(name, rows, onFault)) yield break;
        string[] columns = [.. rows.Headers.Select(column => column.Trim('\uFEFF', ' ', '\t'))];
        if (!columns.Contains(map.Of("text")))
        {
            onFault(new(name, 1, $"no column '{map.Of("text")}' among {string.Join(", ", columns.Take(20))}; name the one that holds the text with --map text=COLUMN"));
            yield break;
        }
        do
        {
            if (Cell("text") is not { } body)
            {
                onFault(new(name, (int)rows.LineNumber, $"no text in column '{map.Of("text")}'"));
                continue;
            }
            var (date, day) = (Cell("date"), PublicationDate.ParseAny(Cell("date")));
            yield return new()
            {
                Id = Cell("id") ?? ContentId.Of(body),
                Text = body,
                Title = Cell("title"),
                Publisher = Cell("publisher"),
                Published = day,
                Url = Cell("url"),
                Byline = Cell("byline"),
                DeclaredOrigin = Cell("origin"),
                Notices = date is not null && day is null ? [IntakeNotices.BadDate(date)] : [],
            };
        }
        while (Next(name, rows, onFault));

        string? Cell(string field) =>
            Array.IndexOf(columns, map.Of(field)) is var at and >= 0 && at < rows.FieldCount && rows.GetString(at) is var cell && !string.IsNullOrWhiteSpace(cell) ? cell : null;
    }

    private static bool Next(string name, CsvReader rows, Action<IntakeFault> onFault)
    {
        try
        {
            return rows.Read();
        }
        catch (CsvFormatException problem)
        {
            onFault(new(name, (int)problem.LineNumber, $"no row of a table, or one larger than --max-report: {problem.Message.Split('\n')[0].Trim().TrimEnd('.')}; it is read no further"));
            return false;
        }
    }
}
