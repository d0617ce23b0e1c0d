using System.Text.RegularExpressions;

namespace Chancery.Briefs;

/// <summary>Makes of a report's own statement a clause that reads well away from its report, or finds that none can be made.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed partial class OwnWords(Articles articles, Voices voices, IReadOnlyDictionary<string, string> pasts)
{
    /// <summary>Words from which on a clause is cut where one that can be spared begins.</summary>
    private const int Long = 20;

    /// <summary>Characters of a statement that is looked at.</summary>
    private const int Longest = 600;

    /// <summary>A clause of more words is not told.</summary>
    private const int Most = 40;

    private static readonly HashSet<string> Pronouns = new(["it", "its", "they", "them", "their", "he", "him", "his", "she", "her", "this", "these", "those", "there"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Openers = new(["that", "which", "because", "if", "when", "as", "after", "before", "while", "whether", "what", "how", "until", "unless", "since", "and"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Dangling = new(["of", "to", "in", "on", "at", "by", "with", "and", "or", "but", "that", "which", "for", "from", "as", "the", "a", "an", "its", "their"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The statement as a clause without a full stop; null where it does not tell well alone.</summary>
    internal string? Of(EventClaim claim)
    {
        if (claim.Statement is not { Length: > 0 and <= Longest } statement) return null;
        statement = Owned().Replace(statement, m => m.Groups["name"].Value);
        statement = Range().Replace(statement, m => $"from {m.Groups["first"].Value} to {m.Groups["last"].Value}");
        statement = Also().Replace(statement, " ", 1);
        statement = Cut(Past(OfSource(statement, claim), claim));
        var words = statement.Split(' ');
        if (words.Length is < 3 or > Most || Dangling.Contains(words[^1]) || statement.AsSpan().ContainsAny('"', '“', '”') || statement.AsSpan().ContainsAny('(', ')', ';') || Leans(claim, statement, words)) return null;
        if (IsDoubt(claim) && claim.Attribution[^1] is var source) return voices.IsBare(source) ? null : voices.Within(source) + statement[source.Length..];
        return claim.Actors.Any(a => statement.StartsWith(a.Name + " ", StringComparison.Ordinal) && articles.Takes(a.Name)) ? "the " + statement : Within(statement, words);
    }

    /// <summary>'On 2 October a team came': the article that opened its report's sentence is small within another.</summary>
    private static string Within(string statement, string[] words) =>
        words[0] is "A" or "An" or "The" && char.IsLower(words[1][0]) ? char.ToLowerInvariant(statement[0]) + statement[1..] : statement;

    /// <summary>True for 'the Pentagon could not confirm that they had taken part': the statement opens with whoever leaves it open.</summary>
    internal static bool IsDoubt(EventClaim claim) => claim is { IsPast: true, Statement: { } statement, Attribution: [.., var source] } && statement.StartsWith(source + " ", StringComparison.Ordinal);

    /// <summary>'Armenian forces opened fire on its positions, the ministry of Azerbaijan said': what 'its' means is the source's own country.</summary>
    private string OfSource(string statement, EventClaim claim)
    {
        if (claim.Attribution is not [.., var source] || claim.Actors is not [{ Name: var subject }, ..] || !voices.IsPlural(subject) && !IsForces(subject)) return statement;
        var owner = source.LastIndexOf(" of ", StringComparison.Ordinal) is > 0 and var of ? source[(of + 4)..] : source.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var s ? source[..s] : null;
        return owner is null || !char.IsUpper(owner[0]) ? statement : Its().Replace(statement, $" {owner}'s ", 1);
    }

    /// <summary>'visits' of something done is 'visited'.</summary>
    private string Past(string statement, EventClaim claim)
    {
        if (claim.Status != ClaimStatus.Occurred || claim.Actors is not [{ Name: var subject }, ..] || !statement.StartsWith(subject + " ", StringComparison.Ordinal)) return statement;
        var end = statement.IndexOf(' ', subject.Length + 1);
        return end > 0 && pasts.TryGetValue(statement[(subject.Length + 1)..end], out var past) ? $"{subject} {past}{statement[end..]}" : statement;
    }

    /// <summary>What is added behind a comma to a clause that is long enough without it.</summary>
    private static string Cut(string statement)
    {
        var words = 0;
        for (var i = 0; i < statement.Length; i++)
        {
            if (statement[i] == ' ') words++;
            if (statement[i] != ',' || words < 5 || statement.Count(' ') < Long || !Spared().IsMatch(statement[i..])) continue;
            return statement[..i];
        }
        return statement;
    }

    /// <summary>True where a statement needs the sentences before it: a pronoun stands in it before anyone it could mean.</summary>
    private bool Leans(EventClaim claim, string statement, string[] words)
    {
        var subject = claim.Actors is [{ Name: var name }, ..] && statement.StartsWith(name, StringComparison.Ordinal) ? name : null;
        if (Pronouns.Contains(words[0]) || subject is not null && !voices.IsNamed(subject)) return true;
        var isPerson = claim.Actors is [{ ActorId: { } id }, ..] && id.StartsWith("person/", StringComparison.Ordinal);
        var names = isPerson ? 0 : 1;
        for (var i = subject?.Split(' ').Length ?? 1; i < words.Length; i++)
        {
            var word = words[i].Trim(',', '.', ':');
            if (word.Length == 0) continue;
            if (char.IsUpper(word[0])) names++;
            if (!Pronouns.Contains(word)) continue;
            // 'warned that it would block': who warned
            if (Openers.Contains(words[i - 1]) && (isPerson ? word is "he" or "she" or "his" or "her" : word is "it" or "they" or "its" or "their")) continue;
            // 'his' may be the person who acts; 'them' and 'it' are others
            if (isPerson && word is "his" or "her" or "he" or "she") continue;
            // many have no 'its'
            if (word is "its" && subject is not null && (voices.IsPlural(subject) || IsForces(subject)) && names < 2) return true;
            if (names < (word is "them" or "they" or "it" or "him" ? 2 : 1) || word is "this" or "these" or "those" or "there") return true;
        }
        return false;
    }

    private static bool IsForces(string name) => name.EndsWith("forces", StringComparison.OrdinalIgnoreCase) || name.EndsWith("troops", StringComparison.OrdinalIgnoreCase);

    /// <summary>'met its leader, Kim Jong Un, in Wonsan' is 'met Kim Jong Un in Wonsan': whose leader stands in the sentence before.</summary>
    [GeneratedRegex(@"\b(?:its|their|his|her) [a-z][a-z ]{2,30}, (?<name>\p{Lu}[\w’'-]*(?: \p{Lu}[\w’'-]*)*),?(?= |$)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Owned();

    /// <summary>'from July 11 to on 13 July 2025' is 'from 11 to 13 July 2025'.</summary>
    [GeneratedRegex(@"\bfrom (?:on )?(?<month>\p{Lu}\p{L}+) (?<first>\d{1,2}) to (?:on )?(?<last>\d{1,2} \k<month> \d{4})", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Range();

    [GeneratedRegex(@" (?:also|therefore|however|meanwhile|then|now) ", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Also();

    [GeneratedRegex(@" its ", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Its();

    [GeneratedRegex(@"^, (?:which|who|while|following|amid|after|as|\p{Ll}+ing)\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Spared();
}
