using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary>How many reports came, were new, were known and failed.</summary>
internal sealed class ReadTally(string record)
{
    private int _new, _known, _failed;

    internal string Record => record;

    internal int New => _new;

    internal int Known => _known;

    internal int Failed => _failed;

    /// <summary>Files of folders that hold no reports by their name.</summary>
    internal List<string> LeftOut { get; } = [];

    internal void Count(Filing filing) => Interlocked.Increment(ref filing.IsNew ? ref _new : ref _known);

    internal void Fail() => Interlocked.Increment(ref _failed);
}
