using Chancery.Linguistics;

namespace Chancery.Tests.Records;

/// <summary>Readings for tests, written by hand: no model has a say in them.</summary>
internal static class Readings
{
    internal static FiledReading Of(string id, string text, string? day = "2025-03-21", string? publisher = "Harbor Gazette", params EventClaim[] claims) => new()
    {
        Report = new() { Id = id, Text = text, Publisher = publisher, Published = day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), Title = "A title", Url = "https://harbor.example/1" },
        Language = "en",
        DeclaredOrigin = "Meridian",
        Sentences = [new(0, text.Length)],
        Claims = [.. claims],
        Figures = [.. claims.SelectMany(c => c.Figures.Select(f => new Figure(f, "troops sent", c.Attribution, c.Id)))],
        Unknowns = [new(new(0, 2), "the topics", ["KCNA"])],
        Notices = [new("date-missing", NoticeSeverity.Info, default, "No date.")],
    };

    internal static EventClaim Claim(string id, string text, string trigger, string actor, string recipient, Func<EventClaim, EventClaim>? change = null)
    {
        var claim = new EventClaim
        {
            Id = id,
            Trigger = Span(text, trigger),
            Word = 1,
            Sentence = 0,
            Evidence = new(0, text.Length),
            Frame = new("visit", null, false, "goes to see"),
            Actors = [new(Span(text, actor), actor, null, ["GOV"], null)],
            Recipients = [new(Span(text, recipient), recipient, null, [], null)],
            Confidence = 0.8,
        };
        return change is null ? claim : change(claim);
    }

    internal static TextSpan Span(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? default : new(at, at + words.Length);
    }
}
