namespace Chancery.Formats.JsonLines;

/// <summary>The JSON Schemas (draft 2020-12) of the lines that JSON Lines exports are made of.</summary>
public static class ExportSchemas
{
    /// <summary>Grows when a field changes its meaning or goes; a new field does not make a new version.</summary>
    public const int Version = 1;

    /// <summary>What each line of a table names in its field <c>schema</c>: <c>chancery/claims/1</c>.</summary>
    public static string NameOf(string table) => $"chancery/{table}/{Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The schema of a table's lines; null where there is no such table.</summary>
    /// <param name="table">claims, events, figures or reports.</param>
    public static string? Of(string table)
    {
        using var stream = typeof(ExportSchemas).Assembly.GetManifestResourceStream($"{table}-{Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}.schema.json");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
