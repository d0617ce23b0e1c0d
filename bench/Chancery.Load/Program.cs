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
if (args is ["ask", var url, var seconds]) return await Readers.Run(new(url), TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
Console.Error.WriteLine("usage: reports COUNT [SEED] > FILE.jsonl | grow RECORD TIMES | ask http://127.0.0.1:5080 SECONDS");
return 2;
