using System.Globalization;

namespace Chancery.Records;

/// <summary>What readings say is unknown, as questions of the record.</summary>
internal static class OpenQuestions
{
    internal static OpenQuestion Of(FiledReading reading, Unknown unknown, FiledClaim? answer) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{reading.Report.Id}#{unknown.Span.Start}"), reading, unknown, answer);

    /// <summary>True where a question is as open as is asked for.</summary>
    internal static bool IsWanted(OpenQuestion question, UnknownQuery query) => query.IsOpen is null || question.Answer is null == query.IsOpen;
}
