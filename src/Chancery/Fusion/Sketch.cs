namespace Chancery.Fusion;

/// <summary>What is kept of a report to know the dispatch it tells.</summary>
/// <param name="Report">Its name.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="Length">Length of the text.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Origin">What it names as its origin.</param>
/// <param name="Marks">Hashes of pairs of words, ascending.</param>
internal sealed record Sketch(string Report, DateOnly? Published, int Length, string? Publisher, string? Origin, uint[] Marks)
{
    /// <summary>Its words sentence by sentence; null for a report that an older build sketched.</summary>
    internal Wording? Wording { get; init; }

    /// <summary>Address it came from.</summary>
    internal string? Url { get; init; }

    /// <summary>When it took the place of a former version; null for a first one.</summary>
    internal DateTimeOffset? Revised { get; init; }

    /// <summary>Stores look reports up by the marks that this divides: enough to meet, few enough to keep.</summary>
    private const uint Indexed = 4;

    /// <summary>Ends the marks where words follow; no mark.</summary>
    private const uint End = 0;

    /// <summary>Marks of a short text.</summary>
    private const int Short = 128;

    /// <summary>Marks with names and numbers from which on they tell one text from another.</summary>
    private const int Telling = 8;

    /// <summary>Marks with numbers from which on they do.</summary>
    private const int TellingNumbers = 4;

    /// <summary>Numbers that both must have for them to do: a rewrite that changes the only one of its source is one all the same.</summary>
    private const int ManyNumbers = 2;

    /// <summary>Words, each once, that two sentences have.</summary>
    private const int Line = 16;

    private readonly uint[] _own = Array.FindAll(Marks, WordPairs.IsOwn);

    private readonly int _numbered = Marks.Count(WordPairs.IsNumbered);

    internal static Sketch Of(FiledReading reading) => new(
        reading.Report.Id, reading.Report.Published, reading.Report.Text.Length, reading.Report.Publisher, reading.DeclaredOrigin, WordPairs.Of(reading.Report.Text, reading.Sentences))
    {
        Wording = Wording.Of(reading.Report.Text, reading.Sentences),
        Url = reading.Report.Url,
        Revised = reading.Report.Revised,
    };

    /// <summary>True where this one took the place of the other: it was fetched from the same address later.</summary>
    internal bool Replaces(Sketch other) => Url is not null && Url == other.Url && Revised is { } revised && (other.Revised is null || other.Revised < revised);

    /// <summary>Share of the smaller sketch that the other one holds, 0–1.</summary>
    internal double Containment(Sketch other)
    {
        var smaller = Math.Min(Marks.Length, other.Marks.Length);
        return smaller == 0 ? 0 : (double)WordPairs.Shared(Marks, other.Marks).All / smaller;
    }

    /// <summary>The same of the marks with names and numbers, and of those with numbers; null where one of the two texts has too few of a sort to be told by.</summary>
    internal (double? Own, double? Numbered) OwnContainment(Sketch other)
    {
        var (own, numbered) = WordPairs.Shared(_own, other._own);
        var (telling, numbers) = (Math.Min(_own.Length, other._own.Length), Math.Min(_numbered, other._numbered));
        return (telling < Telling ? null : (double)own / telling, numbers < TellingNumbers || HasFewNumbers || other.HasFewNumbers ? null : (double)numbered / numbers);
    }

    /// <summary>Of a text of a few sentences its one number is much of what it tells.</summary>
    private bool HasFewNumbers => Marks.Length >= Short && Wording is { Numbers: < ManyNumbers };

    /// <summary>A line or two, whose few words stand in every report of the matter.</summary>
    internal bool IsFlash => Wording is { Length: < Line };

    /// <inheritdoc cref="Wording.Retelling"/>
    internal double Retelling(Sketch source) => Wording is { } mine && source.Wording is { } theirs ? mine.Retelling(theirs) : 0;

    /// <summary>The marks and behind them, where they are known, the words: as a store keeps them.</summary>
    internal uint[] Stored => Wording is null ? Marks : [.. Marks, End, .. Wording.Words];

    /// <summary>The marks and the words of what a store kept.</summary>
    internal static (uint[] Marks, Wording? Wording) Restored(ReadOnlySpan<uint> stored) =>
        stored.IndexOf(End) is >= 0 and var end ? (stored[..end].ToArray(), new(stored[(end + 1)..].ToArray())) : (stored.ToArray(), null);

    /// <summary>The marks a store looks it up by: those with names and numbers, which few reports share; of a short text all.</summary>
    internal uint[] Index => Marks.Length < Short ? Marks : Array.FindAll(_own, m => m / 4 % Indexed == 0);

    /// <summary>By publication, first versions before those that replaced one; of one day's the longest first, since a rewrite shortens.</summary>
    internal static IComparer<Sketch> Order { get; } = Comparer<Sketch>.Create((a, b) =>
    {
        var day = (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue);
        if (day != 0) return day;
        var revised = (a.Revised ?? DateTimeOffset.MinValue).CompareTo(b.Revised ?? DateTimeOffset.MinValue);
        if (revised != 0) return revised;
        var length = b.Length.CompareTo(a.Length);
        return length != 0 ? length : string.CompareOrdinal(a.Report, b.Report);
    });
}
