namespace Chancery.Sqlite;

/// <summary>Numbers of the rows of a table that are yet to be written.</summary>
/// <param name="last">The number of the last row in the file; null where there is none.</param>
internal sealed class RowNumbers(Func<long?> last)
{
    private long? _last;

    internal long Next()
    {
        _last = (_last ?? last() ?? 0) + 1;
        return _last.Value;
    }

    /// <summary>To be called when others may have written: the file is asked again.</summary>
    internal void Clear() => _last = null;
}
