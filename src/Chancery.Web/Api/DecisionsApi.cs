using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Chancery.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>What people decided about claims and events: the list, with the words each decision is about, and new ones.</summary>
/// <remarks>As JSON Lines the list is training data: what was read, and what somebody who looked at the sentence says.</remarks>
internal static class DecisionsApi
{
    internal static void MapReading(IEndpointRouteBuilder api) => api.MapGet("/decisions", async (HttpContext context, LiveRecord live, Knowledge knowledge) =>
    {
        var record = await live.NowAsync(context.RequestAborted);
        var claim = Query.Text(context.Request, "claim");
        Decision[] decisions = [.. (await live.Store.DecisionsAsync(context.RequestAborted)).Where(d => claim is null || d.Claims.Contains(claim) || d.From.Contains(claim)).Reverse()];
        return Page.Of(context.Request, record, decisions, d => $"{d.Number}", (json, decision) => Write(json, decision, record, knowledge));
    });

    internal static void MapDeciding(IEndpointRouteBuilder api)
    {
        api.MapPost("/decisions", async (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var asked = DecisionBody.Read(body.RootElement);
            foreach (var claim in asked.Decision.Claims.Concat(asked.Decision.From))
                if ((await live.NowAsync(context.RequestAborted)).Claim(claim) is null) return Problems.NotFound("claim", claim);
            // whoever decides on what somebody else has decided in the meantime must look again
            var later = (await live.Store.DecisionsAsync(context.RequestAborted)).LastOrDefault(d => d.Number > asked.Seen && d.Claims.Concat(d.From).Intersect(asked.Decision.Claims, StringComparer.Ordinal).Any());
            if (later is not null) return Problems.Result(StatusCodes.Status409Conflict, "decided-meanwhile", $"{later.By} has decided on this since: {later.Kind.Name()}, number {later.Number}. Look again, then decide.");
            var caller = context.Features.Get<Caller>() ?? Caller.Local;
            var kept = await live.Store.DecideAsync(asked.Decision with { By = caller == Caller.Local && asked.By is { } name ? name : caller.Name, At = DateTimeOffset.UtcNow }, context.RequestAborted);
            var record = await live.RenewAsync(context.RequestAborted);
            return new Reply(record, json => Write(json, kept, record, knowledge));
        });
        api.MapDelete("/decisions/{number:long}", async (long number, HttpContext context, LiveRecord live) =>
        {
            if (!await live.Store.WithdrawAsync(number, context.RequestAborted)) return Problems.NotFound("decision in force", $"{number}");
            await live.RenewAsync(context.RequestAborted);
            return Results.NoContent();
        });
    }

    private static void Write(Utf8JsonWriter json, Decision decision, RecordSnapshot record, Knowledge knowledge)
    {
        json.WriteStartObject();
        json.WriteNumber("number", decision.Number);
        json.WriteText("kind", decision.Kind.Name());
        json.WriteText("field", decision.Field);
        json.WriteText("value", decision.Value);
        json.WriteText("by", decision.By);
        json.WriteText("at", decision.At.ToString("O"));
        json.WriteText("reason", decision.Reason);
        json.WriteBoolean("withdrawn", decision.IsWithdrawn);
        Claims("claims", decision.Claims);
        Claims("from", decision.From);
        json.WriteEndObject();

        void Claims(string name, ImmutableArray<string> ids)
        {
            var rows = new Rows(record, knowledge);
            json.WriteStartArray(name);
            foreach (var filed in ids.Select(record.Claim).OfType<FiledClaim>()) rows.Claim(json, filed);
            json.WriteEndArray();
        }
    }
}

/// <summary>A decision as it is sent, checked.</summary>
/// <param name="Decision">Without who and when.</param>
/// <param name="By">Who sends it, by their own word: counts only where no keys tell who it is.</param>
/// <param name="Seen">Number of the last decision the sender knew of.</param>
internal sealed record DecisionBody(Decision Decision, string? By, long Seen)
{
    private const string Expected = "expected {\"kind\": \"accept|reject|correct|split|join\", \"claims\": [\"…\"], …}";

    private const int MostClaims = 1000;

    private static readonly string[] Fields = ["status", "actor", "recipient", "from", "to"];

    /// <exception cref="BadRequest">It is none.</exception>
    internal static DecisionBody Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new BadRequest("bad-body", Expected);
        var kind = Enum.GetValues<DecisionKind>().Cast<DecisionKind?>().FirstOrDefault(k => k!.Value.Name() == Text(body, "kind")) ?? throw new BadRequest("bad-body", Expected);
        var (claims, from, field, value) = (Ids(body, "claims"), Ids(body, "from"), Text(body, "field"), Text(body, "value"));
        if (claims.IsEmpty) throw new BadRequest("bad-body", Expected);
        if (kind == DecisionKind.Split && from.IsEmpty) throw new BadRequest("bad-body", "split: expected the claims it is split from in 'from'");
        if (kind == DecisionKind.Join && claims.Length < 2) throw new BadRequest("bad-body", "join: expected two claims or more");
        if (kind == DecisionKind.Correct && (field is null || value is null || !IsValue(field, value)))
            throw new BadRequest("bad-body", $"correct: expected a 'field', one of {string.Join(", ", Fields)}, and a 'value': a status such as planned, a name, or a day such as 2025-03-21");
        var seen = body.TryGetProperty("seen", out var number) && number.TryGetInt64(out var last) ? last : long.MaxValue;
        return new(new() { Kind = kind, Claims = claims, From = from, Field = field, Value = value, Reason = Text(body, "reason") ?? "", By = "", At = default }, Text(body, "by"), seen);
    }

    private static bool IsValue(string field, string value) => field switch
    {
        "status" => Enum.GetValues<ClaimStatus>().Any(s => s.Name() == value),
        "from" or "to" => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
        _ => Fields.Contains(field) && !string.IsNullOrWhiteSpace(value),
    };

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 500 } text ? text : null;

    private static ImmutableArray<string> Ids(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var list) ? []
            : list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= MostClaims && list.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String) ? [.. list.EnumerateArray().Select(i => i.GetString()!)]
            : throw new BadRequest("bad-body", $"{name}: expected a list of ids, {MostClaims} at most");
}
