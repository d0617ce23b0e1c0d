using System.Collections.Immutable;
using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>Persons (<c>actors/persons.tsv</c>) with the offices they held (<c>actors/offices/*.tsv</c>); a table laid over another adds to whom that one has.</summary>
internal static class PersonTables
{
    private sealed class Person
    {
        internal required string Name { get; init; }
        internal required string File { get; init; }
        internal string? Country { get; set; }
        internal List<string> Aliases { get; } = [];
        internal ImmutableArray<string> Sectors { get; set; } = [];
        internal bool BySurname { get; set; }
        internal List<Office> Offices { get; } = [];
    }

    internal static IEnumerable<(Actor, List<(string, NameUse)>)> Read(
        LanguagePack pack, Func<TableRow, string, ImmutableArray<string>> sectors, Func<TableRow, string, string?> country, PackFaults faults)
    {
        var people = new Dictionary<string, Person>(4096, NameComparer.Instance);
        var order = new List<Person>();
        foreach (var row in faults.Rows(pack, "actors/persons.tsv", "name", "country", "aliases", "sectors", "surname"))
        {
            var homeland = country(row, "country");
            if (!people.TryGetValue(row["name"], out var person))
            {
                people.Add(row["name"], person = new() { Name = row["name"], File = row.File, Country = homeland, Sectors = sectors(row, "sectors"), BySurname = row["surname"] == "alone" });
                order.Add(person);
            }
            else if (person.File == row.File)
            {
                faults.Add(row.Fault($"person '{person.Name}' is listed twice"));
            }
            foreach (var alias in row.Parts("aliases"))
            {
                person.Aliases.Add(alias);
                people.TryAdd(alias, person);
            }
        }
        foreach (var path in pack.List("actors/offices/"))
            foreach (var row in faults.Rows(pack, path, "person", "title", "country", "sector", "from", "to", "source"))
            {
                if (!people.TryGetValue(row["person"], out var person))
                {
                    people.Add(row["person"], person = new() { Name = row["person"], File = row.File, Country = country(row, "country") });
                    order.Add(person);
                }
                AddOffice(person, row, sectors(row, "sector"), country(row, "country"), faults);
            }
        return order.Select(ToActor);
    }

    private static void AddOffice(Person person, TableRow row, ImmutableArray<string> sectors, string? country, PackFaults faults)
    {
        var from = Day(row, "from", last: false, faults);
        var to = Day(row, "to", last: true, faults);
        if (from > to) faults.Add(row.Fault($"the office ends ({row["to"]}) before it begins ({row["from"]})"));
        if (row["source"].Length == 0) faults.Add(row.Fault($"the office of {row["person"]} names no source; 'unsourced' for general knowledge"));
        foreach (var other in person.Offices)
            if (other.Title == row["title"] && other.Country == country && other.Source == row["source"] && Overlap(other, from, to))
                faults.Add(row.Fault($"'{other.Title}' of {row["person"]} overlaps the time from {other.From:yyyy-MM-dd} to {other.To:yyyy-MM-dd} in the same table"));
        if (sectors.Length != 1) faults.Add(row.Fault($"an office gives one sector; found '{row["sector"]}'"));
        if (sectors.Length > 0) person.Offices.Add(new(row["title"], country, sectors[0], from, to, row["source"]));
    }

    /// <summary>True where both terms share more than the day of handing over.</summary>
    private static bool Overlap(Office office, DateOnly? from, DateOnly? to) =>
        (office.From ?? DateOnly.MinValue) < (to ?? DateOnly.MaxValue) && (from ?? DateOnly.MinValue) < (office.To ?? DateOnly.MaxValue);

    /// <summary>A day as precise as the table: <c>2024-05</c> is its first or its last day.</summary>
    private static DateOnly? Day(TableRow row, string column, bool last, PackFaults faults)
    {
        var cell = row[column];
        if (cell.Length == 0) return null;
        if (cell.Length == 10 && DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (cell.Length == 7 && DateOnly.TryParseExact(cell + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return last ? day.AddMonths(1).AddDays(-1) : day;
        if (cell.Length == 4 && DateOnly.TryParseExact(cell + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return last ? day.AddYears(1).AddDays(-1) : day;
        faults.Add(row.Fault($"'{cell}' is no date; expected YYYY, YYYY-MM or YYYY-MM-DD"));
        return null;
    }

    private static (Actor, List<(string, NameUse)>) ToActor(Person person)
    {
        var actor = new Actor
        {
            Id = "person/" + Slug.Of(person.Name),
            Name = person.Name,
            Type = EntityType.Person,
            Country = person.Country,
            Sectors = person.Sectors,
            Aliases = [.. person.Aliases],
            Offices = [.. person.Offices.OrderBy(o => o.From ?? DateOnly.MinValue)],
        };
        List<(string, NameUse)> forms = [(person.Name, NameUse.Name), .. person.Aliases.Select(a => (a, NameUse.Name))];
        if (person.BySurname) forms.Add((PersonNames.Surname(actor), NameUse.Surname));
        return (actor, forms);
    }
}
