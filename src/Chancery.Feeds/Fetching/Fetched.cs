namespace Chancery.Feeds.Fetching;

/// <summary>What is to be fetched.</summary>
/// <param name="Address">Where it is; http or https.</param>
public sealed record FetchRequest(Uri Address)
{
    /// <summary>Media types that are of use, in the form of the <c>Accept</c> header.</summary>
    public string Accept { get; init; } = "*/*";

    /// <summary>The <c>ETag</c> of what was had before; null where nothing was.</summary>
    public string? ETag { get; init; }

    /// <summary>The <c>Last-Modified</c> of what was had before, as it was sent.</summary>
    public string? LastModified { get; init; }
}

/// <summary>What came of a fetch: a body, word that nothing has changed, or a fault. A fault in what others send is data, not an exception.</summary>
public sealed record Fetched
{
    /// <summary>Where it came from in the end.</summary>
    public required Uri Address { get; init; }

    /// <summary>HTTP status; 0 where no reply came.</summary>
    public int Status { get; init; }

    /// <summary>The body, unpacked; empty without one.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Media type in lower case, without parameters; null where none was sent.</summary>
    public string? MediaType { get; init; }

    /// <summary>Charset as sent; null where none was.</summary>
    public string? Charset { get; init; }

    /// <summary>Opaque name of this version.</summary>
    public string? ETag { get; init; }

    /// <summary>When it changed last, as sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>Where it has moved for good; null where it has not.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Not before this instant, as the host asked; null where it did not.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why there is nothing to use, in one line; null where there is.</summary>
    public string? Fault { get; init; }

    /// <summary>True where trying again later may do.</summary>
    public bool MayPass { get; init; }

    /// <summary>True where it is as it was.</summary>
    public bool IsUnchanged => Status == 304;
}
