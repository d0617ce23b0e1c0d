namespace Chancery;

/// <summary>Words of a report in one line: wherever it has blanks and line breaks, one blank.</summary>
internal static class OneLine
{
    internal static string Of(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
