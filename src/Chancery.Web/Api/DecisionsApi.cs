using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Exports;
using Chancery.Records;
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
    internal static void MapReading(IEndpointRouteBuilder api) => api.MapGet("/decisions", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
    {
        var claim = Query.Text(context.Request, "claim");
        var rows = new Rows(knowledge);
        if (Lines<Told>.Wanted(context.Request)) return Task.FromResult<IResult>(new Lines<Told>(Walk(live, claim), (json, told) => Write(json, told, rows)));
        return Answering.From(live, context, async view => await Answering.Told(
            Paging.Of(context.Request, view.Head.Mark), view.Tag, await About(view, claim), d => $"{d.Number}", async d => (Told?)await Tell(view.Store, d), (json, told) => Write(json, told, rows)));
    }).Describe("listDecisions", "Decisions", "What people decided, the latest first, each with the claims it is about: as JSON Lines, training data.").Takes([Asking.Claim, .. Asking.Paging]).GivesPage("Decision");

    internal static void MapDeciding(IEndpointRouteBuilder api)
    {
        api.MapPost("/decisions", async (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var cancel = context.RequestAborted;
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: cancel);
            var asked = DecisionBody.Read(body.RootElement);
            var caller = context.Features.Get<Caller>() ?? Caller.Local;
            await live.Deciding.WaitAsync(cancel);
            try
            {
                var store = live.Store;
                string? was = null;
                foreach (var id in asked.Decision.Claims.Concat(asked.Decision.From))
                {
                    if (await Claim(store, id) is not { } claim) return Problems.NotFound("claim", id);
                    if (asked.Decision.Field is { } field) was ??= Decisions.Value(claim.Claim, field);
                }
                // whoever decides on what somebody else has decided in the meantime must look again
                var later = (await store.DecisionsAsync(cancel)).LastOrDefault(d => d.Number > asked.Seen && d.Claims.Concat(d.From).Intersect(asked.Decision.Claims, StringComparer.Ordinal).Any());
                if (later is not null) return Problems.Result(StatusCodes.Status409Conflict, "decided-meanwhile", $"{later.By} has decided on this since: {later.Kind.Name()}, number {later.Number}. Look again, then decide.");
                var kept = await store.DecideAsync(asked.Decision with { Was = was, By = caller == Caller.Local && asked.By is { } name ? name : caller.Name, At = DateTimeOffset.UtcNow }, CancellationToken.None);
                Measures.Decided.Add(1, new KeyValuePair<string, object?>("kind", kept.Kind.Name()));
                var told = await Tell(store, kept);
                live.Nudge();
                return new Reply($"decision-{kept.Number}", json => Write(json, told, new(knowledge)));
            }
            finally
            {
                live.Deciding.Release();
            }
        }).Describe("decide", "Decisions", "Accepts, rejects or corrects claims, or splits and joins the events they tell. 'seen' is the number of the last decision the sender knew of: where somebody has decided on a claim since, the answer is 409.")
            .Reads("DecisionBody", "application/json").Gives("Decision").Fails(400, 404, 409);

        api.MapDelete("/decisions/{number:long}", async (long number, HttpContext context, LiveRecord live) =>
        {
            if (!await live.Store.WithdrawAsync(number, CancellationToken.None)) return Problems.NotFound("decision in force", $"{number}");
            live.Nudge();
            return Results.NoContent();
        }).Describe("withdrawDecision", "Decisions", "Takes a decision back: it stays in the list and has no force.").Fails(404);
    }

    /// <summary>What was decided about a claim, or at all; the latest first.</summary>
    private static async Task<Decision[]> About(View view, string? claim) =>
        [.. (await view.Store.DecisionsAsync()).Where(d => claim is null || d.Claims.Contains(claim) || d.From.Contains(claim)).Reverse()];

    private static async IAsyncEnumerable<Told> Walk(LiveRecord live, string? claim)
    {
        Decision[] decisions;
        using (var view = await live.ViewAsync(CancellationToken.None)) decisions = await About(view, claim);
        foreach (var decision in decisions)
        {
            Told told;
            using (var view = await live.ViewAsync(CancellationToken.None)) told = await Tell(view.Store, decision);
            yield return told;
        }
    }

    private static async Task<Told> Tell(IRecordStore store, Decision decision)
    {
        var claims = new Dictionary<string, FiledClaim>(StringComparer.Ordinal);
        foreach (var id in decision.Claims.Concat(decision.From))
            if (await Claim(store, id) is { } claim) claims[id] = claim;
        return new(decision, claims);
    }

    private static async Task<FiledClaim?> Claim(IRecordStore store, string id) =>
        (await store.ClaimsAsync(new() { Id = id }, new PageRequest(10))).Items.FirstOrDefault(c => c.Claim.Id == id);

    private static void Write(Utf8JsonWriter json, Told told, Rows rows) => rows.Decision(json, told.Decision, told.Claims);

    /// <summary>A decision with the claims it is about.</summary>
    private sealed record Told(Decision Decision, IReadOnlyDictionary<string, FiledClaim> Claims);
}

/// <summary>A decision as it is sent, checked.</summary>
/// <param name="Decision">Not yet with who and when.</param>
/// <param name="By">Who sends it, by their own word: counts only where no keys tell who it is.</param>
/// <param name="Seen">Number of the last decision the sender knew of.</param>
internal sealed record DecisionBody(Decision Decision, string? By, long Seen)
{
    private const string Expected = "expected {\"kind\": \"accept|reject|correct|split|join\", \"claims\": [\"…\"], …}";

    private const int MostClaims = 1000;

    /// <exception cref="BadRequest">It is none.</exception>
    internal static DecisionBody Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new BadRequest("bad-body", Expected);
        var kind = Enum.GetValues<DecisionKind>().Cast<DecisionKind?>().FirstOrDefault(k => k!.Value.Name() == Text(body, "kind")) ?? throw new BadRequest("bad-body", Expected);
        var (claims, from, field, value) = (Ids(body, "claims"), Ids(body, "from"), Text(body, "field"), Text(body, "value"));
        var decision = new Decision { Kind = kind, Claims = claims, From = from, Field = field, Value = value, Reason = Text(body, "reason") ?? "", By = Caller.Local.Name, At = default };
        if (Decisions.Fault(decision) is { } fault) throw new BadRequest("bad-body", fault);
        var seen = body.TryGetProperty("seen", out var number) && number.TryGetInt64(out var last) ? last : long.MaxValue;
        return new(decision, Text(body, "by"), seen);
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 500 } text ? text : null;

    private static ImmutableArray<string> Ids(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var list) ? []
            : list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= MostClaims && list.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String) ? [.. list.EnumerateArray().Select(i => i.GetString()!)]
            : throw new BadRequest("bad-body", $"{name}: expected a list of ids, {MostClaims} at most");
}
