using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Exports;
using Chancery.Formats.Gdelt;
using Chancery.Formats.Tables;
using Chancery.Records;

namespace Chancery.Formats.FollowTheMoney;

/// <summary>What of the record becomes which entity.</summary>
internal sealed class Entities(ExportSource source)
{
    internal static Entity Of(FiledReport filed)
    {
        var report = filed.Reading.Report;
        return new(Id("report", report.Id), "Document",
            ("title", [report.Title]),
            ("publishedAt", [Day(report.Published)]),
            ("publisher", [report.Publisher]),
            ("sourceUrl", [report.Url]),
            ("language", [filed.Reading.Language == "und" ? null : filed.Reading.Language]));
    }

    internal static Entity Of(Event item)
    {
        var best = item.Best.Claim;
        var reports = item.Claims.Select(c => c.Reading.Report).DistinctBy(r => r.Id).ToArray();
        return new(Id("event", item.Id), "Event",
            ("name", [best.Statement ?? item.Best.Sentence()]),
            ("summary", [$"{item.Status.Name()}, {item.Standing.Name()}, {item.Independent.ToString(CultureInfo.InvariantCulture)} independent"]),
            ("startDate", [Day(item.Time?.From)]),
            ("endDate", [Day(item.Time?.To)]),
            ("date", [item.Time is null ? Day(reports[0].Published) : null]),
            ("location", [best.Place?.Name]),
            ("country", [Countries.Iso2(best.Place?.Country)]),
            ("organizer", best.Actors.Select(ActorId)),
            ("involved", best.Recipients.Select(ActorId)),
            ("proof", reports.Select(r => Id("report", r.Id))),
            ("sourceUrl", reports.Select(r => r.Url)),
            ("publisher", reports.Select(r => r.Publisher)));
    }

    /// <summary>A participant, and for a person of the registry the offices it held.</summary>
    internal IEnumerable<Entity> Of(Participant participant)
    {
        var actor = participant.ActorId is { } id ? source.Actors.Find(id) : null;
        yield return new(ActorId(participant), Schema(participant, actor),
            ("name", [actor?.Name ?? participant.Name]),
            ("alias", actor?.Aliases ?? []),
            ("country", [Countries.Iso2(participant.Country)]));
        if (actor?.Type != EntityType.Person) yield break;
        foreach (var office in actor.Offices)
        {
            var post = Id("position", $"{office.Country}/{office.Title}");
            yield return new(post, "Position", ("name", [office.Title]), ("country", [Countries.Iso2(office.Country)]));
            yield return new(Id("occupancy", $"{actor.Id}/{office.Country}/{office.Title}/{Day(office.From)}"), "Occupancy",
                ("holder", [ActorId(participant)]),
                ("post", [post]),
                ("startDate", [Day(office.From)]),
                ("endDate", [Day(office.To)]),
                ("status", [office.To is null ? "current" : "ended"]));
        }
    }

    private static string Schema(Participant participant, Actor? actor) => actor?.Type switch
    {
        EntityType.Person => "Person",
        EntityType.Place => "PublicBody",
        EntityType.Org => participant.Sectors.Any(s => s is "GOV" or "MIL" or "COP" or "JUD" or "LEG" or "SPY") ? "PublicBody" : "Organization",
        _ => "LegalEntity",
    };

    private static string ActorId(Participant participant) => Id("actor", ActorKey.Of(participant));

    /// <summary>FollowTheMoney's ids are words of letters, digits, dots and dashes.</summary>
    private static string Id(string kind, string name) => $"chancery-{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12))}";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
