using Chancery.English;
using Chancery.Linguistics;

namespace Chancery.Web;

/// <summary>What is served, where, and to whom.</summary>
public sealed record ServeOptions
{
    /// <summary>The record, an SQLite file; it is made where there is none.</summary>
    public required string Record { get; init; }

    /// <summary>Words, actors and models that new reports are read with.</summary>
    public LanguagePack Pack { get; init; } = EnglishPack.Instance;

    /// <summary>Addresses to listen at, <c>;</c> between them; loopback port 5080 by default. Others than loopback ask for keys.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>File of keys; null where everybody who can reach the address may do everything, which is allowed on loopback alone.</summary>
    public string? Keys { get; init; }

    /// <summary>Names the server goes by besides those of the addresses; a request for another name is refused.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Requests a second that one caller may make over time, 200 by default; twice as many at once.</summary>
    public int RequestsPerSecond { get; init; } = 200;

    /// <summary>Largest request taken, in bytes; 16 MB by default.</summary>
    public long MaxRequestBytes { get; init; } = 16 * 1024 * 1024;
}

/// <summary>The server cannot start as it was asked to; the message is one line that says why.</summary>
public sealed class ServeException(string message) : Exception(message);
