namespace Chancery.Records;

/// <summary>What those who work on a record remember between two runs, kept beside it: feeds that are followed, pages that were had, what a watch has told.</summary>
/// <remarks>Safe for use from several threads. No part of the record: memos change neither its stamp nor what is fused.</remarks>
public interface IMemoStore
{
    /// <summary>What is remembered under a name; null for nothing.</summary>
    Task<string?> MemoAsync(string topic, string name, CancellationToken cancel = default);

    /// <summary>A page of the memos of a topic, by name in ordinal order.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="after">Name after which the page begins; null for the first.</param>
    /// <param name="limit">Most memos of a page.</param>
    /// <param name="cancel">Ends it.</param>
    Task<IReadOnlyList<Memo>> MemosAsync(string topic, string? after = null, int limit = 200, CancellationToken cancel = default);

    /// <summary>Keeps memos, all or none; one without a body is forgotten.</summary>
    Task KeepAsync(IReadOnlyCollection<Memo> memos, CancellationToken cancel = default);
}

/// <summary>Something remembered.</summary>
/// <param name="Topic">What it is about; names are unique within one.</param>
/// <param name="Name">What it goes by.</param>
/// <param name="Body">What there is to remember; null for nothing any more.</param>
public sealed record Memo(string Topic, string Name, string? Body);
