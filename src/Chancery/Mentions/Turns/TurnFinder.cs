using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Linguistics.Packs;

namespace Chancery.Mentions.Turns;

/// <summary>Finds who speaks where a label at the head of a paragraph says so (<c>languages/en/entities/turns.tsv</c> and names).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class TurnFinder
{
    private const string Path = "languages/en/entities/turns.tsv";

    /// <summary>More words before a colon are no label.</summary>
    private const int LongestLabel = 5;

    /// <summary>Words in brackets behind the name: 'LEE (through an interpreter):'.</summary>
    private const int LongestAside = 6;

    /// <summary>So many turns make a transcript, where a paragraph without a label goes on with the turn before it.</summary>
    private const int Transcript = 3;

    private readonly Dictionary<string, TurnRole> _roles = new(StringComparer.OrdinalIgnoreCase);

    internal TurnFinder(LanguagePack pack)
    {
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "label", "role", "example").Rows)
            _roles[row["label"]] = Enum.TryParse<TurnRole>(row["role"], ignoreCase: true, out var role) ? role : throw new PackException([row.Fault($"no such role: '{row["role"]}'")]);
    }

    private readonly record struct Label(int Sentence, int First, int End, int Mark, TurnRole Role, bool IsSure);

    internal ImmutableArray<Turn> Find(Document document, IReadOnlyList<NameSpan> names)
    {
        var labels = new List<Label>();
        for (var s = 0; s < document.SentenceCount; s++)
            if (Paragraphs.Begins(document, s) && Read(document, document.Sentence(s)) is { } label) labels.Add(label);
        if (labels.Count == 0) return [];
        KeepSure(document, names, labels);
        var turns = ImmutableArray.CreateBuilder<Turn>(labels.Count);
        var running = labels.Count >= Transcript;
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            var last = label.Sentence;
            while (last + 1 < document.SentenceCount && (running && label.Sentence > 0 && i + 1 < labels.Count ? last + 1 < labels[i + 1].Sentence : !Paragraphs.Begins(document, last + 1))) last++;
            var end = document.Sentence(last).End;
            if (label.Mark + 1 >= end) continue;
            turns.Add(new(label.First, label.End, label.Mark + 1, end, Speaker(document, names, label, labels[0].First), label.Role));
        }
        return turns.ToImmutable();
    }

    /// <summary>Drops what is a label only among others of its kind: 'Q' beside 'A', and a single name that is known in full or speaks more than once.</summary>
    private static void KeepSure(Document document, IReadOnlyList<NameSpan> names, List<Label> labels)
    {
        var asks = labels.Exists(label => label.Role == TurnRole.Asks);
        var answers = labels.Exists(label => label.Role == TurnRole.Answers);
        var texts = labels.ConvertAll(label => TextOf(document, label)).GroupBy(text => text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        labels.RemoveAll(label => !label.IsSure && (label.Role == TurnRole.Speaks ? texts[TextOf(document, label)] < 2 && FullName(document, names, label) is null : !(asks && answers)));
    }

    private static string TextOf(Document document, Label label) => new TokenRange(document, label.First, label.End).Span.In(document.Text);

    private Label? Read(Document document, Sentence sentence)
    {
        // '"LEE: We will go': a transcript that is quoted
        var at = document[sentence.First].Chars is "\"" or "“" && sentence.First + 1 < sentence.End ? sentence.First + 1 : sentence.First;
        var first = document[at];
        // 'Q.' and 'A.' are cut as abbreviations, or before their stop
        if (first.Chars is "Q." or "A.") return new(sentence.Index, at, at + 1, at, first.Chars is "Q." ? TurnRole.Asks : TurnRole.Answers, IsSure: false);
        if (first.Chars is "Q" or "A" && at + 1 < sentence.End && document[at + 1].Chars is ":" or ".")
            return new(sentence.Index, at, at + 1, at + 1, first.Chars is "Q" ? TurnRole.Asks : TurnRole.Answers, IsSure: false);
        if (Colon(document, sentence, at) is not (var end, var mark) || mark + 1 >= document.Count) return null;
        if (_roles.TryGetValue(new TokenRange(document, at, end).Span.In(document.Text), out var role)) return role == TurnRole.Nobody ? null : new(sentence.Index, at, end, mark, role, IsSure: true);
        if (!IsName(document, at, end)) return null;
        var shouted = IsUpper(document, at, end) && document[end - 1].Chars.Length > 1;
        if (!shouted && !Tells(document, mark + 1, document[mark + 1].Sentence.End)) return null;
        // a headline names its speaker in any form
        var sure = sentence.Index == 0 || shouted || end - at >= 2 && first.Upos == Upos.Propn && document[end - 1].Upos == Upos.Propn;
        return sure || first.Upos == Upos.Propn ? new(sentence.Index, at, end, mark, TurnRole.Speaks, sure) : null;
    }

    /// <summary>Where the label's words end and its colon stands; null where there is none.</summary>
    private static (int End, int Mark)? Colon(Document document, Sentence sentence, int first)
    {
        for (var word = first + 1; word < sentence.End && word <= first + LongestLabel; word++)
        {
            if (document[word].Chars is ":") return (word, word);
            if (document[word].Chars is not ("(" or "[")) continue;
            for (var close = word + 1; close + 1 < sentence.End && close <= word + LongestAside; close++)
                if (document[close].Chars is ")" or "]") return document[close + 1].Chars is ":" ? (word, close + 1) : null;
            return null;
        }
        return null;
    }

    /// <summary>All words are capitalized, none is a label of its own, and in ordinary letters none is a verb or adverb.</summary>
    private bool IsName(Document document, int first, int end)
    {
        var capitals = IsUpper(document, first, end);
        for (var word = first; word < end; word++)
        {
            var token = document[word];
            var chars = token.Chars;
            if (token.Upos is Upos.Punct && chars is not ".") return false;
            if (_roles.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(chars)) return false;
            if (!char.IsUpper(chars[0]) && chars is not ("of" or ".")) return false;
            if (token.Upos is Upos.Verb or Upos.Aux or Upos.Adv or Upos.Sconj or Upos.Pron && !capitals) return false;
        }
        return true;
    }

    private static bool IsUpper(Document document, int first, int end)
    {
        for (var word = first; word < end; word++)
            foreach (var c in document[word].Chars)
                if (char.IsLetter(c) && !char.IsUpper(c)) return false;
        return true;
    }

    /// <summary>'Kremlin: No talks planned' against 'Sudan: A Year of War', a title and its second line.</summary>
    private static bool Tells(Document document, int first, int end)
    {
        if (document[first].Chars is "\"" or "“" or "'" or "‘") return true;
        for (var word = first; word < end; word++)
            if (document[word].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    /// <summary>The word that names the speaker: the one interviewed for whoever answers, the fuller name for a surname, else the label's own head.</summary>
    private static int Speaker(Document document, IReadOnlyList<NameSpan> names, Label label, int firstTurn)
    {
        if (label.Role == TurnRole.Answers && Interviewed(document, names, firstTurn) is { } answering) return Head(document, answering.First, answering.End);
        if (label.Role == TurnRole.Speaks && FullName(document, names, label) is { } full) return Head(document, full.First, full.End);
        return Head(document, label.First, label.End);
    }

    /// <summary>The first person of more names than one who is called last what the label ends in.</summary>
    private static NameSpan? FullName(Document document, IReadOnlyList<NameSpan> names, Label label)
    {
        var surname = document[label.End - 1].Chars;
        foreach (var name in names)
            if (name.Type == NameType.Person && name.End > name.First + 1 && document[name.End - 1].Chars.Equals(surname, StringComparison.OrdinalIgnoreCase)) return name;
        return null;
    }

    /// <summary>Whom the words before the first turn say was interviewed; else the first person they name.</summary>
    private static NameSpan? Interviewed(Document document, IReadOnlyList<NameSpan> names, int end)
    {
        NameSpan? first = null;
        var asked = false;
        var at = 0;
        foreach (var name in names)
        {
            if (name.First >= end) break;
            if (name.Type != NameType.Person) continue;
            for (; at < name.First; at++) asked |= document[at].Lemma is "interview" or "question" or "ask" || document[at].Lemma is "with" or "to" && at > 0 && document[at - 1].Lemma is "speak" or "talk" or "conversation";
            if (asked) return name;
            first ??= name;
        }
        return first;
    }

    /// <summary>The word whose head lies outside the run; the last such.</summary>
    private static int Head(Document document, int first, int end)
    {
        for (var word = end - 1; word >= first; word--)
            if (document[word].Relation != Deprel.Punct && (document[word].HeadIndex < first || document[word].HeadIndex >= end)) return word;
        return end - 1;
    }
}
