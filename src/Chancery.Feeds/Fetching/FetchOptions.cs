namespace Chancery.Feeds.Fetching;

/// <summary>How far a fetch may go; immutable.</summary>
public sealed record FetchOptions
{
    /// <summary>How the fetcher names itself to servers and to robots.txt.</summary>
    public string Agent { get; init; } = "chancery/0.1 (feed reader)";

    /// <summary>From the first byte sent to the last one received of one request; 60 s by default. What drips in slower is given up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most bytes of a body as sent; 16 MB by default.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Most bytes of a body when unpacked; 32 MB by default.</summary>
    public int MaxUnpackedBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Most bytes one byte may unpack to; 100 by default. Bodies under 1 MB are not held to it.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Most redirects that are followed; 5 by default.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Requests under way at a time to one host; 2 by default.</summary>
    public int HostRequests { get; init; } = 2;

    /// <summary>Time between the starts of two requests to one host; 1 s by default. What a robots.txt asks for counts where it is longer, up to a minute.</summary>
    public TimeSpan HostInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>True to fetch from this machine and its network too, as tests do.</summary>
    public bool AllowPrivate { get; init; }
}
