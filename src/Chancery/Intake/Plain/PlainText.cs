using System.Collections.Immutable;

namespace Chancery.Intake.Plain;

/// <summary>Reads a plain text file as one report.</summary>
internal static class PlainText
{
    internal static Report Parse(string id, string text, ImmutableArray<Notice> notices) => new() { Id = id, Text = text, Notices = notices };
}
