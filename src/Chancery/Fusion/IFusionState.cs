namespace Chancery.Fusion;

/// <summary>What fusion asks of a store and leaves with it: all access is by key, so that a report touches only what it bears on.</summary>
/// <remarks>Not thread-safe: a store lets one change in at a time and keeps it whole or not at all.</remarks>
internal interface IFusionState
{
    /// <summary>What people decided.</summary>
    Rulings Rulings { get; }

    /// <summary>Names of reports that share marks with this one, and how many; marks that very many share are left out.</summary>
    IReadOnlyDictionary<string, int> Sharing(Sketch sketch);

    /// <summary>Names of the reports that came from an address; of very many the versions that came last.</summary>
    IReadOnlyList<string> At(string url);

    Sketch? Sketch(string report);

    Lineage? Lineage(string report);

    /// <summary>Names of the reports that tell a dispatch.</summary>
    IReadOnlyList<string> Dispatch(string dispatch);

    void Keep(Sketch sketch);

    void Keep(Lineage lineage);

    /// <summary>Claims that meet one of several, by their keys, and may lie on one of the days: of what happened or did not (<paramref name="real"/>), or of what is planned, possible or demanded.</summary>
    IReadOnlyList<Testimony> Bearing(IReadOnlyCollection<MeetingKeys> keys, bool real, int first, int last);

    /// <summary>A claim that is there.</summary>
    Testimony Claim(ClaimRef at);

    /// <summary>The claim of an id; null where there is none.</summary>
    Testimony? Find(string claim);

    /// <summary>The claims of a report.</summary>
    IReadOnlyList<Testimony> Said(string report);

    /// <summary>The claims of an event.</summary>
    IReadOnlyList<Testimony> Told(string id);

    /// <summary>Makes a claim known under its keys.</summary>
    void Index(Testimony claim);

    /// <summary>Hangs a claim on an earlier one; null lets go of it.</summary>
    void Hang(ClaimRef claim, Bond? bond);

    /// <summary>Puts a claim into an event; null takes it out.</summary>
    void Assign(ClaimRef claim, string? id);

    /// <summary>The event a claim of this id stands in.</summary>
    string? EventOf(string claim);

    EventRow? Event(string id);

    void Keep(EventRow row);

    void Drop(string id);

    IReadOnlyList<FigureRow> Figures(string report);

    /// <summary>Figures of a series from one day to another.</summary>
    IReadOnlyList<FigureRow> Series(string series, int first, int last);

    /// <summary>The last figure of a series by a source before a day.</summary>
    FigureRow? Before(string series, string source, int day);

    /// <summary>Figures that meet the keys and hold for one of the days.</summary>
    IReadOnlyList<FigureRow> Counting(MeetingKeys keys, int first, int last);

    /// <summary>Makes a figure known under its keys.</summary>
    void Index(FigureRow row, MeetingKeys keys);

    /// <summary>Keeps a figure, also one that moved to another series.</summary>
    void Keep(FigureRow row);

    /// <summary>Questions that are known under one of the keys and may be answered on a day.</summary>
    IReadOnlyList<Question> Asked(IReadOnlyCollection<long> keys, int day);

    /// <summary>Questions that claims of a report answer.</summary>
    IReadOnlyList<Question> AnsweredBy(string report);

    /// <summary>Reports that were filed before and may answer a question, by publication, as corrected by decisions; those that are filed just now may be left out.</summary>
    IEnumerable<FiledReading> Telling(AskedWords asked);

    /// <summary>Makes a question known under its keys.</summary>
    void Index(Question question);

    /// <summary>Keeps what answers a question.</summary>
    void Keep(Question question);

    /// <summary>Forgets the sketch, the lineage, the keys, the figures and the questions of a report.</summary>
    void Forget(string report);
}
