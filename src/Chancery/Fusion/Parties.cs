using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Tells whether two lists of participants can be the same people.</summary>
internal static class Parties
{
    /// <summary>How well they agree: above 0 the same as far as told, 0 nothing told on one side, below 0 others.</summary>
    internal static int Agreement(ImmutableArray<Participant> left, ImmutableArray<Participant> right)
    {
        if (left.IsEmpty || right.IsEmpty) return 0;
        // 'the three leaders met' and 'the two met' can be one meeting, whichever is told first
        return left.Length > 1 && right.Length > 1 ? Math.Max(Within(left, right), Within(right, left)) : Within(left, right);
    }

    /// <summary>True where both are called by names, and by names of others. 'The embassy', 'prosecutors' may be told by name later, and their state be guessed.</summary>
    internal static bool NameOthers(ImmutableArray<Participant> left, ImmutableArray<Participant> right) => Agreement(left, right) < 0 && left.Any(IsProper) && right.Any(IsProper);

    /// <summary>True where whose word it is, or the state he speaks for, takes part.</summary>
    internal static bool IsAmong(string voice, ImmutableArray<Participant> participants)
    {
        Span<Range> parts = stackalloc Range[4];
        if (voice.AsSpan().Split(parts, '|') != 3) return false;
        ReadOnlySpan<char> id = voice.AsSpan(parts[0]), country = voice.AsSpan(parts[1]);
        foreach (var party in participants)
            if (id.Length > 0 && id.SequenceEqual(party.ActorId) || country.Length > 0 && country.SequenceEqual(party.Country)) return true;
        return false;
    }

    /// <summary>How well all of the one list are found in the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Within(ImmutableArray<Participant> left, ImmutableArray<Participant> right)
    {
        var best = int.MinValue;
        foreach (var a in left)
        {
            var with = int.MinValue;
            foreach (var b in right) with = Math.Max(with, Agreement(a, b));
            // Two who met are not two others of whom one was there too.
            if (with < 0 && left.Length > 1 && right.Length > 1) return -1;
            best = Math.Max(best, with);
        }
        return best;
    }

    /// <summary>Who takes part, for a reader: names joined, countries where nothing else is known.</summary>
    internal static string Key(ImmutableArray<Participant> participants) =>
        string.Join('+', participants.Select(p => p.Country ?? p.ActorId ?? p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The names, for a reader.</summary>
    internal static string Names(ImmutableArray<Participant> participants) => string.Join(", ", participants.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Agreement(Participant a, Participant b)
    {
        if (a.ActorId is not null && a.ActorId == b.ActorId) return 3;
        if (string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase)) return IsNamed(a) ? 3 : 1;
        if (IsSurname(a, b) || IsSurname(b, a)) return 2;
        if (a.Country is null || b.Country is null) return 0;
        if (a.Country != b.Country || a.Country is "IGO" or "NGO") return -1;
        // Two named persons of one country are two people; a person and a state, or two organs of it, may be told for each other.
        return IsPerson(a) && IsPerson(b) ? -1 : 1;
    }

    /// <summary>'Mondlane' in one report is 'Venancio Mondlane' in the other, where the registry knows neither.</summary>
    private static bool IsSurname(Participant last, Participant full) =>
        last.ActorId is null && Surname(full) == last.Name && (last.Country is null || full.Country is null || last.Country == full.Country);

    /// <summary>The last word of the name of somebody the registry does not know; null where he has no name of several words.</summary>
    internal static string? Surname(Participant p) =>
        p.ActorId is null && p.Name.LastIndexOf(' ') is > 0 and var space && char.IsUpper(p.Name[0]) && char.IsUpper(p.Name[space + 1]) ? p.Name[(space + 1)..] : null;

    /// <summary>True for somebody named, as against somebody or something described.</summary>
    internal static bool IsProper(Participant p) =>
        p.ActorId is not null || char.IsUpper(p.Name[0]) && (p.Name.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0 || p.Name.All(char.IsLetter));

    /// <summary>'The two sides' and 'protesters' are called so everywhere.</summary>
    private static bool IsNamed(Participant p) => p.Country is not null || p.ActorId is not null || p.Name.AsSpan(Math.Min(1, p.Name.Length)).IndexOfAnyInRange('A', 'Z') >= 0;

    private static bool IsPerson(Participant p) => p.ActorId?.StartsWith("person/", StringComparison.Ordinal) ?? false;
}
