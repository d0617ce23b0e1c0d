namespace Chancery.Intake;

/// <summary>What form reports arrive in.</summary>
public enum InputFormat
{
    /// <summary>Told from the name of the file and its first bytes.</summary>
    Auto,

    /// <summary>Plain text, one report a file.</summary>
    Text,

    /// <summary>A web page, one report a page; its text is the article without the page around it.</summary>
    Html,

    /// <summary>JSON Lines, one report a line.</summary>
    JsonLines,

    /// <summary>CoNLL-U, whose sentences and words are taken as they are.</summary>
    Conllu,

    /// <summary>A table with a header, one report a row.</summary>
    Csv,

    /// <summary>A web archive, one report a page; packed or not.</summary>
    Warc,

    /// <summary>PDF, one report a file.</summary>
    Pdf,
}

/// <summary>How reports are taken in.</summary>
public sealed record IntakeOptions
{
    /// <summary>The form of the input; <see cref="InputFormat.Auto"/> by default.</summary>
    public InputFormat Format { get; init; }

    /// <summary>Which columns of a table, or names of JSON objects, hold what is asked of a report.</summary>
    public ColumnMap Columns { get; init; } = ColumnMap.None;

    /// <summary>Largest report taken, in bytes; 16 MB by default.</summary>
    public int MaxReportBytes { get; init; } = 16 * 1024 * 1024;
}

/// <summary>An input, or a part of one, that could not be taken in; the rest goes on.</summary>
/// <param name="Input">Name of the file; <c>stdin</c> for standard input.</param>
/// <param name="Line">Line in it, from 1; 0 for the whole.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record IntakeFault(string Input, int Line, string Message)
{
    /// <summary><c>input:line: message</c>.</summary>
    public override string ToString() => Line > 0 ? $"{Input}:{Line}: {Message}" : $"{Input}: {Message}";
}
