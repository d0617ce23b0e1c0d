using Chancery.Linguistics;

namespace Chancery.Mentions.Places;

/// <summary>Names of the gazetteer in a document: the longest at a word, as far as its capitals allow it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class GazetteerNames(Gazetteer gazetteer)
{
    /// <summary>Words in the longest name looked up.</summary>
    private const int LongestName = 6;

    /// <summary>Capitals up to this many letters are a short form, no town's name shouted.</summary>
    private const int ShortForm = 3;

    /// <summary>The longest name at a word; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="first">The word.</param>
    /// <param name="behindAnother">True where a toponym ends just before: 'Tex.' in 'Austin, Tex.'.</param>
    internal Toponym? Longest(Document document, int first, bool behindAnother)
    {
        for (var end = Math.Min(document[first].Sentence.End, first + LongestName); end > first; end--)
        {
            var last = document[end - 1].Chars;
            if (last.IsEmpty || !char.IsLetterOrDigit(last[0]) || char.IsLower(last[0])) continue;
            var candidates = Of(document, first, end);
            if (!behindAnother) candidates.RemoveAll(c => c.Is(NameForm.OnlyBehind));
            if (candidates.Count > 0) return new(first, end) { Candidates = candidates, Form = candidates.TrueForAll(c => c.Is(NameForm.Adjective)) ? PlaceRole.Adjective : null };
        }
        return null;
    }

    /// <summary>Places of this name; empty where there is none.</summary>
    internal List<PlaceCandidate> Of(Document document, int first, int end)
    {
        var candidates = new List<PlaceCandidate>();
        var form = new TokenRange(document, first, end).Span.Of(document.Text);
        gazetteer.Find(form, candidates);
        var capitals = form.IndexOfAnyInRange('a', 'z') < 0;
        // 'IN' behind a town is Indiana; 'In' is a word.
        if (form.Length == 2 && !capitals) candidates.RemoveAll(c => c.Is(NameForm.OnlyBehind));
        if (form.Length <= ShortForm && capitals) candidates.RemoveAll(c => !c.Is(NameForm.Short) && gazetteer.FeatureClass(c.Number) == 'P');
        return candidates;
    }

    /// <summary>Weight of the best known of its candidates.</summary>
    internal int Weight(Toponym toponym)
    {
        var weight = 0;
        foreach (var candidate in toponym.Candidates) weight = Math.Max(weight, gazetteer.Weight(candidate.Number));
        return weight;
    }

    /// <summary>True where it may name a state, a region, a sea, but no town.</summary>
    internal bool IsArea(Toponym toponym) => toponym.Candidates.Exists(c => gazetteer.FeatureClass(c.Number) != 'P');
}
