
namespace Chancery.Tests.Fusion;

/// <summary>Writes filed readings by hand, a claim a line.</summary>
internal static class FilingCabinet
{
    internal static FiledReading Report(string id, string published, string text, params EventClaim[] claims) => new()
    {
        Report = new() { Id = id, Text = text, Published = DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Publisher = "The " + id },
        Language = "en",
        Sentences = [new(0, text.Length)],
        Claims = [.. claims.Select((c, i) => c with { Id = $"{id}-{i}" })],
    };

    internal static EventClaim Claim(string frame, string actor, string? recipient = null, ClaimStatus status = ClaimStatus.Occurred, string? source = null) => new()
    {
        Id = "",
        Trigger = default,
        Word = 0,
        Sentence = 0,
        Evidence = default,
        Frame = new(frame, null, false, ""),
        Actors = [Party(actor)],
        Recipients = recipient is null ? [] : [Party(recipient)],
        Status = status,
        Attribution = source is null ? [] : [source],
        Gist = Gist(frame, recipient is null ? [Party(actor)] : [Party(actor), Party(recipient)]),
    };

    /// <summary>What a sentence lets last that names those who take part and the act.</summary>
    private static Gist Gist(string frame, Participant[] parties)
    {
        string[] names = [.. parties.SelectMany(p => p.Country is { } state && p.Name != state ? new[] { p.Name.ToLowerInvariant(), "=" + state } : ["=" + p.Name]).Distinct()];
        return new(null, [.. names.Order(StringComparer.Ordinal)], [frame], null, [.. names.Select(n => n[0] == '=' ? n : char.ToUpperInvariant(n[0]) + n[1..]).Order(StringComparer.OrdinalIgnoreCase)]);
    }

    internal static QuantityMention Number(decimal min, decimal max, string unit, QuantityChange? change = null) =>
        new(default, 0, new(min, max, unit, Change: change));

    /// <summary>'RUS' is a state, 'RUS:Lavrov' a person of it.</summary>
    private static Participant Party(string name)
    {
        var parts = name.Split(':');
        return new(default, parts[^1], parts[0], ["GOV"], parts.Length > 1 ? "person/" + parts[1] : "state/" + parts[0]);
    }
}
