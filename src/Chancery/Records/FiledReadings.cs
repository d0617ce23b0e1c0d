using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Chancery.Records;

/// <summary>What stores ask of a reading.</summary>
internal static class FiledReadings
{
    internal static EventOutline Outline(this Event happening, DateOnly? day) =>
        new(happening.Id, day, happening.Status, happening.Standing, happening.Independent, [.. happening.Claims.Select(c => c.Claim.Id)], happening.Best.Claim);

    /// <summary>What tells one report from another: text, title, publisher, day and address; not the name it was given.</summary>
    internal static byte[] Identity(this Report report)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var day = report.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in (string?[])[report.Text, report.Title, report.Publisher, report.Url, day])
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, field?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(MemoryMarshal.AsBytes(field.AsSpan()));
        }
        return hash.GetHashAndReset();
    }

    /// <summary>The name a report is filed under: its own, or the first of <c>name~2</c>, <c>name~3</c>… that is free.</summary>
    internal static string FreeName(string name, Func<string, bool> isTaken)
    {
        var free = name;
        for (var n = 2; isTaken(free); n++) free = string.Create(CultureInfo.InvariantCulture, $"{name}~{n}");
        return free;
    }
}
