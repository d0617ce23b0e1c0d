using Chancery.Records;
using static Chancery.Tests.Fusion.FilingCabinet;

namespace Chancery.Tests.Fusion;

/// <summary>What must hold of every record, tried on made-up ones: seeds are fixed, so that a failure comes again.</summary>
public class FusionPropertyTests
{
    private static readonly string[] States = ["RUS", "PRK", "USA", "CHN"];
    private static readonly string[] Frames = ["visit", "meet", "attack", "aid.troops"];
    private static readonly string[] Towns = ["harbor", "market", "bridge", "airport", "station", "convoy"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_order_of_arrival_gives_the_same_record(int seed)
    {
        var random = new Random(seed);
        var readings = Record(random);
        var inOrder = await Filed(readings);
        random.Shuffle(readings);
        (await Filed(readings)).ShouldBe(inOrder);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Filed_together_readings_give_the_record_they_give_one_by_one(int seed)
    {
        var random = new Random(seed);
        var readings = Record(random);
        random.Shuffle(readings);
        var oneByOne = await Filed(readings);
        (await Filed(readings, together: 1 + random.Next(readings.Length))).ShouldBe(oneByOne);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_copy_changes_no_count_of_independent_sources(int seed)
    {
        var readings = Record(new(seed));
        var before = Chancery.Fusion.Fuser.Fuse(readings);
        var copied = readings[seed % readings.Length];
        var copy = copied with { Report = copied.Report with { Id = "z-copy", Publisher = "Another" }, Claims = [.. copied.Claims.Select(c => c with { Id = c.Id + "-copy" })] };
        var after = Chancery.Fusion.Fuser.Fuse([.. readings, copy]);
        foreach (var happening in before.Events)
            after.Events.Single(e => e.Claims.Any(c => c.Claim.Id == happening.Claims[0].Claim.Id)).Independent.ShouldBe(happening.Independent);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_claim_is_lost_or_told_twice(int seed)
    {
        var readings = Record(new(seed));
        Chancery.Fusion.Fuser.Fuse(readings).Events.SelectMany(e => e.Claims).Select(c => c.Claim.Id).Order(StringComparer.Ordinal)
            .ShouldBe(readings.SelectMany(r => r.Claims).Select(c => c.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>Events, series and lineages as text, after filing so many reports at a time.</summary>
    private static async Task<string> Filed(IEnumerable<FiledReading> readings, int together = 1)
    {
        await using var store = new MemoryRecordStore();
        foreach (var some in readings.Chunk(together)) await store.FileAsync(some, TestContext.Current.CancellationToken);
        var fused = await store.FusedAsync(TestContext.Current.CancellationToken);
        var events = fused.Events.Select(e => $"{e.Id} {e.Status} {e.Standing} {e.Independent} [{string.Join(' ', e.Claims.Select(c => c.Claim.Id))}] {string.Join(' ', e.Joins.Select(j => j.With))} {e.Settles} {e.SettledBy}");
        var figures = fused.Figures.Select(f => $"{f.Id} {f.Series} {f.Supersedes} [{string.Join(' ', f.Contradicts)}] {f.Drift}");
        return string.Join('\n', events.Order(StringComparer.Ordinal).Concat(figures.Order(StringComparer.Ordinal)).Concat(fused.Lineages.Select(l => l.ToString()).Order(StringComparer.Ordinal)));
    }

    /// <summary>Reports of three weeks, or of four months with many plans.</summary>
    private static FiledReading[] Record(Random random) => random.Next(2) == 0 ? Record(random, 14, 20, 5) : Record(random, 30, 120, 2);

    private static FiledReading[] Record(Random random, int count, int days, int plans) => [.. Enumerable.Range(0, count).Select(i => Reading(random, i, days, plans))];

    private static FiledReading Reading(Random random, int number, int days, int plans)
    {
        var town = Pick(random, Towns);
        var claims = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Claim(Pick(random, Frames), Pick(random, States), Pick(random, States), random.Next(plans) == 0 ? ClaimStatus.Planned : ClaimStatus.Occurred) with
        {
            Gist = new(null, [town], [town, "strike", "dawn"], null, [town, "strike", "dawn"]),
        });
        var killed = Number(random.Next(1, 60), 0, "people");
        return Report($"r{number:00}", new DateOnly(2025, 3, 10).AddDays(random.Next(days)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"Report {number} tells of what befell the {town} and of {random.Next(10_000)} other things nobody counted.", [.. claims]) with
        {
            Figures =
            [
                new(killed with { Quantity = killed.Quantity with { Max = killed.Quantity.Min } }, "people killed", [], null)
                {
                    Counted = new("people", null, null),
                    Gist = new("killed", [town], ["strike", "dawn"], null, [town, "strike", "dawn"]),
                },
            ],
        };
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
