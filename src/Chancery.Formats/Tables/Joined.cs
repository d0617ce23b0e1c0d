using System.Collections.Immutable;

namespace Chancery.Formats.Tables;

/// <summary>Several values in one cell: <c>; </c> between them, one place for each, so that the lists of one row run side by side.</summary>
internal static class Joined
{
    private const string Between = "; ";

    internal static string Of(IEnumerable<string?> values) => string.Join(Between, values.Select(Safe));

    internal static string? Of(ImmutableArray<string> values) => values.Length < 2 ? Safe(values.FirstOrDefault()) : Of(values.AsEnumerable());

    internal static string? Names(this ImmutableArray<Participant> parties) => parties.Each(p => p.Name);

    /// <summary>One value a participant, in their order; empty where none has one.</summary>
    internal static string? Each(this ImmutableArray<Participant> parties, Func<Participant, string?> value)
    {
        if (parties.Length == 0) return null;
        if (parties.Length == 1) return Safe(value(parties[0]));
        return parties.Any(p => !string.IsNullOrEmpty(value(p))) ? Of(parties.Select(value)) : null;
    }

    /// <summary>A value must not hold what stands between values.</summary>
    private static string? Safe(string? value) => value is null || !value.Contains(';', StringComparison.Ordinal) ? value : value.Replace(';', ',');
}
