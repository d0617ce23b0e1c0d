using System.Reflection;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics;

/// <summary>The knowledge of one language: lexicons as tab-separated text and models as bytes, each under a path such as <c>actors/states.tsv</c>.</summary>
/// <remarks>
/// Immutable and thread-safe. A pack lives in an assembly (its files are embedded and mapped with it) or in a folder; another pack can be
/// laid over it, so that a user's own entries stand beside the shipped ones.
/// </remarks>
public sealed class LanguagePack
{
    private readonly Assembly? _assembly;
    private readonly string? _folder;
    private readonly LanguagePack? _under;
    private readonly string[] _paths;

    private LanguagePack(Assembly? assembly, string? folder, LanguagePack? under, string[] paths) =>
        (_assembly, _folder, _under, _paths) = (assembly, folder, under, paths);

    /// <summary>The pack embedded in an assembly.</summary>
    public static LanguagePack FromAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new(assembly, null, null, assembly.GetManifestResourceNames());
    }

    /// <summary>The pack in a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LanguagePack FromFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"No folder '{folder}'.");
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));
        return new(null, folder, null, [.. paths]);
    }

    /// <summary>This pack with another laid over it: tables of the same path are read one after the other, models are replaced.</summary>
    public LanguagePack With(LanguagePack over)
    {
        ArgumentNullException.ThrowIfNull(over);
        return new(over._assembly, over._folder, this, over._paths);
    }

    /// <summary>Paths of all files below a folder of the pack, ascending: <c>actors/</c>.</summary>
    public IReadOnlyList<string> List(string prefix) =>
        [.. AllPaths().Where(p => p.StartsWith(prefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Number of layers that have a file below a folder of the pack.</summary>
    public int LayersWith(string prefix) => (_under?.LayersWith(prefix) ?? 0) + (_paths.Any(p => p.StartsWith(prefix, StringComparison.Ordinal)) ? 1 : 0);

    /// <summary>True where the pack has this file.</summary>
    public bool Has(string path) => _paths.Contains(path, StringComparer.Ordinal) || (_under?.Has(path) ?? false);

    /// <summary>Reads one table: the rows of every layer that has it, the lowest layer first.</summary>
    /// <param name="path">Path in the pack.</param>
    /// <param name="columns">Columns that must be there, in any order.</param>
    /// <exception cref="PackException">No layer has the table, or it has faults; all of them are listed.</exception>
    public Table Read(string path, params ReadOnlySpan<string> columns)
    {
        if (!Has(path)) throw new PackException([new PackFault(path, 0, "the pack has no such table")]);
        var rows = new List<TableRow>();
        var faults = new List<PackFault>();
        var header = ReadInto(path, columns, rows, faults);
        if (faults.Count > 0) throw new PackException(faults);
        return new Table(path, header, rows);
    }

    /// <summary>The bytes of a model, mapped where the pack allows it.</summary>
    /// <exception cref="PackException">The pack has no such file.</exception>
    public PackBytes Map(string path)
    {
        if (_paths.Contains(path, StringComparer.Ordinal)) return PackBytes.Read(Open(path));
        return _under?.Map(path) ?? throw new PackException([new PackFault(path, 0, "the pack has no such file")]);
    }

    private string[] ReadInto(string path, ReadOnlySpan<string> columns, List<TableRow> rows, List<PackFault> faults)
    {
        var header = _under is not null && _under.Has(path) ? _under.ReadInto(path, columns, rows, faults) : [];
        if (!_paths.Contains(path, StringComparer.Ordinal)) return header;
        using var reader = new StreamReader(Open(path));
        var name = _folder is null ? path : Path.Combine(_folder, path);
        return TableReader.Read(name, reader.ReadToEnd(), columns, rows, faults);
    }

    private Stream Open(string path) => _folder is null ? _assembly!.GetManifestResourceStream(path)! : File.OpenRead(Path.Combine(_folder, path));

    private IEnumerable<string> AllPaths() => _under is null ? _paths : _under.AllPaths().Concat(_paths);
}
