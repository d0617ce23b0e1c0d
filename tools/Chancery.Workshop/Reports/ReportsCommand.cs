using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Linguistics;

namespace Chancery.Workshop.Reports;

/// <summary><c>reports</c>: prints made-up reports as JSON Lines, the same ones for the same seed.</summary>
internal static class ReportsCommand
{
    internal static Command Create()
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 1000 };
        var days = new Option<int>("--days") { DefaultValueFactory = _ => 730 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 7 };
        var words = new Option<int>("--words") { DefaultValueFactory = _ => 400, Description = "Words of a middling report; 0 for what is new and nothing else." };
        var pack = new Option<string>("--pack") { DefaultValueFactory = _ => "data" };
        var command = new Command("reports", "Prints made-up reports as JSON Lines, the same ones for the same seed.") { count, days, seed, words, pack };
        command.SetAction(p =>
        {
            var maker = new ReportMaker(LanguagePack.FromFolder(p.GetValue(pack)!), LanguagePack.FromFolder(Path.Combine(AppContext.BaseDirectory, "Reports")), p.GetValue(seed), p.GetValue(words));
            using var output = new StreamWriter(Console.OpenStandardOutput());
            foreach (var report in maker.Make(p.GetValue(count), new(2024, 1, 1), p.GetValue(days)))
            {
                output.Write(JsonSerializer.Serialize(new
                {
                    id = report.Id,
                    date = report.Published!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    publisher = report.Publisher,
                    text = report.Text,
                }));
                output.Write('\n');
            }
        });
        return command;
    }
}
