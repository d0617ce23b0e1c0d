using System.Collections.Immutable;
using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>A state in an organization.</summary>
/// <param name="Organization">Its name as in <c>organizations.tsv</c>.</param>
/// <param name="State">ISO 3166-1 alpha-3.</param>
/// <param name="From">First day; null where it is left open. A month or year begins on its first day.</param>
/// <param name="To">Last day; null where it goes on or is left open.</param>
/// <param name="Source">Where it is from; <c>unsourced</c> for general knowledge.</param>
public sealed record Membership(string Organization, string State, DateOnly? From, DateOnly? To, string Source)
{
    /// <summary>True where the state belonged to the organization on that day.</summary>
    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>Which states belong to which organization: <c>actors/memberships.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Memberships
{
    private const string Path = "actors/memberships.tsv";

    private readonly ImmutableArray<Membership> _all;

    /// <summary>Reads the table of a pack; empty where it has none.</summary>
    /// <exception cref="PackException">An organization or state is unknown, or a date is none; all faults are listed.</exception>
    public Memberships(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (!pack.Has(Path))
        {
            _all = [];
            return;
        }
        var faults = new PackFaults();
        var states = faults.Rows(pack, "actors/states.tsv", "code").Select(r => r["code"]).ToHashSet(StringComparer.Ordinal);
        var organizations = faults.Rows(pack, "actors/organizations.tsv", "name").Select(r => r["name"]).ToHashSet(StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<Membership>();
        foreach (var row in faults.Rows(pack, Path, "organization", "from", "to", "members", "source"))
        {
            if (!organizations.Contains(row["organization"])) faults.Add(row.Fault($"unknown organization '{row["organization"]}'; expected a name of organizations.tsv"));
            if (row["source"].Length == 0) faults.Add(row.Fault("the membership names no source; 'unsourced' for general knowledge"));
            var (from, to) = (Day(row, "from", false), Day(row, "to", true));
            if (from > to) faults.Add(row.Fault($"the membership ends ({row["to"]}) before it begins ({row["from"]})"));
            foreach (var state in row.Parts("members"))
            {
                if (!states.Contains(state)) faults.Add(row.Fault($"unknown state '{state}'; expected a code of states.tsv"));
                all.Add(new(row["organization"], state, from, to, row["source"]));
            }
        }
        faults.ThrowIfAny();
        _all = all.DrainToImmutable();

        DateOnly? Day(TableRow row, string column, bool last)
        {
            var cell = row[column];
            if (cell.Length == 0) return null;
            var isYear = cell.Length == 4;
            if (!DateOnly.TryParseExact(cell + (isYear ? "-01-01" : "-01"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            {
                faults.Add(row.Fault($"'{cell}' is no date; expected YYYY or YYYY-MM"));
                return null;
            }
            return last ? (isYear ? first.AddYears(1) : first.AddMonths(1)).AddDays(-1) : first;
        }
    }

    /// <summary>The members of an organization, in the order of the table; those of one day where one is given.</summary>
    public IEnumerable<Membership> Of(string organization, DateOnly? day = null) =>
        _all.Where(m => m.Organization == organization && (day is not { } at || m.HeldOn(at)));

    /// <summary>The organizations a state belongs or belonged to; those of one day where one is given.</summary>
    public IEnumerable<Membership> In(string state, DateOnly? day = null) => _all.Where(m => m.State == state && (day is not { } at || m.HeldOn(at)));
}
