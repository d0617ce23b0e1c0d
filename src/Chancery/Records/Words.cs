namespace Chancery.Records;

/// <summary>Words as a search sees them: runs of letters and digits, without regard to case.</summary>
internal static class Words
{
    internal static string Fold(string text) => text.ToLowerInvariant();

    internal static IEnumerable<string> Of(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return Fold(text[start..i]);
            start = -1;
        }
    }

    internal static bool AllIn(string wanted, string text)
    {
        var there = Of(text).ToHashSet(StringComparer.Ordinal);
        return Of(wanted).All(there.Contains);
    }
}
