using System.Text;
using Chancery.Cli.Terminal;
using Chancery.Feeds.Telling;
using Chancery.Watching;

namespace Chancery.Cli.Commands;

/// <summary>The ways alerts go: standard output always, and a feed, a folder of mails and a webhook where asked for.</summary>
internal sealed class AlertWays(string? atom, string? mail, Webhook? webhook, bool asJson, Output output)
{
    /// <summary>Tells alerts that have news; the feed holds all. Returns how many wait for the webhook to take them.</summary>
    internal async Task<int> TellAsync(IReadOnlyList<Alert> told, IReadOnlyList<Alert> all, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var alert in told) output.Write(asJson ? [.. AlertJson.Of(alert), (byte)'\n'] : Encoding.UTF8.GetBytes(Shown(alert)));
        if (atom is not null && (told.Count > 0 || !File.Exists(atom))) Write(atom, Feed(all, now));
        if (mail is not null)
        {
            Guarded(mail, () => Directory.CreateDirectory(mail));
            foreach (var alert in told) Write(Path.Combine(mail, MailAlerts.FileName(alert)), MailAlerts.Of(alert));
        }
        if (webhook is null) return 0;
        await webhook.QueueAsync(told, cancel);
        return (await webhook.DeliverAsync(cancel)).Waiting;
    }

    private static byte[] Feed(IReadOnlyList<Alert> alerts, DateTimeOffset now)
    {
        using var feed = new MemoryStream();
        AtomAlerts.Write(feed, alerts, now);
        return feed.ToArray();
    }

    /// <summary>The latest changes of an alert, for a terminal.</summary>
    private static string Shown(Alert alert)
    {
        var text = new StringBuilder().Append(TextTable.Clean(AlertText.Subject(alert))).Append("  [").Append(TextTable.Clean(alert.Watch)).Append("]\n");
        foreach (var change in alert.Latest())
        {
            text.Append("  ").Append(AlertText.Name(change.Kind)).Append(": ").Append(TextTable.Clean(change.Text)).Append('\n');
            foreach (var because in change.Because) text.Append("    “").Append(TextTable.Clean(because.Sentence)).Append("” (").Append(TextTable.Clean(because.Publisher ?? because.Report)).Append(")\n");
        }
        return text.Append('\n').ToString();
    }

    /// <summary>Whole or not at all: whoever reads the file meanwhile sees the former one.</summary>
    private static void Write(string path, byte[] content) => Guarded(path, () =>
    {
        var beside = path + ".part";
        File.WriteAllBytes(beside, content);
        File.Move(beside, path, overwrite: true);
    });

    private static void Guarded(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {problem.Message}");
        }
    }
}
