using System.Globalization;
using System.IO.Compression;

namespace Chancery.Intake.Gdelt;

/// <summary>A row of an events file; codes are GDELT's own.</summary>
/// <param name="Id">GLOBALEVENTID.</param>
/// <param name="Day">SQLDATE.</param>
/// <param name="Actor1">Actor1CountryCode, CAMEO's; empty for none.</param>
/// <param name="Actor2">Actor2CountryCode.</param>
/// <param name="Code">EventCode: CAMEO with its leading zeros.</param>
/// <param name="Mentions">NumMentions.</param>
/// <param name="Sources">NumSources.</param>
/// <param name="Url">SOURCEURL.</param>
public sealed record GdeltEvent(string Id, DateOnly Day, string Actor1, string Actor2, string Code, int Mentions, int Sources, string Url);

/// <summary>A row of a mentions file.</summary>
/// <param name="Event">GLOBALEVENTID.</param>
/// <param name="Identifier">MentionIdentifier: the address of the report, for mentions on the web.</param>
/// <param name="Confidence">Confidence, 10–100.</param>
public sealed record GdeltMention(string Event, string Identifier, int Confidence);

/// <summary>Reads GDELT's files a row at a time; rows that are none are named.</summary>
public static class GdeltReader
{
    /// <summary>No row of GDELT is longer.</summary>
    private const int LongestRow = 64 * 1024;

    /// <summary>Faults named of one file; a file of another kind would have one a row.</summary>
    private const int MostFaults = 3;

    /// <summary>The rows of a file, each a <see cref="GdeltEvent"/> or a <see cref="GdeltMention"/>, told apart by their number of columns.</summary>
    /// <param name="file">The file; <c>.zip</c> as GDELT publishes it, or what is in it.</param>
    /// <param name="onFault">Told of rows that are neither.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is a damaged archive.</exception>
    public static IEnumerable<object> Read(string file, Action<IntakeFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(onFault);
        using var stream = File.OpenRead(file);
        using var archive = file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? new ZipArchive(stream) : null;
        using var content = archive is null ? stream : archive.Entries.Count > 0 ? archive.Entries[0].Open() : Stream.Null;
        using var text = new StreamReader(content);
        var (line, faults) = (0, 0);
        while (text.ReadLine() is { } row)
        {
            line++;
            if (row.Length == 0) continue;
            var found = row.Length > LongestRow ? null : Parse(row.Split('\t'));
            if (found is not null) yield return found;
            else if (++faults <= MostFaults) onFault(new(file, line, faults < MostFaults ? "no row of GDELT's events or mentions" : "no row of GDELT's events or mentions; further ones are not named"));
        }
    }

    private static object? Parse(string[] cells) => cells.Length switch
    {
        57 or 58 => Event(cells, cells.Length == 58 ? cells[57] : ""),
        61 => Event(cells, cells[60]),
        14 or 16 when IsNumber(cells[0]) => new GdeltMention(cells[0], cells[5], int.TryParse(cells[11], CultureInfo.InvariantCulture, out var confidence) ? confidence : 0),
        _ => null,
    };

    private static GdeltEvent? Event(string[] cells, string url) =>
        IsNumber(cells[0]) && DateOnly.TryParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(cells[0], day, cells[7], cells[17], cells[26], Count(cells[31]), Count(cells[32]), url) : null;

    private static bool IsNumber(string cell) => cell.Length > 0 && cell.All(char.IsAsciiDigit);

    private static int Count(string cell) => int.TryParse(cell, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
