using System.Collections.Immutable;

namespace Chancery.Formats.Tables;

/// <summary>The record's own tables, which every plain table format can hold.</summary>
internal static class RecordTables
{
    internal static ImmutableArray<Table> All { get; } = [ClaimTable.Table, EventTable.Table, FigureTable.Table, ReportTable.Table];
}
