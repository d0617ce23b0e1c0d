using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Records;

namespace Chancery.Web.Live;

/// <summary>The record at one moment, with what is looked up in it: readings, events, figures and claims by name, and who takes part.</summary>
/// <remarks>Immutable and thread-safe, so that an answer never mixes two states of a record that grows.</remarks>
internal sealed class RecordSnapshot
{
    private readonly FrozenDictionary<string, FiledReading> _readings;
    private readonly FrozenDictionary<string, Event> _events;
    private readonly Dictionary<string, FiledClaim> _claims;
    private readonly Dictionary<string, Event> _eventsOfClaims;
    private readonly Lazy<ActorBook> _actors;
    private readonly Lazy<DyadBook> _dyads;

    internal RecordSnapshot(IReadOnlyList<FiledReading> readings, FusedRecord fused, long sequence)
    {
        (Readings, Fused, Sequence) = (readings, fused, sequence);
        _readings = readings.ToFrozenDictionary(r => r.Report.Id, StringComparer.Ordinal);
        _events = fused.Events.DistinctBy(e => e.Id).ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
        Lineages = fused.Lineages.DistinctBy(l => l.Report).ToFrozenDictionary(l => l.Report, StringComparer.Ordinal);
        _claims = new(StringComparer.Ordinal);
        foreach (var reading in readings)
            foreach (var claim in reading.Claims) _claims.TryAdd(claim.Id, new(reading, claim));
        _eventsOfClaims = new(StringComparer.Ordinal);
        foreach (var happening in fused.Events)
            foreach (var filed in happening.Claims) _eventsOfClaims.TryAdd(filed.Claim.Id, happening);
        _actors = new(() => ActorBook.Of(this));
        _dyads = new(() => DyadBook.Of(fused.Events));
        Tag = Mark(readings, sequence);
    }

    /// <summary>Grows with every change of the record.</summary>
    internal long Sequence { get; }

    /// <summary>Names this state of this record, and no other: for ETags and cursors.</summary>
    internal string Tag { get; }

    internal IReadOnlyList<FiledReading> Readings { get; }

    internal FusedRecord Fused { get; }

    internal FrozenDictionary<string, Lineage> Lineages { get; }

    internal int ClaimCount => _claims.Count;

    internal ActorBook Actors => _actors.Value;

    internal DyadBook Dyads => _dyads.Value;

    internal FiledReading? Reading(string id) => _readings.GetValueOrDefault(id);

    internal Event? Event(string id) => _events.GetValueOrDefault(id);

    internal FiledClaim? Claim(string id) => _claims.GetValueOrDefault(id);

    internal Event? EventOf(string claim) => _eventsOfClaims.GetValueOrDefault(claim);

    /// <summary>Latest day on which one of the reports appeared; what is expected is measured by it, not by today, since old news may be read.</summary>
    internal DateOnly? LastDay => Readings.Max(r => r.Report.Published);

    private static string Mark(IReadOnlyList<FiledReading> readings, long sequence)
    {
        var first = readings.Count > 0 ? Convert.ToHexString(readings[0].Report.Identity()) : "";
        var all = string.Create(CultureInfo.InvariantCulture, $"{first}/{readings.Count}/{sequence}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 8));
    }
}
