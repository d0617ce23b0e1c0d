using System.Text.Json;

namespace Chancery.Cli.Listing;

/// <summary>One participant of many claims: how often it does and has done to it, from when to when.</summary>
internal sealed class ActorTally
{
    private readonly Dictionary<string, int> _sectors = new(StringComparer.Ordinal);

    private ActorTally(Participant first) => (Id, Name, Country) = (first.ActorId, first.Name, first.Country);

    internal string? Id { get; }

    internal string Name { get; private set; }

    internal string? Country { get; private set; }

    internal int Does { get; private set; }

    internal int Receives { get; private set; }

    internal DateOnly? First { get; private set; }

    internal DateOnly? Last { get; private set; }

    /// <summary>Sectors, the most frequent first.</summary>
    internal IEnumerable<string> Sectors => _sectors.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key);

    /// <summary>The participants of claims, the busiest first.</summary>
    internal static async Task<List<ActorTally>> Of(IAsyncEnumerable<FiledClaim> claims)
    {
        var tallies = new Dictionary<string, ActorTally>(StringComparer.Ordinal);
        await foreach (var filed in claims)
        {
            foreach (var party in filed.Claim.Actors.Where(filed.Claim.IsActor)) Of(party).Count(filed, party, isActor: true);
            foreach (var party in filed.Claim.Recipients.Where(filed.Claim.IsActor)) Of(party).Count(filed, party, isActor: false);
        }
        return [.. tallies.Values.OrderByDescending(t => t.Does + t.Receives).ThenBy(t => t.Name, StringComparer.Ordinal)];

        ActorTally Of(Participant party)
        {
            var key = party.ActorId ?? party.Name;
            if (!tallies.TryGetValue(key, out var tally)) tallies.Add(key, tally = new(party));
            return tally;
        }
    }

    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("country", Country);
        json.WriteStartArray("sectors");
        foreach (var sector in Sectors) json.WriteStringValue(sector);
        json.WriteEndArray();
        json.WriteNumber("does", Does);
        json.WriteNumber("receives", Receives);
        json.WriteString("first", First is null ? null : Cells.Day(First));
        json.WriteString("last", Last is null ? null : Cells.Day(Last));
        json.WriteEndObject();
    }

    private void Count(FiledClaim filed, Participant party, bool isActor)
    {
        if (isActor) Does++;
        else Receives++;
        // the registry's names are one; of others the fullest is the most telling
        if (party.Name.Length > Name.Length && Id is null) Name = party.Name;
        Country ??= party.Country;
        foreach (var sector in party.Sectors) _sectors[sector] = _sectors.GetValueOrDefault(sector) + 1;
        if ((filed.Claim.Time?.From ?? filed.Reading.Report.Published) is not { } day) return;
        if (First is null || day < First) First = day;
        if (Last is null || day > Last) Last = day;
    }
}
