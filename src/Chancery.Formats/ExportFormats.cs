using System.Collections.Immutable;
using Chancery.Formats.Annotations;
using Chancery.Formats.Conllu;
using Chancery.Formats.Csv;
using Chancery.Formats.FollowTheMoney;
using Chancery.Formats.Gdelt;
using Chancery.Formats.Graphs;
using Chancery.Formats.Icews;
using Chancery.Formats.JsonLines;
using Chancery.Formats.Parquet;
using Chancery.Formats.Polecat;

namespace Chancery.Formats;

/// <summary>The list of formats: a format is a folder and a line here.</summary>
public static class ExportFormats
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new JsonLinesFormat(),
        new CsvFormat(),
        new ParquetFormat(),
        GdeltFormats.Events,
        GdeltFormats.Mentions,
        PolecatFormat.Events,
        IcewsFormat.Events,
        new GraphMlFormat(),
        new GexfFormat(),
        new AnnotationFormat(),
        new ConlluFormat(),
        new FollowTheMoneyFormat(),
    ];

    /// <summary>The format of this name; null where there is none.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
