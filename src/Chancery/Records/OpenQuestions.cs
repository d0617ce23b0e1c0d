using System.Globalization;

namespace Chancery.Records;

/// <summary>What a reading says is unknown, as questions of the record.</summary>
internal static class OpenQuestions
{
    internal static IEnumerable<OpenQuestion> Of(FiledReading reading) => reading.Unknowns.Select(u => Of(reading, u, null));

    internal static OpenQuestion Of(FiledReading reading, Unknown unknown, string? answeredBy) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{reading.Report.Id}#{unknown.Span.Start}"), reading, unknown, answeredBy);
}
