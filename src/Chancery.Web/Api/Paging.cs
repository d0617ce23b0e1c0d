using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Records;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>Which part of a list a request asks for, by <c>limit</c> and <c>cursor</c>.</summary>
/// <remarks>A cursor is sealed with the record, the path and the question it belongs to, so that it leads nowhere else.</remarks>
internal sealed class Paging
{
    internal const int Usual = 50;

    internal const int Most = 500;

    /// <summary>Lists that are longer are not counted to their end.</summary>
    internal const int Countable = 1_000;

    private const int SealBytes = 8;

    /// <summary>What does not change which list it is.</summary>
    private static readonly string[] NoFilters = ["cursor", "limit", "format"];

    private readonly string _list;

    private Paging(string list, int limit, string? after) => (_list, Limit, After) = (list, limit, after);

    internal int Limit { get; }

    /// <summary>Where the part before ended, as the list itself says it; null for the first part.</summary>
    internal string? After { get; }

    internal bool IsFirst => After is null;

    internal PageRequest Request => new(Limit, After);

    /// <exception cref="BadRequest">The limit or the cursor is none, or the cursor belongs to another list.</exception>
    internal static Paging Of(HttpRequest request, string mark)
    {
        var filters = request.Query.Where(q => !NoFilters.Contains(q.Key, StringComparer.Ordinal)).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key}={q.Value}");
        var list = $"{mark}\n{request.Path}\n{string.Join('\n', filters)}\n";
        var limit = Query.Whole(request, "limit", 1, Most) ?? Usual;
        return new(list, limit, request.Query["cursor"].ToString() is { Length: > 0 } cursor ? Open(list, cursor) : null);
    }

    /// <summary>A part of a list that the store gave.</summary>
    internal IResult Reply<T>(string tag, Page<T> page, int? total, Action<Utf8JsonWriter, T> write) => new Reply(tag, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in page.Items) write(json, item);
        json.WriteEndArray();
        if (total is { } count) json.WriteNumber("total", count);
        json.WriteText("next", page.Next is null ? null : Seal(page.Next));
        json.WriteEndObject();
    });

    /// <summary>A part of a list that is at hand whole.</summary>
    /// <param name="tag">Names the state it is a list of.</param>
    /// <param name="items">The whole list.</param>
    /// <param name="key">Name of an item within the list.</param>
    /// <param name="write">Writes one item.</param>
    internal IResult Reply<T>(string tag, IReadOnlyList<T> items, Func<T, string> key, Action<Utf8JsonWriter, T> write)
    {
        var part = Part(items, key);
        return Reply(tag, part, items.Count, write);
    }

    /// <summary>The part asked for of a list that is at hand whole.</summary>
    internal Page<T> Part<T>(IReadOnlyList<T> items, Func<T, string> key)
    {
        var start = Start(items, key);
        var end = Math.Min(items.Count, start + Limit);
        return new([.. items.Skip(start).Take(end - start)], end < items.Count ? string.Create(CultureInfo.InvariantCulture, $"{end}\n{key(items[end - 1])}") : null);
    }

    /// <summary>Where the part begins: behind the item the cursor names, which may have moved on since.</summary>
    private int Start<T>(IReadOnlyList<T> items, Func<T, string> key)
    {
        if (After is null) return 0;
        if (After.Split('\n', 2) is [var at, var last] && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            if (start <= items.Count && start > 0 && key(items[start - 1]) == last) return start;
            for (var i = 0; i < items.Count; i++)
                if (key(items[i]) == last) return i + 1;
        }
        throw new BadRequest("bad-cursor", "What the cursor stood at is no longer in this list; ask for the first page again.");
    }

    private string Seal(string place)
    {
        var inner = Encoding.UTF8.GetBytes(place);
        return Base64Url.EncodeToString([.. Mark(_list, inner), .. inner]);
    }

    private static string Open(string list, string cursor)
    {
        if (Base64Url.IsValid(cursor) && Base64Url.DecodeFromChars(cursor) is { Length: > SealBytes } bytes)
        {
            var inner = bytes.AsSpan(SealBytes);
            if (Mark(list, inner).AsSpan().SequenceEqual(bytes.AsSpan(0, SealBytes))) return Encoding.UTF8.GetString(inner);
        }
        throw new BadRequest("bad-cursor", "The cursor is not one of this list: it is of another record, another list or another question. Ask for the first page again.");
    }

    private static byte[] Mark(string list, ReadOnlySpan<byte> inner)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(list));
        hash.AppendData(inner);
        return hash.GetHashAndReset()[..SealBytes];
    }
}
