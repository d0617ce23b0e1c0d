using System.Globalization;
using Chancery.Load;

if (args is ["reports", var count, .. var rest] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var many))
{
    using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
    new ManyReports(rest is [var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1).Write(many, output);
    return 0;
}
if (args is ["grow", var record, var times])
{
    Grow.Run(record, int.Parse(times, CultureInfo.InvariantCulture));
    return 0;
}
if (args is ["each", var alone]) return await Readers.Alone(new(alone));
if (args is ["ask", var url, var seconds, .. var how])
{
    var (readers, looking) = how switch { [] => ("50", "500"), [var some] => (some, "500"), [var some, var pause, ..] => (some, pause) };
    return await Readers.Together(new(url), TimeSpan.FromSeconds(Whole(seconds)), Whole(readers), TimeSpan.FromMilliseconds(Whole(looking)));
}
Console.Error.WriteLine("usage: reports COUNT [SEED] > FILE.jsonl | grow RECORD TIMES | each http://127.0.0.1:5080 | ask http://127.0.0.1:5080 SECONDS [READERS [LOOKING_MS]]");
return 2;

static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
