using System.IO.Compression;
using System.Text;
using Chancery.English;
using Chancery.Intake.Gdelt;
using Chancery.Ontologies;
using Chancery.Records;
using Chancery.Tests.Records;

namespace Chancery.Tests.Intake.Gdelt;

public sealed class GdeltComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _faults = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_gdelt_has_for_a_pair_and_week_stands_beside_what_the_record_has()
    {
        var codes = Codebook.Read(EnglishPack.Instance);
        var frame = codes.Filter("042").Done.First();
        const string text = "Shoigu visits Pyongyang, says the ministry.";
        await using var store = new MemoryRecordStore();
        var claim = Readings.Claim("v", text, "visits", "Shoigu", "Pyongyang", c => c with
        {
            Frame = new(frame, null, false, ""),
            Actors = [new(default, "Sergei Shoigu", "RUS", ["GOV"], null)],
            Recipients = [new(default, "North Korea", "PRK", ["GOV"], null)],
        });
        await store.FileAsync(Readings.Of("a", text, "2025-03-21", "Harbor Gazette", claim), Cancel);
        var events = Write("20250321.export.CSV.zip", Event("1", "20250321", "RUS", "PRK", "042", "https://www.harbor.example/1?x=y"), Event("2", "20250320", "PRK", "RUS", "043", "https://other.example/"), Event("3", "20250321", "USA", "CHN", "042", ""), "no row");
        var mentions = Write("20250321.mentions.CSV", Mention("2", "https://harbor.example/1"), Mention("1", "https://harbor.example/1"));
        var rows = new[] { events, mentions }.SelectMany(f => GdeltReader.Read(f, fault => _faults.Add(fault.ToString())));

        var week = (await GdeltComparison.OfAsync(rows, store, codes.Cameo, ("RUS", "PRK"), null, null, Cancel)).ShouldHaveSingleItem();
        (week.Week, week.Pair, week.Root, week.GdeltEvents, week.GdeltMentions, week.GdeltFromReports).ShouldBe((new DateOnly(2025, 3, 17), "PRK-RUS", "04", 2, 14, 2));
        (week.Events.Length, week.Independent, week.Reports, week.NotOccurred).ShouldBe((1, 1, 1, 0));
        _faults.ShouldBe([$"{events}:4: no row of GDELT's events or mentions"]);
        (await GdeltComparison.OfAsync(GdeltReader.Read(events, _ => { }), store, codes.Cameo, ("RUS", "PRK"), new DateOnly(2025, 3, 25), null, Cancel)).ShouldBeEmpty();
    }

    private string Write(string name, params string[] rows)
    {
        var (path, text) = (_folder.File(name), Encoding.UTF8.GetBytes(string.Join('\n', rows) + "\n"));
        if (!name.EndsWith(".zip", StringComparison.Ordinal))
        {
            File.WriteAllBytes(path, text);
            return path;
        }
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using var entry = archive.CreateEntry(name[..^4]).Open();
        entry.Write(text);
        return path;
    }

    private static string Event(string id, string day, string actor1, string actor2, string code, string url)
    {
        var cells = Enumerable.Repeat("", 61).ToArray();
        (cells[0], cells[1], cells[7], cells[17], cells[26], cells[31], cells[32], cells[60]) = (id, day, actor1, actor2, code, "7", "2", url);
        return string.Join('\t', cells);
    }

    private static string Mention(string id, string url)
    {
        var cells = Enumerable.Repeat("", 16).ToArray();
        (cells[0], cells[5], cells[11]) = (id, url, "90");
        return string.Join('\t', cells);
    }
}
