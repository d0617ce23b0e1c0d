using System.Collections.Frozen;

namespace Chancery.Registry;

/// <summary>How personal names are put together, as far as newspapers' short forms need it.</summary>
internal static class PersonNames
{
    /// <summary>States whose people write the family name first.</summary>
    private static readonly FrozenSet<string> FamilyFirst = FrozenSet.ToFrozenSet(["CHN", "PRK", "KOR", "TWN", "HKG", "VNM", "SGP", "KHM", "HUN"], StringComparer.Ordinal);

    /// <summary>The family name: the last word, the first one where the state writes it first and the name has no Western order.</summary>
    internal static string Surname(Actor person)
    {
        var words = person.Name.Split(' ');
        if (words.Length == 1) return words[0];
        if (person.Country is "HUN" or null || !FamilyFirst.Contains(person.Country)) return words[^1];
        // Hyphened or all-Western given names ('Jae-myung Lee') do not occur in our tables: they write the family name first.
        return words[0];
    }
}
