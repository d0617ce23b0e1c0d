using System.Collections.Immutable;

namespace Chancery.Records;

/// <summary>What was erased.</summary>
/// <param name="Reports">Names of the reports that were there and are gone.</param>
/// <param name="IsTraceless">False where words of theirs may stay in what the store keeps beside the record, since others use it; whoever closes it last removes them.</param>
public sealed record Erasure(ImmutableArray<string> Reports, bool IsTraceless);
