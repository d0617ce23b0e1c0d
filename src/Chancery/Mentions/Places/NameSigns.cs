using Chancery.Linguistics;
using Chancery.Linguistics.Naming;

namespace Chancery.Mentions.Places;

/// <summary>What the name tagger says of the words of one document: which name covers each, and which words belong to persons.</summary>
internal sealed class NameSigns
{
    private readonly NameSpan?[] _covering;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _personal;
    private readonly NameTagger _tagger;
    private readonly Document _document;

    internal NameSigns(Document document, IReadOnlyList<NameSpan> names, NameTagger tagger)
    {
        (_document, _tagger) = (document, tagger);
        _covering = new NameSpan?[document.Count];
        var personal = new HashSet<string>(StringComparer.Ordinal);
        _personal = personal.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in names)
        {
            for (var i = name.First; i < name.End; i++) _covering[i] = name;
            if (name.Type == NameType.Person && name.End - name.First > 1) for (var i = name.First; i < name.End; i++) _personal.Add(document[i].Chars);
        }
    }

    /// <summary>The tagged name that covers a word; null where there is none.</summary>
    internal NameSpan? this[int word] => _covering[word];

    /// <summary>True where the tagger saw a place of just these words.</summary>
    internal bool IsPlace(int first, int end) => _covering[first] is { Type: NameType.Place } name && name.First == first && name.End == end;

    /// <summary>True for a single word that English also writes small, or that is a month.</summary>
    internal bool IsOrdinary(int first, int end) => end - first == 1 && _tagger.IsOrdinary(_document[first].Chars);

    /// <summary>True for a single word that is somebody's name in this report, or a usual given name.</summary>
    internal bool IsPersonal(int first, int end) => end - first == 1 && (_personal.Contains(_document[first].Chars) || _tagger.GenderOf(_document[first].Chars) != 0);

    /// <summary>True for a usual given name.</summary>
    internal bool IsPersonName(int word) => _tagger.GenderOf(_document[word].Chars) != 0;

    /// <summary>True for a single word of a person's full name in this report.</summary>
    internal bool IsOfPerson(int first, int end) => end - first == 1 && _personal.Contains(_document[first].Chars);
}
