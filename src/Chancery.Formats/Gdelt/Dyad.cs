using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Chancery.Formats.Tables;
using Chancery.Ontologies;

namespace Chancery.Formats.Gdelt;

/// <summary>An event between one actor and one recipient, as CAMEO data sets have it: an event of several parties is several of them.</summary>
/// <param name="Event">The event.</param>
/// <param name="Actor">Who did it; null where nobody is named.</param>
/// <param name="Recipient">To whom; null where nobody is named.</param>
/// <param name="Code">CAMEO code in this direction: who visits makes a visit, who is visited hosts it.</param>
/// <param name="Id">Id of the event, with a number behind it from the second on.</param>
internal sealed record Dyad(Event Event, Participant? Actor, Participant? Recipient, EventCode Code, string Id)
{
    private const string MakeVisit = "042";
    private const string HostVisit = "043";

    internal EventClaim Best => Event.Best.Claim;

    /// <summary>The day it is filed under: the first it may lie on, else that of the first report.</summary>
    internal DateOnly? Day => Event.Time?.From ?? Event.Time?.To ?? Event.Claims[0].Reading.Report.Published;

    /// <summary>The id as a number, for data sets that number their events: the first 63 bits of its SHA-256.</summary>
    internal long Number => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Id))) & long.MaxValue;

    /// <summary>The dyads of all events asked for that CAMEO data sets have a place for.</summary>
    internal static async IAsyncEnumerable<Dyad> Rows(ExportSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var item in Walk.Events(source, cancel))
        {
            if (!Told.AsDone(item, source)) continue;
            foreach (var dyad in Of(item, source.Codes)) yield return dyad;
        }
    }

    internal static IEnumerable<Dyad> Of(Event item, Codebook codes)
    {
        var best = item.Best.Claim;
        if (codes.Cameo.Code(best) is not { } code) return [];
        return Directions(best, code, codes).Select((d, i) => new Dyad(item, d.Actor, d.Recipient, d.Code, i == 0 ? item.Id : string.Create(CultureInfo.InvariantCulture, $"{item.Id}-{i + 1}")));
    }

    private static IEnumerable<(Participant? Actor, Participant? Recipient, EventCode Code)> Directions(EventClaim claim, EventCode code, Codebook codes)
    {
        Participant[] actors = [.. claim.Actors.DistinctBy(p => p.Name)], recipients = [.. claim.Recipients.DistinctBy(p => p.Name)];
        if (recipients.Length == 0)
        {
            if (actors.Length == 1) yield return (actors[0], null, code);
            foreach (var one in actors)
                foreach (var other in actors)
                    if (one != other) yield return (one, other, code);
            yield break;
        }
        foreach (var recipient in recipients)
        {
            if (actors.Length == 0) yield return (null, recipient, code);
            foreach (var actor in actors)
            {
                yield return (actor, recipient, code);
                if (Mirror(code, codes) is { } mirror) yield return (recipient, actor, mirror);
            }
        }
    }

    /// <summary>A visit is coded both ways.</summary>
    private static EventCode? Mirror(EventCode code, Codebook codes) => code.Type switch
    {
        MakeVisit => codes.Cameo.CodeOf(HostVisit),
        HostVisit => codes.Cameo.CodeOf(MakeVisit),
        _ => null,
    };
}
