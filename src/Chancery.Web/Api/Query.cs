using System.Globalization;
using Chancery.Exports;
using Chancery.Records;
using Chancery.Watching;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>What a request asks for in its query, checked.</summary>
internal static class Query
{
    /// <summary>Longest value taken, in UTF-16 units.</summary>
    private const int Longest = 500;

    /// <exception cref="BadRequest">A value is none of its kind.</exception>
    internal static ClaimQuery Claims(HttpRequest request, Knowledge knowledge) => Asked(
        new()
        {
            Actor = Text(request, "actor"),
            Recipient = Text(request, "recipient"),
            Type = Text(request, "type"),
            Since = Day(request, "since"),
            Until = Day(request, "until"),
            Status = OneOf<ClaimStatus>(request, "status", s => s.Name()),
            Source = Text(request, "source"),
            Text = Text(request, "text"),
            MinConfidence = Share(request, "minConfidence"),
        },
        Text(request, "party"), knowledge) with
    { Report = Text(request, "report") };

    /// <summary>A question as the record is asked it, with those who must all take part.</summary>
    /// <exception cref="BadRequest">No ontology and no frame has its type.</exception>
    internal static ClaimQuery Asked(Question question, string? parties, Knowledge knowledge)
    {
        try
        {
            return question.ToQuery(() => knowledge.Registry, knowledge.Codes) with { Parties = Parties(parties, knowledge) };
        }
        catch (FormatException problem)
        {
            throw new BadRequest("bad-value", $"type {Problems.Short(problem.Message)}");
        }
    }

    /// <summary>Several who take part, with commas between their names.</summary>
    internal static PartyFilter[] Parties(string? names, Knowledge knowledge) => [.. Names(names).Select(name => Question.Party(name, () => knowledge.Registry)!)];

    /// <summary>A number from 0 to 1; 0 where none is given.</summary>
    internal static double Share(HttpRequest request, string name) =>
        Text(request, name) is not { } share ? 0
        : double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1 ? number
        : throw new BadRequest("bad-value", $"{name} '{Problems.Short(share)}': expected a number from 0 to 1");

    internal static string? Text(HttpRequest request, string name)
    {
        var text = request.Query[name].ToString();
        if (text.Length > Longest) throw new BadRequest("bad-value", $"{name}: longer than {Longest} characters");
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Several names, with commas between them.</summary>
    internal static string[] Names(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    internal static int? Whole(HttpRequest request, string name, int least, int most) =>
        Text(request, name) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new BadRequest("bad-value", $"{name} '{Problems.Short(text)}': expected a whole number from {least} to {most}");

    internal static long? Number(HttpRequest request, string name) =>
        Text(request, name) is not { } text ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new BadRequest("bad-value", $"{name} '{Problems.Short(text)}': expected a whole number");

    internal static bool? Truth(HttpRequest request, string name) => Text(request, name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw new BadRequest("bad-value", $"{name} '{Problems.Short(text)}': expected true or false"),
    };

    /// <summary>The order of a list; the earliest first unless told otherwise.</summary>
    internal static bool IsLatestFirst(HttpRequest request) => Text(request, "order") switch
    {
        null or "earliest" => false,
        "latest" => true,
        var text => throw new BadRequest("bad-value", $"order '{Problems.Short(text)}': expected earliest or latest"),
    };

    internal static DateOnly? Day(HttpRequest request, string name) =>
        Text(request, name) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new BadRequest("bad-value", $"{name} '{Problems.Short(text)}': expected a day such as 2025-03-21");

    internal static T? OneOf<T>(HttpRequest request, string name, Func<T, string> spelling) where T : struct, Enum => OneOf(name, Text(request, name), spelling);

    internal static T? OneOf<T>(string name, string? text, Func<T, string> spelling) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text)) return null;
        foreach (var value in Enum.GetValues<T>())
            if (spelling(value) == text) return value;
        throw new BadRequest("bad-value", $"{name} '{Problems.Short(text)}': expected one of {string.Join(", ", Enum.GetValues<T>().Select(spelling))}");
    }
}
