using System.Globalization;

namespace Chancery.Fusion;

/// <summary>Sees to it that no two claims of a record have one id, as copies of one text would.</summary>
internal static class ClaimNames
{
    /// <summary>The reading with ids that are free: its own, else with <c>~2</c>, <c>~3</c>… behind.</summary>
    internal static FiledReading Free(FiledReading reading, Func<string, bool> isTaken)
    {
        Dictionary<string, string>? renamed = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var claims = reading.Claims;
        for (var i = 0; i < claims.Length; i++)
        {
            var id = claims[i].Id;
            for (var n = 2; seen.Contains(id) || isTaken(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{claims[i].Id}~{n}");
            seen.Add(id);
            if (id == claims[i].Id) continue;
            (renamed ??= new(StringComparer.Ordinal)).TryAdd(claims[i].Id, id);
            claims = claims.SetItem(i, claims[i] with { Id = id });
        }
        if (renamed is null) return reading;
        return reading with
        {
            Claims = [.. claims.Select(c => c.Within is { } outer && renamed.TryGetValue(outer, out var name) ? c with { Within = name } : c)],
            Figures = [.. reading.Figures.Select(f => f.ClaimId is { } claim && renamed.TryGetValue(claim, out var name) ? f with { ClaimId = name } : f)],
        };
    }
}
