using Chancery.Linguistics;

namespace Chancery.Mentions.Places;

/// <summary>Words that tell how a place is meant: <c>languages/en/placewords.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class PlaceWords
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _before, _object, _noun, _behind, _area, _front, _same;

    internal PlaceWords(LanguagePack pack)
    {
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var use in (ReadOnlySpan<string>)["before", "object", "noun"]) uses[use] = new(StringComparer.OrdinalIgnoreCase);
        foreach (var use in (ReadOnlySpan<string>)["behind", "area", "front", "same"]) uses[use] = new(StringComparer.Ordinal);
        var faults = new List<Linguistics.Packs.PackFault>();
        foreach (var row in pack.Read("languages/en/placewords.tsv", "use", "words", "example").Rows)
        {
            if (uses.TryGetValue(row["use"], out var words)) words.UnionWith(row.Parts("words"));
            else faults.Add(row.Fault($"'{row["use"]}' is no use; expected {string.Join(", ", uses.Keys)}"));
        }
        if (faults.Count > 0) throw new Linguistics.Packs.PackException(faults);
        _before = uses["before"].GetAlternateLookup<ReadOnlySpan<char>>();
        _object = uses["object"].GetAlternateLookup<ReadOnlySpan<char>>();
        _noun = uses["noun"].GetAlternateLookup<ReadOnlySpan<char>>();
        _behind = uses["behind"].GetAlternateLookup<ReadOnlySpan<char>>();
        _area = uses["area"].GetAlternateLookup<ReadOnlySpan<char>>();
        _front = uses["front"].GetAlternateLookup<ReadOnlySpan<char>>();
        _same = uses["same"].GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>'in', 'near': the name behind it is a place.</summary>
    internal bool IsLocative(Token word) => _before.Contains(word.Chars);

    /// <summary>'visit', 'shell': its object is a place.</summary>
    internal bool TakesPlace(Token verb) => _object.Contains(verb.Lemma);

    /// <summary>'border', 'suburb': a kind of place.</summary>
    internal bool IsPlaceNoun(Token noun) => _noun.Contains(noun.Lemma);

    /// <summary>'Avenue', 'River': with it, a name names something in or near a place of that name, or something else.</summary>
    internal bool IsBehind(ReadOnlySpan<char> word) => _behind.Contains(word);

    /// <summary>'County', 'Province': with it, a name names the land around a place of that name.</summary>
    internal bool IsArea(ReadOnlySpan<char> word) => _area.Contains(word);

    /// <summary>'Lake', 'Mount': with it begins a name of more words.</summary>
    internal bool IsFront(ReadOnlySpan<char> word) => _front.Contains(word);

    /// <summary>'Republic': with 'of' behind it, it is the place named there.</summary>
    internal bool IsSame(ReadOnlySpan<char> word) => _same.Contains(word);
}
