using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;

namespace Chancery.Linguistics;

/// <summary>What kind of thing a noun means first of all, as far as it tells who or what may act.</summary>
public enum NounField
{
    /// <summary>Not in the dictionary, or no noun.</summary>
    Unknown,

    /// <summary>A person, a group of people, an animal.</summary>
    Agent,

    /// <summary>Something made, a place or a body: it acts at most in somebody's stead.</summary>
    Thing,

    /// <summary>An act, event, state, quality, thought, sum or measure: nobody.</summary>
    Abstract,
}

/// <summary>The fields of meaning of English nouns by their first sense in WordNet 3.0 (its lexicographer files): <c>languages/en/models/lexicon.bin</c>.</summary>
/// <remarks>Immutable and thread-safe; opening costs nothing.</remarks>
public sealed class NounFields
{
    private readonly Lexicon _lexicon;

    /// <summary>Opens the dictionary of a pack.</summary>
    /// <exception cref="PackException">It is missing or damaged.</exception>
    public NounFields(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _lexicon = new(ModelFile.Open(pack, "languages/en/models/lexicon.bin", Lexicon.Kind));
    }

    /// <summary>The field of a noun, in the singular or a regular plural, in capitals or not.</summary>
    public NounField Of(ReadOnlySpan<char> noun)
    {
        var value = _lexicon.Find(noun);
        // 'poster' is first of all a bill, but one who posts may be meant
        if (IsDoer(noun)) return NounField.Unknown;
        // WordNet's files 3 to 28, less 2; a few nouns of the top file (group, person) may act
        return (value & Lexicon.Noun) == 0 ? NounField.Unknown : (((value >> Lexicon.NounFieldShift) & 31) + 2) switch
        {
            3 or 5 or 14 or 18 => NounField.Agent,
            6 or 8 or 15 or 17 or 20 or 27 or 13 => NounField.Thing,
            _ => NounField.Abstract,
        };
    }

    /// <summary>A verb with '-er' or '-or': 'poster', 'commentator'.</summary>
    private bool IsDoer(ReadOnlySpan<char> noun)
    {
        if (noun.Length < 6 || !(noun.EndsWith("er", StringComparison.OrdinalIgnoreCase) || noun.EndsWith("or", StringComparison.OrdinalIgnoreCase))) return false;
        return _lexicon.IsBase(noun[..^2], Lexicon.Verb) || _lexicon.IsBase(noun[..^1], Lexicon.Verb);
    }
}
