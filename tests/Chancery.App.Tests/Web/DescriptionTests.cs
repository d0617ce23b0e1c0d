using System.Text.Json;

namespace Chancery.App.Tests.Web;

/// <summary>The OpenAPI document against what the server does.</summary>
public class DescriptionTests(SamplesServer samples) : IClassFixture<SamplesServer>
{
    private RunningServer Server => samples.Server;

    [Fact]
    public async Task The_document_is_of_version_3_1_and_every_operation_names_and_describes_itself()
    {
        var document = await Server.Get("/api/v1/openapi.json");
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Operation: o.Value))).ToList();
        operations.Count.ShouldBeGreaterThan(20);
        operations.Select(o => o.Operation.GetProperty("operationId").GetString()).ShouldBeUnique();
        foreach (var (path, operation) in operations)
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path);
            operation.GetProperty("tags").GetArrayLength().ShouldBe(1, path);
            foreach (var value in operation.TryGetProperty("parameters", out var values) ? values.EnumerateArray() : default)
                if (value.GetProperty("in").GetString() == "query") value.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(path);
        }
    }

    public static TheoryData<string, string> Answers => new()
    {
        { "/overview", "/overview" },
        { "/reports", "/reports" },
        { "/reports/{id}", "/reports/2025-03-21-shoigu-arrives" },
        { "/reports/{id}/annotations", "/reports/2025-03-21-shoigu-arrives/annotations" },
        { "/claims", "/claims?limit=500" },
        { "/events", "/events?limit=500" },
        { "/timeline", "/timeline" },
        { "/expectations", "/expectations" },
        { "/figures", "/figures?limit=500" },
        { "/series", "/series" },
        { "/unknowns", "/unknowns" },
        { "/actors", "/actors" },
        { "/ties", "/ties" },
        { "/pair", "/pair?a=PRK&b=RUS" },
        { "/dyads", "/dyads" },
        { "/unusual", "/unusual" },
        { "/places", "/places" },
        { "/search", "/search?q=troops" },
        { "/brief", "/brief" },
        { "/decisions", "/decisions" },
        { "/session", "/session" },
        { "/claims/{id}", "CLAIM" },
        { "/events/{id}", "EVENT" },
        { "/actors/{id}", "ACTOR" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answers_are_as_the_document_says(string path, string asked)
    {
        var document = await Server.Get("/api/v1/openapi.json");
        var schema = document.GetProperty("paths").GetProperty("/api/v1" + path).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var url = asked switch
        {
            "CLAIM" => $"/claims/{await First("claims", "id")}",
            "EVENT" => $"/events/{await First("events", "id")}",
            "ACTOR" => $"/actors/{await First("actors", "key")}",
            _ => asked,
        };
        var faults = new List<string>();
        Check(await Server.Get("/api/v1" + url), schema, document, "", faults);
        faults.Distinct().ShouldBeEmpty();
    }

    private async Task<string> First(string list, string name) => Uri.EscapeDataString((await Server.Get($"/api/v1/{list}?limit=1")).GetProperty("items")[0].GetProperty(name).GetString()!);

    /// <summary>As much of JSON Schema as the document uses.</summary>
    private static void Check(JsonElement value, JsonElement schema, JsonElement document, string at, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }
        if (schema.TryGetProperty("anyOf", out var choices))
        {
            var tried = choices.EnumerateArray().Select(choice =>
            {
                var some = new List<string>();
                Check(value, choice, document, at, some);
                return some;
            }).ToList();
            if (tried.TrueForAll(t => t.Count > 0)) faults.AddRange(tried.MinBy(t => t.Count)!);
            return;
        }
        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && type.ToString().Contains("number", StringComparison.Ordinal)))
            faults.Add($"{at}: {value.GetRawText()[..Math.Min(40, value.GetRawText().Length)]} is not {type}");
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(v => v.GetString() == value.GetString())) faults.Add($"{at}: {value} is none of {values}");
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var item in value.EnumerateArray()) Check(item, items, document, at + "[]", faults);
        if (value.ValueKind != JsonValueKind.Object) return;
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{at}: '{r}' is missing"));
        var isClosed = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var known)) Check(property.Value, known, document, $"{at}.{property.Name}", faults);
            else if (isClosed) faults.Add($"{at}: '{property.Name}' is not described");
        }
    }

    private static string?[] Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString())] : [type.GetString()];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };
}
