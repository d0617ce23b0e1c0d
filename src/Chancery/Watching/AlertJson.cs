using System.Text.Json;

namespace Chancery.Watching;

/// <summary>An alert as programs read it.</summary>
public static class AlertJson
{
    /// <summary>One line of UTF-8: <c>{"watch","story","headline","first","updated","revision","event","changes":[{"kind","at","text","because":[…]}]}</c>.</summary>
    public static byte[] Of(Alert alert) => JsonSerializer.SerializeToUtf8Bytes(alert, WatchJson.Default.Alert);
}
