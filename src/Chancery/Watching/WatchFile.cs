using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chancery.Watching;

/// <summary>Reads saved questions from a file: JSON, in which remarks and trailing commas are allowed.</summary>
/// <example><code>{ "watches": [ { "name": "arms", "actor": "North Korea", "recipient": "Russia", "type": "AID", "changes": ["met", "denied"] } ] }</code></example>
public static class WatchFile
{
    /// <summary>The watches of a file.</summary>
    /// <exception cref="FormatException">It is no such file; the message says what is wrong and where.</exception>
    public static IReadOnlyList<Watch> Parse(string text)
    {
        try
        {
            var entries = JsonSerializer.Deserialize(text, WatchJson.Default.WatchEntries)?.Watches;
            if (entries is not { Length: > 0 }) throw new FormatException("it has no watches: expected { \"watches\": [ { \"name\": …, \"actor\": … } ] }");
            if (entries.FirstOrDefault(e => string.IsNullOrWhiteSpace(e.Name)) is not null) throw new FormatException("a watch has no name");
            if (entries.GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new FormatException($"two watches are called '{twice.Key}'");
            return [.. entries.Select(Watch)];
        }
        catch (JsonException problem)
        {
            throw new FormatException($"line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}: {Words(problem)}", problem);
        }
    }

    private static Watch Watch(WatchEntry entry) => new(entry.Name!.Trim(), entry.Alone())
    {
        Changes = entry.Changes is { Length: > 0 } changes ? [.. changes.Distinct()] : Chancery.Watching.Watch.Usual,
    };

    private static string Words(JsonException problem) =>
        problem.Path is { Length: > 1 } path ? $"{path[2..]} is not what is expected there" : "not JSON from here on";
}

internal sealed record WatchEntries(WatchEntry[]? Watches);

/// <summary>A watch as a file has it: a question with a name.</summary>
internal sealed record WatchEntry : Question
{
    public string? Name { get; init; }

    public ChangeKind[]? Changes { get; init; }
}

/// <summary>Alerts and what is remembered of events, as compact JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(KebabEnum<ChangeKind>), typeof(KebabEnum<ClaimStatus>)])]
[JsonSerializable(typeof(WatchEntries))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(WatchState))]
[JsonSerializable(typeof(EventState))]
internal sealed partial class WatchJson : JsonSerializerContext;

/// <summary>Values in the contract's words: <c>not-occurred</c>.</summary>
internal sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
