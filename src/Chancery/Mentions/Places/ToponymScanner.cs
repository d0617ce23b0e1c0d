using Chancery.Linguistics;
using Chancery.Linguistics.Naming;

namespace Chancery.Mentions.Places;

/// <summary>Finds toponyms: by the gazetteer and the registry's states, held against what the name tagger saw.</summary>
/// <remarks>Immutable and thread-safe. Weights are those of <see cref="GazetteerFormat.Weight"/>.</remarks>
internal sealed class ToponymScanner(GazetteerNames names, StateToponyms states, PlaceWords words, NameTagger tagger)
{
    /// <summary>Weight of 1,000,000 people: so well known that even a single word taken for a person is the city.</summary>
    private const int Famous = 160;

    /// <summary>Weight of 200,000 people: a name this well known needs no other sign.</summary>
    private const int WellKnown = 141;

    /// <summary>Weight of 50,000 people: enough for a part of another name.</summary>
    private const int Notable = 125;

    /// <summary>Weight of 15,000 people: enough with a preposition of place before it.</summary>
    private const int Known = 111;

    internal List<Toponym> Scan(Document document, IReadOnlyList<NameSpan> tagged)
    {
        var signs = new NameSigns(document, tagged, tagger);
        var found = new List<Toponym>();
        for (var i = 0; i < document.Count;)
        {
            var word = document[i].Chars;
            Toponym? toponym = null;
            if (word.Length > 0 && char.IsUpper(word[0])) toponym = At(document, signs, i, IsBehindAnother(document, signs, i, found));
            else if (word.Length > 4 && char.IsLower(word[0]) && word.Contains('-')) toponym = states.BehindPrefix(document, i);
            if (toponym is not null) found.Add(toponym);
            i = Math.Max(i + 1, toponym?.End ?? Behind(signs, i));
        }
        return found;
    }

    /// <summary>Where to go on behind a word that starts no toponym: behind a person's whole name.</summary>
    private static int Behind(NameSigns signs, int i) => signs[i] is { Type: NameType.Person } person && person.First == i ? person.End : i + 1;

    /// <summary>True right behind a toponym of the same sentence, or behind a comma where the tagger sees a place: 'Austin, Tex.'.</summary>
    private static bool IsBehindAnother(Document document, NameSigns signs, int i, List<Toponym> found)
    {
        if (i == document[i].Sentence.First) return false;
        var comma = document[i - 1].Chars is ",";
        return comma && signs[i] is { Type: NameType.Place } || found.Count > 0 && found[^1].End == (comma ? i - 1 : i);
    }

    private Toponym? At(Document document, NameSigns signs, int i, bool behindAnother)
    {
        var state = states.At(document, signs, i, out var taken);
        var longest = names.Longest(document, i, behindAnother);
        // 'Indian Ocean' is more than 'Indian'.
        if (state is not null && (longest is null || longest.End <= state.End)) return Whole(document, signs, state);
        if (longest is not { } hit) return signs[i] is { Type: NameType.Place } place && place.First == i ? Unlisted(document, signs, place) : null;
        var weight = names.Weight(hit);
        // A name of the registry is what it is there: 'the White House' is no town; only an area may bear the name of those who run it.
        if (taken == hit.End && !names.IsArea(hit)) return null;
        if (taken > hit.End) return IsPartOfName(signs, hit, weight) ? InName(hit) : null;
        return signs[i] switch
        {
            { Type: NameType.Person } person => IsNoPerson(document, signs, hit, person, weight) ? hit : null,
            { Type: NameType.Place } when signs.IsOfPerson(hit.First, hit.End) => null,
            { Type: NameType.Place } place when place.First == i => place.End > hit.End && !HasComma(document, hit.End, place.End) ? Longer(document, hit, place.End) : Extended(document, hit),
            { Type: NameType.Norp } => Extended(document, hit),
            { } other when other.First < i || other.End > hit.End => IsPartOfName(signs, hit, weight) ? InName(hit) : null,
            { Type: NameType.Place } or { Type: NameType.Org } => signs.IsOrdinary(hit.First, hit.End) ? null : Extended(document, hit),
            _ => StandsAlone(document, signs, hit, weight) ? Extended(document, hit) : null,
        };
    }

    /// <summary>'Frenchmen Street' is no Frenchmen: what the tagger sees as one longer place by an adjective is that place.</summary>
    private Toponym Whole(Document document, NameSigns signs, Toponym state) =>
        state.Form == PlaceRole.Adjective && signs[state.First] is { Type: NameType.Place } place && place.First == state.First && place.End > state.End && words.IsBehind(document[place.End - 1].Chars)
            ? new(state.First, place.End) { Kind = ToponymKind.Unlisted }
            : state;

    private static Toponym InName(Toponym hit) => new(hit.First, hit.End) { Candidates = hit.Candidates, Form = PlaceRole.InName };

    private static bool IsPartOfName(NameSigns signs, Toponym hit, int weight) =>
        weight >= Notable && !signs.IsOrdinary(hit.First, hit.End) && !signs.IsPersonal(hit.First, hit.End);

    /// <summary>A single word taken for a person is a city if it is famous and nobody's name here, or the text says in what it lies.</summary>
    private bool IsNoPerson(Document document, NameSigns signs, Toponym hit, NameSpan person, int weight)
    {
        if (person.First != hit.First || person.End != hit.End || signs.IsOfPerson(hit.First, hit.End)) return false;
        if (weight >= Famous) return true;
        var end = document[hit.First].Sentence.End;
        return hit.End + 1 < end && document[hit.End].Chars is "," && IsPlaced(document, hit.First)
            && char.IsUpper(document[hit.End + 1].Chars[0]) && names.Longest(document, hit.End + 1, behindAnother: true) is not null;
    }

    /// <summary>What the tagger did not take for a name is a place if it is well known, or a preposition of place stands before it.</summary>
    private bool StandsAlone(Document document, NameSigns signs, Toponym hit, int weight)
    {
        var word = document[hit.First];
        if (hit.Candidates[0].Is(NameForm.OnlyBehind) || hit.Form == PlaceRole.Adjective) return true;
        if (signs.IsOrdinary(hit.First, hit.End) || signs.IsPersonal(hit.First, hit.End)) return false;
        if (word.Upos != Upos.Propn && hit.End - hit.First == 1) return false;
        if (weight >= WellKnown) return true;
        return weight >= Known && IsPlaced(document, hit.First);
    }

    /// <summary>True behind a preposition of place, the article left out, and behind a kind of place: 'the town of Kalko'.</summary>
    private bool IsPlaced(Document document, int word)
    {
        var (before, first) = (word - 1, document[word].Sentence.First);
        if (before > first && document[before].Chars is "the" or "The") before--;
        if (before < first) return false;
        return words.IsLocative(document[before]) || document[before].Chars is "of" && before > first && words.IsPlaceNoun(document[before - 1]);
    }

    private static bool HasComma(Document document, int first, int end)
    {
        for (var i = first; i < end; i++) if (document[i].Chars is "," or ")" or "(" or "-") return true;
        return false;
    }

    /// <summary>A place the tagger saw and the gazetteer does not have, without 'the'; land around a place it has is found by that.</summary>
    private Toponym? Unlisted(Document document, NameSigns signs, NameSpan place)
    {
        var first = place.First;
        while (first < place.End - 1 && char.IsLower(document[first].Chars[0])) first++;
        if (place.End - first == 1 && (signs.IsPersonal(first, place.End) || !IsPlaced(document, first))) return null;
        if (place.End - first > 2 && document[first + 1].Chars is "of" && Inner(document, signs, first + 2) is { } inner && inner.End == place.End && !words.IsFront(document[first].Chars))
        {
            return words.IsSame(document[first].Chars)
                ? new(first, place.End) { Candidates = inner.Candidates }
                : new(inner.First, inner.End) { Candidates = inner.Candidates, Form = PlaceRole.InName };
        }
        if (place.End - first < 2 || !words.IsArea(document[place.End - 1].Chars)) return new(first, place.End) { Kind = ToponymKind.Unlisted };
        return new(first, place.End) { Kind = ToponymKind.Around, Candidates = names.Of(document, first, place.End - 1) };
    }

    private Toponym? Inner(Document document, NameSigns signs, int first) => states.At(document, signs, first, out _) ?? names.Longest(document, first, behindAnother: false);

    private Toponym Longer(Document document, Toponym hit, int end) => words.IsArea(document[end - 1].Chars) && end == hit.End + 1
        ? new(hit.First, end) { Kind = ToponymKind.Around, Candidates = hit.Candidates }
        : new(hit.First, end) { Kind = ToponymKind.Unlisted };

    /// <summary>'Orange' → 'Orange County' where the word behind it says so.</summary>
    private Toponym Extended(Document document, Toponym hit)
    {
        if (hit.Form is not null || hit.End >= document[hit.First].Sentence.End) return hit;
        var next = document[hit.End].Chars;
        if (words.IsArea(next)) return new(hit.First, hit.End + 1) { Kind = ToponymKind.Around, Candidates = hit.Candidates };
        return words.IsBehind(next) ? new(hit.First, hit.End + 1) { Kind = ToponymKind.Unlisted } : hit;
    }
}
