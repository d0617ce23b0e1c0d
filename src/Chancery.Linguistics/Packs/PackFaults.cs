namespace Chancery.Linguistics.Packs;

/// <summary>Gathers what is wrong in several tables, so that all of it is told at once and nothing is loaded by halves.</summary>
public sealed class PackFaults
{
    private readonly List<PackFault> _faults = [];

    /// <summary>True where something is wrong.</summary>
    public bool Any => _faults.Count > 0;

    /// <summary>Adds a fault.</summary>
    public void Add(PackFault fault) => _faults.Add(fault);

    /// <summary>What loads; null, and its faults are kept, where it has any.</summary>
    public T? Of<T>(Func<T> load)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(load);
        try
        {
            return load();
        }
        catch (PackException broken)
        {
            _faults.AddRange(broken.Faults);
            return null;
        }
    }

    /// <summary>The rows of a table; none, and its faults are kept, where it has any.</summary>
    public IReadOnlyList<TableRow> Rows(LanguagePack pack, string path, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Of(() => pack.Read(path, columns))?.Rows ?? [];
    }

    /// <summary>Ends the loading where something is wrong.</summary>
    /// <exception cref="PackException">There are faults; all of them are listed.</exception>
    public void ThrowIfAny()
    {
        if (Any) throw new PackException(_faults);
    }
}
