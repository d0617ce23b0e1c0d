using Chancery.Exports;
using Microsoft.OpenApi;

namespace Chancery.Web.Api;

/// <summary>A value that a request may carry in its query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Means">What it asks for.</param>
/// <param name="Type">Of what type it is.</param>
/// <param name="OneOf">The values there are; empty for any.</param>
internal sealed record Value(string Name, string Means, JsonSchemaType Type = JsonSchemaType.String, params string[] OneOf)
{
    /// <summary><c>date</c> for days.</summary>
    internal string? Format { get; init; }

    internal bool IsRequired { get; init; }
}

/// <summary>All values that requests may carry, each described once.</summary>
internal static class Asking
{
    internal static Value Limit { get; } = new("limit", $"Items at most, 1 to {Api.Paging.Most}; {Api.Paging.Usual} unless told.", JsonSchemaType.Integer);

    internal static Value Since { get; } = new("since", "First day.") { Format = "date" };

    internal static Value ChangedSince { get; } = new("changedSince", "Only what changed after this sequence number, as /changes and /overview tell it.", JsonSchemaType.Integer);

    internal static Value Order { get; } = new("order", "Which come first.", JsonSchemaType.String, "earliest", "latest");

    internal static Value Series { get; } = new("series", "Name of a series, as /series lists them.");

    internal static Value PartOfName { get; } = new("text", "Part of the name; case does not matter.");

    internal static Value Country { get; } = new("country", "ISO 3166-1 alpha-3, IGO or NGO.");

    internal static Value TieOf { get; } = new("of", "Key of an actor: only its ties.");

    internal static Value A { get; } = new("a", "Key of an actor, or code of a country.") { IsRequired = true };

    internal static Value B { get; } = new("b", "Key of the other.") { IsRequired = true };

    internal static Value Open { get; } = new("open", "true for what no report has answered yet, false for what one has.", JsonSchemaType.Boolean);

    internal static Value Query { get; } = new("q", "Words that all stand in the sentence of a claim; for reports, in the text or title.");

    internal static Value Words { get; } = new("words", "Words that all stand in the text or title of the report.");

    internal static Value Publisher { get; } = new("publisher", "Part of the publisher's name.");

    internal static Value Dispatch { get; } = new("dispatch", "Name of the dispatch it tells.");

    internal static Value Place { get; } = new("place", "GeoNames id: only events at that place, as /places lists them.", JsonSchemaType.Integer);

    internal static Value Box { get; } = new("box", "West,south,east,north in degrees: only events inside; from west over the date line where west is greater.");

    internal static Value Claim { get; } = new("claim", "Id of a claim the decision is about.");

    internal static Value About { get; } = new("about", "Names of actors or countries, with commas between them: any of them.");

    internal static Value Name { get; } = new("name", "Name for the report; made of its content unless told.");

    internal static IReadOnlyList<Value> Paging { get; } =
    [
        Limit,
        new("cursor", "The 'next' of the page before."),
        new("format", "jsonl for the whole list, an object a line.", JsonSchemaType.String, "jsonl"),
    ];

    internal static Value MinConfidence { get; } = new("minConfidence", "Least confidence, 0 to 1.", JsonSchemaType.Number);

    internal static IReadOnlyList<Value> Claims { get; } =
    [
        new("actor", "Who did it: a name or part of one, an id of the registry, or a country's code."),
        new("recipient", "To whom."),
        new("party", "Who takes part in either role; several with commas between them must all take part."),
        new("type", "What kind of act: a PLOVER type or mode, a CAMEO code or how it begins, or a frame."),
        Since,
        new("until", "Last day.") { Format = "date" },
        new("status", "Whether it is said to have happened.", JsonSchemaType.String, [.. Enum.GetValues<ClaimStatus>().Select(s => s.Name())]),
        new("source", "Part of the name of somebody on whose word it stands, or of the publisher."),
        new("text", "Words that all stand in the claim's sentence."),
        MinConfidence,
        new("report", "Name of the report it stands in."),
    ];

    internal static IReadOnlyList<Value> Events { get; } =
    [
        .. Claims,
        new("standing", "How the record stands on it.", JsonSchemaType.String, [.. Enum.GetValues<Standing>().Select(s => s.Name())]),
        new("minIndependent", "Least number of independent origins.", JsonSchemaType.Integer),
        ChangedSince,
        Place,
        Box,
    ];
}
