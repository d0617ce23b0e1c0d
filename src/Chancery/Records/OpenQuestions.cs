using System.Globalization;

namespace Chancery.Records;

/// <summary>What readings say is unknown, as questions of the record.</summary>
internal static class OpenQuestions
{
    internal static OpenQuestion Of(FiledReading reading, Unknown unknown, FiledClaim? answer) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{reading.Report.Id}#{unknown.Span.Start}"), reading, unknown, answer);
}
