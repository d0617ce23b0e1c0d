using Chancery.Linguistics;
using Chancery.Ontologies;
using Chancery.Records;
using Chancery.Registry;

namespace Chancery.Formats;

/// <summary>What is taken away: which part of which record, and the knowledge that its codes and names are looked up in.</summary>
/// <remarks>Immutable but for what is opened when first needed; safe for use from several threads, as the store is.</remarks>
public sealed class ExportSource
{
    private readonly Lazy<Codebook> _codes;
    private readonly Lazy<ActorRegistry> _actors;
    private readonly Lazy<ReportReader> _reader;

    /// <summary>All of a record.</summary>
    /// <param name="store">The record.</param>
    /// <param name="pack">The pack it was read with.</param>
    public ExportSource(IRecordStore store, LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(pack);
        Store = store;
        _codes = new(() => Codebook.Read(pack));
        _actors = new(() => new ActorRegistry(pack));
        _reader = new(() => new ReportReader(pack));
    }

    /// <summary>The record.</summary>
    public IRecordStore Store { get; }

    /// <summary>Which claims are wanted; events, figures and reports are wanted where one of their claims is.</summary>
    public ClaimQuery Query { get; init; } = new();

    /// <summary>Name of the table wanted, where a format has several; null for its first.</summary>
    public string? Table { get; init; }

    internal Codebook Codes => _codes.Value;

    internal ActorRegistry Actors => _actors.Value;

    internal ReportReader Reader => _reader.Value;

    /// <summary>The claims asked for; null where all are.</summary>
    internal ClaimQuery? Claims => Query == new ClaimQuery() ? null : Query;
}
