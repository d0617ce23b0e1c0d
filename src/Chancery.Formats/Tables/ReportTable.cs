using Chancery.Exports;
using Chancery.Linguistics;
using Chancery.Records;

namespace Chancery.Formats.Tables;

using C = Column<FiledReport>;

/// <summary>The reports, without their texts.</summary>
internal static class ReportTable
{
    internal static Table Table { get; } = new Table<FiledReport>(
        "reports",
        Walk.Reports,
        C.Text("id", r => r.Reading.Report.Id, "name of the report in the record"),
        C.Text("title", r => r.Reading.Report.Title, "headline"),
        C.Text("publisher", r => r.Reading.Report.Publisher, "outlet"),
        C.Day("published", r => r.Reading.Report.Published, "day of publication"),
        C.Text("url", r => r.Reading.Report.Url, "address"),
        C.Text("language", r => r.Reading.Language, "ISO 639-1, or `und`"),
        C.Text("origin", r => r.Reading.DeclaredOrigin, "what the report itself names as its origin"),
        C.Text("dispatch", r => r.Lineage.Dispatch, "name of the group of tellings of one dispatch"),
        C.Text("derivedFrom", r => r.Lineage.DerivedFrom, "name of the report it was taken from"),
        C.Text("kind", r => r.Lineage.Kind.Name(), "original, copy, rewrite or update"),
        C.Count("claims", r => r.Reading.Claims.Length, "number of claims read from it"),
        C.Count("length", r => new CodePoints(r.Reading.Report.Text).FromUtf16(r.Reading.Report.Text.Length), "code points of its text"),
        C.Day("retracted", r => r.Retraction?.Day, "day it was withdrawn"),
        C.Text("retraction", r => r.Retraction?.Reason, "why it was withdrawn"));
}
