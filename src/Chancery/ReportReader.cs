using Chancery.Attributing;
using Chancery.Coding;
using Chancery.Linguistics;
using Chancery.Linguistics.Identifying;
using Chancery.Linguistics.Packs;
using Chancery.Mentions;
using Chancery.Registry;

namespace Chancery;

/// <summary>The one front door: a report in, everything that can be read from it out.</summary>
/// <remarks>Immutable and thread-safe; building one loads the pack, so build one and share it.</remarks>
public sealed partial class ReportReader
{
    /// <summary>The language that is read.</summary>
    private const string Language = "en";

    private readonly LanguageIdentifier _languages;
    private readonly DocumentReader _documents;
    private readonly MentionFinder _mentions;
    private readonly Attributor _attributor;
    private readonly Coder _coder;
    private readonly TimeProvider _clock;

    /// <summary>Loads the models and lexicons of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="clock">Tells which day it is, so that a report dated ahead is noticed; the system's unless told.</param>
    /// <exception cref="Linguistics.Packs.PackException">The pack has faults; all of them are listed.</exception>
    public ReportReader(LanguagePack pack, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var faults = new PackFaults();
        var actors = faults.Of(() => new ActorRegistry(pack));
        var coder = faults.Of(() => new Coder(pack));
        var attributor = faults.Of(() => new Attributor(pack));
        faults.ThrowIfAny();
        _languages = new(pack, Language);
        _documents = new(pack);
        _mentions = new(pack, actors!);
        _attributor = attributor!;
        _coder = coder!;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Reads one report.</summary>
    public Reading Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var language = _languages.Identify(report.Text);
        if (language != Language) return Unread(report, language, ReadingNotices.OtherLanguage(language));
        return Read(report, report switch
        {
            { Words: { } words } => _documents.Read(words),
            { Sentences: { } sentences } => _documents.Read(report.Text, sentences),
            _ => _documents.Read(report.Text),
        });
    }

    /// <summary>Reads one report whose words were cut elsewhere.</summary>
    public Reading Read(Report report, Document document)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(document);
        var mentions = _mentions.Find(report, document);
        var attributions = _attributor.Attribute(document, mentions);
        var claims = _coder.Code(report, document, mentions, attributions);
        return new Reading
        {
            Report = report,
            Language = Language,
            DeclaredOrigin = report.DeclaredOrigin ?? DeclaredOrigin.Find(report.Text),
            Document = document,
            Mentions = mentions,
            Attributions = attributions,
            Claims = claims,
            Notices = ReadingNotices.Of(report, mentions, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime)),
        };
    }

    /// <summary>A reading of nothing, and why.</summary>
    private static Reading Unread(Report report, string language, Notice why) => new()
    {
        Report = report,
        Language = language,
        DeclaredOrigin = report.DeclaredOrigin ?? DeclaredOrigin.Find(report.Text),
        Document = new Document(new TaggedText(new TokenizedText(report.Text, [], [], []), [], [], [], []), [], []),
        Mentions = new([], [], [], []),
        Attributions = new([], [], []),
        Claims = new([], []),
        Notices = [.. report.Notices, why],
    };
}
