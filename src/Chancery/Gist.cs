using System.Collections.Immutable;

namespace Chancery;

/// <summary>
/// What of a sentence lasts when another newsroom tells it in words of its own: names, the stems of its other full words, the sort of act and who
/// stands behind the one it is told on the word of. Claims and figures of different reports are compared by it.
/// </summary>
/// <param name="Act">The sort of act: for a claim a class of frames that are told for each other, for a figure what was done to those counted; null where none is told.</param>
/// <param name="Names">Names in lower case, states and peoples as <c>=PRK</c>, bodies of many states or of none as <c>=organization/…</c>; ascending, without repeats.</param>
/// <param name="Words">Stems of nouns, verbs and adjectives, or the name of the group of words they belong to; ascending, without repeats.</param>
/// <param name="Voice">Who the innermost source is: <c>id|country|sectors</c>, empty where unknown; null for the report's own voice.</param>
/// <param name="Theme">Names and stems that the whole report turns on, and the states it names; those capitalized are names of what it tells of, rather than of who tells it. Ascending whatever the case.</param>
public sealed record Gist(string? Act, ImmutableArray<string> Names, ImmutableArray<string> Words, string? Voice, ImmutableArray<string> Theme)
{
    private GistMarks? _marks;

    private ThemeMarks? _turns;

    /// <summary>A copy makes its marks anew, since it may have other words; what it turns on is mostly the same.</summary>
    private Gist(Gist other) => (Act, Names, Words, Voice, Theme, _turns) = (other.Act, other.Names, other.Words, other.Voice, other.Theme, other._turns);

    /// <summary>Of what nothing is known.</summary>
    public static Gist None { get; } = new(null, [], [], null, []);

    /// <summary>The same as numbers, made when they are first asked for.</summary>
    internal GistMarks Marks => _marks ??= new(this);

    /// <summary>What the report turns on as numbers, the same for all its gists where they are made together.</summary>
    internal ThemeMarks Turns
    {
        get => _turns is { } turns && turns.Theme == Theme ? turns : _turns = new(Theme);
        init => _turns = value;
    }

    /// <summary>True for the same act, names, words, voice and theme.</summary>
    public bool Equals(Gist? other) =>
        other is not null && Act == other.Act && Voice == other.Voice && Names.SequenceEqual(other.Names) && Words.SequenceEqual(other.Words) && Theme.SequenceEqual(other.Theme);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Act, Voice, Names.Length, Words.Length, Theme.Length);

    /// <summary>A name as it stands among what a report turns on.</summary>
    internal static string Named(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>True for a name among what a report turns on, as against a stem, a state or whoever tells it.</summary>
    internal static bool IsNamed(string word) => char.IsUpper(word[0]);

    /// <summary>True for a state, its people or a body of many states or of none: <c>=PRK</c>, <c>=organization/…</c>.</summary>
    internal static bool IsState(string name) => name[0] == '=';

    /// <summary>True for a state or its people among names, as against a body of many states or of none.</summary>
    internal static bool IsCountry(string name) => name[0] == '=' && !name.Contains('/', StringComparison.Ordinal);

    /// <summary>True where the report turns on a name or stem, given in lower case.</summary>
    internal bool TurnsOn(string word) => Theme.BinarySearch(word, StringComparer.OrdinalIgnoreCase) >= 0;

    /// <summary>True where two voices can be one source under two names: the same actor, or the same sort of body of one country.</summary>
    public static bool IsSameVoice(string? left, string? right)
    {
        if (left is null || right is null) return left is null && right is null;
        var (a, b) = (left.Split('|'), right.Split('|'));
        if (a.Length < 3 || b.Length < 3) return left == right;
        if (a[0].Length > 0 && a[0] == b[0]) return true;
        if (a[1].Length == 0 || a[1] != b[1] || a[1] is "IGO" or "NGO") return false;
        if (IsPerson(a[0]) && IsPerson(b[0])) return false;
        // A state speaks through its organs.
        return IsState(a) && IsOrgan(b) || IsState(b) && IsOrgan(a) || a[2].Length > 0 && a[2].Split(',').Intersect(b[2].Split(','), StringComparer.Ordinal).Any();
    }

    private static bool IsState(string[] voice) => voice[0].StartsWith("state/", StringComparison.Ordinal) || voice[0].Length + voice[2].Length == 0;

    private static bool IsOrgan(string[] voice) => voice[2].Length == 0 || voice[2].Split(',').Any(sector => sector is "GOV" or "MIL" or "COP" or "SPY" or "JUD");

    private static bool IsPerson(string id) => id.StartsWith("person/", StringComparison.Ordinal);
}

/// <summary>What a figure counts, so that the figures of many reports can be put in series.</summary>
/// <param name="Things">What is counted: <c>people</c>, <c>troop</c>, another noun or a currency; empty for a bare number.</param>
/// <param name="Whom">Country of those counted, ISO 3166-1 alpha-3; null where none is told.</param>
/// <param name="Place">Name of the town it is counted in; null where none is told.</param>
/// <param name="IsReckoned">True where the sentence tells it as somebody's count: 'put the number at', 'had spoken of'.</param>
/// <param name="IsAhead">True where so many are expected, planned or needed, and none counted yet.</param>
/// <param name="By">Who does what is counted: a country, ISO 3166-1 alpha-3, else the actor's id; for a share whoever has it, also by name; null where nobody is known.</param>
/// <param name="IsFormer">True where it is told as what was counted before: 'up from 27', 'not 28', 'had earlier spoken of 700'.</param>
/// <param name="On">Day on which the sentence puts what befell those counted; null where it tells none.</param>
/// <param name="IsRunning">True for a total of a time: 'killed since the deal', '34 dead in all'.</param>
/// <param name="ArePeople">True where people are counted, under whatever word: sailors, officers, 'two of them'.</param>
public sealed record Counted(string Things, string? Whom, string? Place, bool IsReckoned = false, bool IsAhead = false, string? By = null, bool IsFormer = false, DateOnly? On = null, bool IsRunning = false, bool ArePeople = false);
