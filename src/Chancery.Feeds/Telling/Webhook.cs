using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Feeds.Fetching;
using Chancery.Records;
using Chancery.Watching;

namespace Chancery.Feeds.Telling;

/// <summary>Tells alerts to a program, by HTTP: signed, and again until it is taken.</summary>
/// <remarks>
/// The form is that of Standard Webhooks: <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>, the last being <c>v1,</c> and the base64 of the
/// HMAC-SHA256 of <c>id.timestamp.body</c>. A revision of an alert keeps its id however often it is sent, so that a receiver can tell a repeat. What is not taken waits
/// beside the record; a later revision of the same alert takes the place of one that waits. Redirects are not followed.
/// </remarks>
public sealed class Webhook : IDisposable
{
    /// <summary>Tries before an alert is given up: a little over two days.</summary>
    private const int Tries = 15;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromHours(6), Patience = TimeSpan.FromSeconds(30);

    private readonly Uri _address;
    private readonly byte[] _secret;
    private readonly IMemoStore _memos;
    private readonly TimeProvider _time;
    private readonly Random _chance;
    private readonly Action<string> _onFault;
    private readonly HttpClient _client;
    private readonly string _topic;

    /// <summary>Prepares a webhook.</summary>
    /// <param name="address">Where alerts are told; http or https.</param>
    /// <param name="secret">Key they are signed with, at least 16 bytes.</param>
    /// <param name="memos">Where those wait that were not taken.</param>
    /// <param name="time">The clock.</param>
    /// <param name="chance">For pauses that do not fall into step.</param>
    /// <param name="onFault">Told when an alert is not taken, once, and when it is given up.</param>
    /// <param name="allowPrivate">True to tell programs on this machine and its network.</param>
    public Webhook(Uri address, byte[] secret, IMemoStore memos, TimeProvider time, Random chance, Action<string> onFault, bool allowPrivate)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(secret);
        if (Fetcher.Refusal(address) is { } why) throw new ArgumentException(why, nameof(address));
        if (secret.Length < 16) throw new ArgumentException("the secret is shorter than 16 bytes", nameof(secret));
        (_address, _secret, _memos, _time, _chance, _onFault) = (address, secret, memos, time, chance, onFault);
        _topic = "watch-webhook/" + address.AbsoluteUri;
        _client = new(GuardedHandler.Create(new GuardedConnector(allowPrivate ? _ => true : PublicAddresses.IsPublic, Dns.GetHostAddressesAsync), 2)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Has alerts wait to be told.</summary>
    public Task QueueAsync(IEnumerable<Alert> alerts, CancellationToken cancel = default) => _memos.KeepAsync(
        [.. alerts.Select(a => Kept(a.Urn(), new(string.Create(CultureInfo.InvariantCulture, $"msg_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{a.Urn()}:{a.Revision}")).AsSpan(0, 12))}"), Encoding.UTF8.GetString(AlertJson.Of(a)), _time.GetUtcNow(), 0, null)))],
        cancel);

    /// <summary>Tells what is due.</summary>
    /// <returns>How many were taken, and how many still wait.</returns>
    public async Task<(int Taken, int Waiting)> DeliverAsync(CancellationToken cancel = default)
    {
        var (taken, waiting) = (0, 0);
        await foreach (var (_, name, body) in _memos.AllAsync(_topic, cancel))
        {
            var delivery = JsonSerializer.Deserialize(body!, DeliveryJson.Default.Delivery)!;
            if (delivery.Due > _time.GetUtcNow())
            {
                waiting++;
                continue;
            }
            var fault = await SendAsync(delivery, cancel);
            if (fault is null) taken++;
            else if (delivery.Tries + 1 < Tries) waiting++;
            await _memos.KeepAsync([fault is null || delivery.Tries + 1 >= Tries ? new(_topic, name, null) : Kept(name, Later(delivery, fault))], cancel);
            if (fault is not null && delivery.Tries + 1 >= Tries) _onFault($"{_address}: {fault}; given up after {Tries} tries");
            else if (fault is not null && fault != delivery.Fault) _onFault($"{_address}: {fault}; it will be tried again");
        }
        return (taken, waiting);
    }

    /// <summary>The signature of a message, as its header has it.</summary>
    internal static string Sign(byte[] secret, string id, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));

    private Delivery Later(Delivery delivery, string fault) =>
        delivery with { Tries = delivery.Tries + 1, Fault = fault, Due = _time.GetUtcNow() + BackOff.After(delivery.Tries + 1, FirstPause, LongestPause, _chance) };

    /// <summary>Null where it was taken, else why not.</summary>
    private async Task<string?> SendAsync(Delivery delivery, CancellationToken cancel)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        message.Headers.Add("webhook-id", delivery.Id);
        message.Headers.Add("webhook-timestamp", timestamp);
        message.Headers.Add("webhook-signature", Sign(_secret, delivery.Id, timestamp, delivery.Body));
        using var late = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            using var reply = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return reply.IsSuccessStatusCode ? null : PlainClient.Told(reply.StatusCode);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return PlainClient.Words(problem);
        }
    }

    private Memo Kept(string name, Delivery delivery) => new(_topic, name, JsonSerializer.Serialize(delivery, DeliveryJson.Default.Delivery));
}

/// <summary>A message that waits to be taken.</summary>
internal sealed record Delivery(string Id, string Body, DateTimeOffset Due, int Tries, string? Fault);

[JsonSerializable(typeof(Delivery))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
