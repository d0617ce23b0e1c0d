using System.Globalization;
using System.Text.Json;

namespace Chancery.Load;

/// <summary>Makes reports by the thousand, each a handful of sentences put together from parts, the same ones for the same seed.</summary>
/// <remarks>One in five is another's told again by somebody else. They are made to be many and unlike, not to be true.</remarks>
internal sealed class ManyReports(int seed)
{
    private static readonly string[] States = ["France", "Germany", "Poland", "Turkey", "Japan", "India", "Brazil", "Kenya", "Egypt", "Norway", "Chile", "Vietnam", "Jordan", "Serbia", "Georgia", "Peru", "Nepal", "Ghana", "Oman", "Latvia", "Mexico", "Spain", "Italy", "Algeria", "Thailand", "Armenia", "Iraq", "Sudan", "Ukraine", "Russia", "China", "Israel", "Iran", "Syria", "Lebanon", "North Korea", "South Korea", "Pakistan", "Afghanistan", "Ethiopia"];
    private static readonly string[] Deeds = ["signed a trade agreement with", "imposed sanctions on", "sent {0} soldiers to", "accused {1} of breaking a ceasefire with", "offered {0} tonnes of grain to", "recalled its ambassador from", "held talks in Vienna with", "threatened to close its border with", "delivered {0} vehicles to", "condemned", "fired {0} missiles at", "agreed to exchange prisoners with", "plans to send {0} observers to", "rejected a proposal of", "will host a summit with", "seized {0} vessels of", "expelled {0} diplomats of", "pledged ${0} million in aid to", "denied attacking", "demanded an apology from"];
    private static readonly string[] Cues = ["officials said", "the foreign ministry said", "a spokesman told reporters", "the defense minister said", "witnesses said", "state television reported", "according to a senior official", "the president announced"];
    private static readonly string[] Places = ["Geneva", "Cairo", "Ankara", "Warsaw", "Nairobi", "Hanoi", "Oslo", "Lima", "Tbilisi", "Baghdad", "Kyiv", "Beirut", "Amman", "Tokyo", "Delhi", "Riga"];
    private static readonly string[] Papers = ["Harbor Gazette", "Northern Wire", "The Evening Column", "Meridian News", "Daily Ledger", "Capital Post", "The Observer of Trade", "Continental Press", "Radio Delta", "Channel Nine", "The Morning Dispatch", "Frontier Times"];
    private static readonly string[] Matters = ["fishing rights", "a gas pipeline", "the water of the river", "a disputed island", "grain exports", "the fate of detained sailors", "an air corridor", "rail links", "visa rules", "a joint patrol", "the price of fuel", "a broken truce"];

    private readonly Random _random = new(seed);
    private readonly List<(string Text, DateOnly Day)> _last = [];

    internal void Write(int count, Stream output)
    {
        for (var i = 0; i < count; i++)
        {
            var day = new DateOnly(2023, 1, 1).AddDays((int)((long)i * 1000 / count) + _random.Next(3));
            var again = _last.Count > 0 && _random.Next(5) == 0;
            var (text, told) = again ? _last[_random.Next(_last.Count)] : (Text(), day);
            if (again) text = text[(text.IndexOf(". ", StringComparison.Ordinal) + 2)..];
            else Remember(text, day);
            using (var json = new Utf8JsonWriter(output))
            {
                json.WriteStartObject();
                json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"many-{seed}-{i:000000}"));
                json.WriteString("date", (again ? told.AddDays(_random.Next(2)) : day).ToString("O"));
                json.WriteString("publisher", Pick(Papers));
                json.WriteString("title", text[..text.IndexOf(". ", StringComparison.Ordinal)]);
                json.WriteString("text", text);
                json.WriteEndObject();
            }
            output.WriteByte((byte)'\n');
        }
    }

    private void Remember(string text, DateOnly day)
    {
        if (_last.Count == 40) _last.RemoveAt(0);
        _last.Add((text, day));
    }

    private string Text() => string.Join(' ', Enumerable.Range(0, 4 + _random.Next(4)).Select(_ => Sentence()));

    private string Sentence()
    {
        var (a, b) = (Pick(States), Pick(States));
        var deed = string.Format(CultureInfo.InvariantCulture, Pick(Deeds), _random.Next(2, 5000), Pick(States));
        return _random.Next(4) switch
        {
            0 => $"{a} {deed} {b}, {Pick(Cues)} in {Pick(Places)} on {Pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])}.",
            1 => $"In a dispute over {Pick(Matters)}, {a} {deed} {b}.",
            2 => $"{Pick(Places)} was the scene of protests over {Pick(Matters)} after {a} {deed} {b}.",
            _ => $"{a} {deed} {b} over {Pick(Matters)}, {Pick(Cues)}.",
        };
    }

    private string Pick(string[] of) => of[_random.Next(of.Length)];
}
