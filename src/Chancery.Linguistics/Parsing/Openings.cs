using System.Collections.Frozen;

namespace Chancery.Linguistics.Parsing;

/// <summary>Parts the phrase that opens a clause from the subject it runs into without a comma: 'In December rebels attacked', 'In Kyiv Zelensky met the envoy'.</summary>
/// <remarks>
/// Immutable and thread-safe. Such a phrase ends in a date, in the name of a place, in a word of the table or with whose account it is, and what stands between it and the verb is the subject. Where the tree has a subject that begins later
/// ('in the night raid six died') the phrase is longer than that, and all is left as it is.
/// </remarks>
internal sealed class Openings
{
    private const string Time = "time";
    private const string Account = "account";

    /// <summary>Words from a preposition to the account it opens with, and from that to the number it tells: 'By [the rebels'] count [of Friday] 40 …'.</summary>
    private const int Reach = 8;

    /// <summary>Words that stand before a number and bound it.</summary>
    private static readonly FrozenSet<string> Bounds = FrozenSet.ToFrozenSet(["about", "some", "nearly", "almost", "around", "roughly", "approximately", "over", "at", "least", "more", "fewer", "than", "only", "up", "to", "as", "many"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of the longest name of a place.</summary>
    private const int LongestName = 4;

    private static readonly FrozenSet<string> OfPlaces = FrozenSet.ToFrozenSet(["in", "at", "near", "outside", "inside", "across", "around", "throughout"], StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Prepositions = FrozenSet.ToFrozenSet([.. OfPlaces, "on", "by", "during", "before", "after", "since", "until", "over", "within"], StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, string> _kinds;

    /// <summary>Names of places that have more words than one: thousands, and few texts ask for any.</summary>
    private readonly Lazy<HashSet<string>> _places;

    internal Openings(LanguagePack pack)
    {
        _kinds = pack.Read("languages/en/parsing/openings.tsv", "lemma", "kind", "example").Rows.ToFrozenDictionary(row => row["lemma"], row => row["kind"], StringComparer.Ordinal);
        _places = new(() => pack.Read("languages/en/naming/places.tsv", "name", "kind").Rows.Select(row => row["name"]).Where(name => name.Contains(' ', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The openings of a document's clauses that the tree has for one with their subjects, in text order.</summary>
    internal IEnumerable<Opening> Find(Document document)
    {
        foreach (var sentence in document.Sentences)
        {
            if (At(document, sentence.First) is { } first) yield return first;
            if (sentence.BodyStart is var body && body > sentence.First && body < sentence.End && At(document, body) is { } behindDateline) yield return behindDateline;
            for (var i = sentence.First; i + 1 < sentence.End; i++)
                if (BringsClause(document[i]) && At(document, i + 1) is { } opening) yield return opening;
        }
    }

    /// <summary>'said that in December rebels attacked', 'early on Monday rebels attacked'.</summary>
    private static bool BringsClause(Token word) => word is { Upos: Upos.Sconj, Relation: Deprel.Mark, Lemma: "that" } or { Upos: Upos.Adv, Lemma: "early" or "late" };

    /// <summary>The opening at a word that begins a clause, where the tree has the phrase and the subject for one; null where there is none to part.</summary>
    private Opening? At(Document document, int first)
    {
        var sentence = document[first].Sentence;
        var hasPreposition = document[first] is { Upos: Upos.Adp or Upos.Sconj } preposition && Prepositions.Contains(preposition.Text);
        var account = AccountAt(document, first, sentence.End);
        if ((account?.End ?? Phrase(document, first, sentence.End, hasPreposition)) is not { } end || end >= sentence.End) return null;
        var subjectEnd = end;
        while (subjectEnd < sentence.End && (IsNominal(document[subjectEnd]) || account is not null && Bounds.Contains(document[subjectEnd].Text))) subjectEnd++;
        if (subjectEnd == end || document[subjectEnd - 1].Upos is not (Upos.Noun or Upos.Propn or Upos.Num)) return null;
        var verb = subjectEnd;
        while (verb < sentence.End && document[verb] is { Upos: Upos.Adv or Upos.Aux or Upos.Part }) verb++;
        if (verb == sentence.End || document[verb] is not { Upos: Upos.Verb, Relation: Deprel.Root or Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj or Deprel.Advcl } told) return null;
        var opening = new Opening(first, end, account?.Top ?? end - 1, subjectEnd, verb, hasPreposition || account is not null);
        return IsMixed(document, opening, told) ? opening : null;
    }

    /// <summary>The account on which a clause is told, and where its phrase ends: 'By the army's tally | 40 rebels', 'According to a count by the union | about 40 men'; null where there is none.</summary>
    private (int Top, int End)? AccountAt(Document document, int start, int end)
    {
        var at = document[start].Chars.Equals("according", StringComparison.OrdinalIgnoreCase) && start + 1 < end && document[start + 1].Chars is "to" ? start + 2 : document[start].Lemma is "by" or "on" or "in" or "per" ? start + 1 : end;
        for (var top = at; top < end && top < at + Reach; top++)
        {
            if (document[top].Upos == Upos.Noun && _kinds.GetValueOrDefault(document[top].Lemma) == Account)
            {
                if (top + 1 == end || document[top + 1] is not { Upos: Upos.Adp or Upos.Verb }) return (top, top + 1);
                for (var number = top + 2; number < end && number <= top + Reach; number++)
                {
                    if (document[number].Upos is Upos.Punct or Upos.Aux or Upos.Sconj) return null;
                    if (document[number].Upos != Upos.Num) continue;
                    while (Bounds.Contains(document[number - 1].Text)) number--;
                    return number > top + 2 ? (top, number) : null;
                }
                return null;
            }
            if (!IsNominal(document[top]) && document[top].Xpos is not ("PRP$" or "POS") && document[top].Upos != Upos.Det) return null;
        }
        return null;
    }

    /// <summary>Where the phrase ends: behind its date, its place or its word; null for one that is no opening.</summary>
    private int? Phrase(Document document, int start, int end, bool hasPreposition)
    {
        var mayBePlace = hasPreposition && OfPlaces.Contains(document[start].Text);
        var at = hasPreposition ? start + 1 : start;
        var first = at;
        if (at == end) return null;
        if (mayBePlace && (PlaceAt(document, at, end) ?? (document[at].Upos == Upos.Det ? PlaceAt(document, at + 1, end) : null)) is { } behind) return behind;
        while (at < end && at < first + 3 && document[at].Upos is Upos.Det or Upos.Adj && !_kinds.ContainsKey(document[at].Text)) at++;
        if (at == end) return null;
        var isBare = at == first;
        if (!isBare && document[first].Lemma == "a") return null;
        // 'last week', 'this month', but not 'the afternoon sessions'
        var isOneOfSeveral = !isBare && (document[at - 1].Upos == Upos.Adj || document[first].Lemma is "this" or "that");
        if (_kinds.TryGetValue(document[at].Text, out var kind) || _kinds.TryGetValue(document[at].Lemma, out kind))
        {
            if (!hasPreposition && (!isOneOfSeveral || kind != Time || document[at].Upos == Upos.Propn)) return null;
            at++;
            while (kind == Time && at < end && (_kinds.GetValueOrDefault(document[at].Text) == Time || document[at].Upos == Upos.Num && IsOfDate(document[at].Chars) && document[at - 1].Upos == Upos.Propn)) at++;
            return at;
        }
        if (!hasPreposition) return null;
        if (document[at] is { Upos: Upos.Num } number && IsYear(number.Chars)) return at + 1;
        return mayBePlace && isBare && document[at].Upos == Upos.Propn ? at + 1 : null;
    }

    /// <summary>Where the name of a place ends that has more words than one; null where none begins.</summary>
    private int? PlaceAt(Document document, int first, int end)
    {
        var run = first;
        while (run < end && document[run].Chars is [>= 'A' and <= 'Z', ..]) run++;
        if (run < first + 2 || run == end || document[run].Upos == Upos.Punct) return null;
        for (var words = LongestName; words > 1; words--)
            if (first + words < end && document[first + words - 1].Upos == Upos.Propn && _places.Value.Contains(new TokenRange(document, first, first + words).Span.In(document.Text))) return first + words;
        return null;
    }

    private static bool IsNominal(Token word) => word.Upos is Upos.Noun or Upos.Propn or Upos.Num or Upos.Adj || word.Upos == Upos.Det && !word.Has(Deprel.Case) || word.Chars is "'s" or "’s" or "-";

    private static bool IsOfDate(ReadOnlySpan<char> chars) => chars.Length is 1 or 2 || IsYear(chars);

    private static bool IsYear(ReadOnlySpan<char> chars) => chars is ['1' or '2', _, _, _] && !chars.ContainsAnyExceptInRange('0', '9');

    /// <summary>True where the tree does not have the phrase for a phrase of the verb and what follows for its subject.</summary>
    private static bool IsMixed(Document document, Opening opening, Token verb)
    {
        // what is told by a word of the phrase cannot have it for its own
        for (var above = verb.Head; above is { } word; above = word.Head) if (opening.IsPhrase(word.Index) || opening.IsSubject(word.Index)) return false;
        if (verb.Has(Deprel.Csubj) || verb.Has(Deprel.Expl) || document[opening.End].Chars is "'s" or "’s" or "-") return false;
        if ((verb.Child(Deprel.Nsubj) ?? verb.Child(Deprel.NsubjPass)) is not { } subject) return Hangs(document, opening, verb.Index);
        if (!opening.IsSubject(subject.Index) || !document[opening.End].IsWithin(subject)) return false;
        for (var i = opening.First; i < opening.End; i++) if (opening.IsSubject(document[i].HeadIndex)) return true;
        return false;
    }

    /// <summary>True where all of it hangs on the verb as phrases.</summary>
    private static bool Hangs(Document document, Opening opening, int verb)
    {
        var hangs = false;
        for (var i = opening.First; i < opening.SubjectEnd; i++)
        {
            if (document[i].HeadIndex != verb || document[i].Relation is Deprel.Mark or Deprel.Advmod) continue;
            if (document[i].Relation.Universal() != Deprel.Obl) return false;
            hangs = true;
        }
        return hangs;
    }
}

/// <summary>An opening phrase with the subject right behind it and their verb, as places of words.</summary>
/// <param name="First">The first word of the phrase.</param>
/// <param name="End">Behind the phrase, where the subject begins.</param>
/// <param name="Top">The word of the phrase that the others hang on.</param>
/// <param name="SubjectEnd">Behind the subject.</param>
/// <param name="Verb">The verb.</param>
/// <param name="HasPreposition">True where the phrase has a preposition: 'in December', but not 'last week'.</param>
internal readonly record struct Opening(int First, int End, int Top, int SubjectEnd, int Verb, bool HasPreposition)
{
    internal bool IsPhrase(int word) => First <= word && word < End;

    internal bool IsSubject(int word) => End <= word && word < SubjectEnd;

    /// <summary>Hangs phrase and subject on the verb, each by itself.</summary>
    internal void Part(Document document, int[] heads, Deprel[] relations)
    {
        var owner = End - 1;
        for (var i = First; i < End; i++)
            if (i != Top && !IsPhrase(heads[i])) (heads[i], relations[i]) = i == owner ? (Top, Deprel.Nmod) : (i < Top ? Top : owner, relations[i] == Deprel.NmodPoss ? Deprel.NmodPoss : Modifier(document[i]));
        (heads[Top], relations[Top]) = (Verb, HasPreposition ? Deprel.Obl : Deprel.OblUnmarked);
        var isName = true;
        var subject = -1;
        for (var i = End; i < SubjectEnd; i++)
        {
            isName &= document[i].Upos == Upos.Propn;
            if (!IsSubject(heads[i]) && (subject < 0 || document[i].Upos is Upos.Noun or Upos.Propn or Upos.Num)) subject = i;
        }
        if (isName && document[subject].Relation == Deprel.Flat) subject = End;
        for (var i = End; i < SubjectEnd; i++)
            if (i != subject && !IsSubject(heads[i])) (heads[i], relations[i]) = (subject, isName ? Deprel.Flat : Modifier(document[i]));
        (heads[subject], relations[subject]) = (Verb, document[Verb].Has(Deprel.AuxPass) ? Deprel.NsubjPass : Deprel.Nsubj);
    }

    private static Deprel Modifier(Token word) => word.Upos switch
    {
        Upos.Adp or Upos.Sconj => Deprel.Case,
        Upos.Det => Deprel.Det,
        Upos.Adj => Deprel.Amod,
        Upos.Num => Deprel.Nummod,
        Upos.Punct => Deprel.Punct,
        _ => Deprel.Compound,
    };
}
