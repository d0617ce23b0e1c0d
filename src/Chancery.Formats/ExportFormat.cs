using System.Collections.Immutable;
using Chancery.Formats.Tables;

namespace Chancery.Formats;

/// <summary>A form in which a record leaves for another tool.</summary>
/// <remarks>Immutable and thread-safe. Every format streams: its memory does not grow with the number of claims, save for what it says itself.</remarks>
public abstract class ExportFormat
{
    /// <summary>Name by which it is asked for: <c>csv</c>, <c>gdelt-events</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How the names of its files end, dot included.</summary>
    public abstract string Ending { get; }

    /// <summary>Its media type.</summary>
    public abstract string MediaType { get; }

    /// <summary>What it is, in one line.</summary>
    public abstract string Gloss { get; }

    /// <summary>True where the bytes are no text.</summary>
    public virtual bool IsBinary => false;

    /// <summary>The tables it can hold, the one meant where none is named first; empty where it is no table.</summary>
    public virtual ImmutableArray<Table> Tables => [];

    /// <summary>Names by which <see cref="ExportSource.Table"/> asks for a part; empty where there is nothing to choose.</summary>
    public virtual ImmutableArray<string> TableNames => Tables.Length < 2 ? [] : [.. Tables.Select(t => t.Name)];

    /// <summary>Writes what is asked for and flushes it; the stream stays open.</summary>
    /// <param name="source">What to write.</param>
    /// <param name="output">Where to; needs neither seek nor length.</param>
    /// <param name="cancel">Ends it in the middle of a row.</param>
    /// <returns>Number of rows, entities or annotations.</returns>
    /// <exception cref="ExportException">The format has no such table.</exception>
    /// <exception cref="Chancery.Records.RecordException">The record cannot be read.</exception>
    public abstract Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default);

    /// <summary>The table asked for.</summary>
    private protected Table TableOf(ExportSource source) => Tables.Length == 1 && Asked(source) is null ? Tables[0] : Tables.First(t => t.Name == Asked(source));

    /// <summary>The name of the table asked for, the first where none is; null where the format has no choice of them.</summary>
    private protected string? Asked(ExportSource source)
    {
        if (source.Table is not { } name || TableNames.Contains(name)) return source.Table ?? TableNames.FirstOrDefault();
        throw new ExportException(TableNames.IsEmpty ? $"{Name} has no tables to choose from" : $"{Name} has no table '{name}'; it has {string.Join(", ", TableNames)}");
    }
}

/// <summary>An export cannot be made; the message is one line for the user.</summary>
public sealed class ExportException(string message) : Exception(message);
