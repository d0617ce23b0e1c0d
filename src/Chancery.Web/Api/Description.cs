using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Chancery.Web.Api;

/// <summary>What endpoints say of themselves, and the OpenAPI 3.1 document that is made of it.</summary>
internal static class Description
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    internal static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string tag, string summary) => endpoint.WithName(name).WithTags(tag).WithSummary(summary);

    internal static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, IReadOnlyList<Value> values) => endpoint.WithMetadata(new Taken(values));

    internal static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, string? schema, params string[] types) => endpoint.WithMetadata(new Read(schema, types));

    internal static RouteHandlerBuilder Gives(this RouteHandlerBuilder endpoint, string schema) => endpoint.WithMetadata(new Given(schema, IsPage: false));

    internal static RouteHandlerBuilder GivesPage(this RouteHandlerBuilder endpoint, string schema) => endpoint.WithMetadata(new Given(schema, IsPage: true));

    internal static RouteHandlerBuilder GivesEvents(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new Given(null, IsPage: false));

    internal static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] statuses) => endpoint.WithMetadata(new Failing(statuses));

    internal static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<Given>().Any() || endpoint.ActionDescriptor.EndpointMetadata.OfType<Failing>().Any();
        options.AddOperationTransformer((operation, context, _) => Tell(operation, context.Description.ActionDescriptor.EndpointMetadata, context.Document!));
        options.AddDocumentTransformer((document, _, _) => Frame(document));
    });

    internal static void Map(IEndpointRouteBuilder api) => api.MapOpenApi("/openapi.json");

    private static async Task Frame(OpenApiDocument document)
    {
        await using var stream = typeof(Description).Assembly.GetManifestResourceStream("schemas.json")!;
        var frame = (await OpenApiDocument.LoadAsync(stream, OpenApiConstants.Json)).Document!;
        document.Info = frame.Info;
        document.Servers = [];
        document.Components ??= new();
        document.Components.Schemas = frame.Components!.Schemas;
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of role reader, reviewer or admin, where the server asks for keys." },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("key", document)] = [] }, []];
    }

    private static Task Tell(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        operation.Parameters = [.. operation.Parameters?.Where(p => p.In == ParameterLocation.Path) ?? [], .. metadata.OfType<Taken>().SelectMany(t => t.Values).Select(Parameter)];
        operation.Responses = [];
        foreach (var given in metadata.OfType<Given>()) operation.Responses["200"] = Answer(given, document);
        if (!operation.Responses.ContainsKey("200")) operation.Responses["204"] = new OpenApiResponse { Description = "Done." };
        foreach (var status in metadata.OfType<Failing>().SelectMany(f => f.Statuses).Concat([400, 401, 403, 429, 503]).Distinct().Order())
        {
            operation.Responses[$"{status}"] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = new OpenApiSchemaReference("Problem", document) } },
            };
        }
        foreach (var read in metadata.OfType<Read>())
        {
            IOpenApiSchema schema = read.Schema is { } name ? new OpenApiSchemaReference(name, document) : new OpenApiSchema { Type = JsonSchemaType.String };
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = read.Types.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = schema }) };
        }
        return Task.CompletedTask;
    }

    private static OpenApiResponse Answer(Given given, OpenApiDocument document)
    {
        if (given.Schema is null) return new() { Description = "A stream of events.", Content = new Dictionary<string, OpenApiMediaType> { ["text/event-stream"] = new() } };
        var item = new OpenApiSchemaReference(given.Schema, document);
        if (!given.IsPage) return new() { Description = "As asked.", Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = item } } };
        var page = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "items", "next" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = item },
                ["total"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "On the first page, where it is known." },
                ["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Cursor of the next page; null on the last." },
            },
        };
        return new() { Description = "A page, or the whole list as lines.", Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = page }, ["application/x-ndjson"] = new() { Schema = item } } };
    }

    private static OpenApiParameter Parameter(Value value) => new()
    {
        Name = value.Name,
        In = ParameterLocation.Query,
        Required = value.IsRequired,
        Description = value.Means,
        Schema = new OpenApiSchema { Type = value.Type, Format = value.Format, Enum = value.OneOf.Length == 0 ? null : [.. value.OneOf.Select(v => System.Text.Json.Nodes.JsonValue.Create(v))] },
    };

    private sealed record Taken(IReadOnlyList<Value> Values);

    private sealed record Read(string? Schema, string[] Types);

    private sealed record Given(string? Schema, bool IsPage);

    private sealed record Failing(int[] Statuses);
}
