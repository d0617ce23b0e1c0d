using System.Runtime.CompilerServices;
using Chancery.Formats.Tables;
using Chancery.Linguistics;

namespace Chancery.Formats.Gdelt;

using C = Column<GdeltMention>;

/// <summary>One claim of a dyad.</summary>
internal sealed record GdeltMention(Dyad Dyad, FiledClaim Filed, CodePoints Points)
{
    internal EventClaim Claim => Filed.Claim;

    internal Report Report => Filed.Reading.Report;

    /// <summary>First code point of the words that name a party of the dyad in this claim: by name, else by place in the list.</summary>
    internal int At(Participant? party, bool isActor)
    {
        if (party is null) return -1;
        var named = Claim.Actors.Concat(Claim.Recipients).FirstOrDefault(p => p.Name == party.Name || (p.ActorId is not null && p.ActorId == party.ActorId));
        named ??= (isActor ? Claim.Actors : Claim.Recipients).FirstOrDefault();
        return named is null || named.Span.IsEmpty ? -1 : Points.FromUtf16(named.Span.Start);
    }
}

/// <summary>GDELT 2.0 mentions: 16 columns; of the old formats the one with room for offsets and for doubt.</summary>
internal static class GdeltMentions
{
    internal static Table Table { get; } = new Table<GdeltMention>("gdelt-mentions", Rows,
    [
        C.Count("GlobalEventID", m => m.Dyad.Number, "as in the events"),
        C.Text("EventTimeDate", m => GdeltEvents.Date(m.Dyad.Event.Claims[0].Reading.Report.Published, "yyyyMMdd'000000'"), "`DATEADDED` of the event"),
        C.Text("MentionTimeDate", m => GdeltEvents.Date(m.Report.Published, "yyyyMMdd'000000'"), "day of publication of the report, at midnight"),
        C.Count("MentionType", m => m.Report.Url is null ? 2 : 1, "1 where the report has an address, else 2: a citation"),
        C.Text("MentionSourceName", m => m.Report.Publisher, "outlet of the report"),
        C.Text("MentionIdentifier", m => m.Report.Url ?? m.Report.Id, "address of the report, else its name in the record"),
        C.Count("SentenceID", m => m.Claim.Sentence + 1, "number of the claim's sentence, from 1"),
        C.Count("Actor1CharOffset", m => m.At(m.Dyad.Actor, isActor: true), "first code point of the words that name the actor; -1 where none do"),
        C.Count("Actor2CharOffset", m => m.At(m.Dyad.Recipient, isActor: false), "first code point of the words that name the recipient; -1 where none do"),
        C.Count("ActionCharOffset", m => m.Points.FromUtf16(m.Claim.Trigger.Start), "first code point of the words that name the action"),
        C.Count("InRawText", _ => 1, "1: always read from the text as given"),
        C.Count("Confidence", m => (long)Math.Clamp(Math.Round(m.Claim.Confidence * 100), 10, 100), "the claim's confidence in per cent, 10 to 100"),
        C.Count("MentionDocLen", m => m.Points.FromUtf16(m.Report.Text.Length), "code points of the report's text"),
        C.None("MentionDocTone", "the record measures no tone"),
        C.None("MentionDocTranslationInfo", "nothing is translated"),
        C.Text("Extras", m => m.Claim.Id, "id of the claim; GDELT keeps this column free"),
    ]);

    private static async IAsyncEnumerable<GdeltMention> Rows(ExportSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var dyad in Dyad.Rows(source, cancel))
            foreach (var claim in dyad.Event.Claims) yield return new(dyad, claim, new(claim.Reading.Report.Text));
    }
}
