using System.Globalization;
using System.Text;

namespace Chancery.Linguistics.Conllu;

/// <summary>Reads CoNLL-U (https://universaldependencies.org/format.html) into a <see cref="Document"/>.</summary>
/// <remarks>
/// The text is rebuilt from the FORMs: one blank between words unless MISC says <c>SpaceAfter=No</c>, nothing between the words of a
/// multiword token, a line break between sentences. Empty nodes are passed over. Columns that are missing or hold <c>_</c> get the
/// default of their type, so a file with ID and FORM alone can be read for its words; heads that point nowhere become roots.
/// </remarks>
public static class ConlluReader
{
    private const int Id = 0, Form = 1, Lemma = 2, UposColumn = 3, XposColumn = 4, FeatsColumn = 5, HeadColumn = 6, DeprelColumn = 7, Misc = 9;

    /// <summary>Reads all sentences to the end.</summary>
    /// <exception cref="FormatException">A line is neither a comment, blank, nor a row that starts with ID and FORM; the message names it.</exception>
    public static Document Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rows = new Rows();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) rows.EndSentence();
            else if (line[0] != '#') rows.Add(line.Split('\t'), number);
        }
        rows.EndSentence();
        return rows.ToDocument();
    }

    private sealed class Rows
    {
        private readonly StringBuilder _text = new();
        private readonly List<int> _starts = [], _ends = [], _sentenceEnds = [], _heads = [];
        private readonly List<Upos> _upos = [];
        private readonly List<string> _xpos = [], _feats = [], _lemmas = [];
        private readonly List<Deprel> _relations = [];
        private readonly Dictionary<string, string> _shared = new(StringComparer.Ordinal);
        private int _first, _rangeEnd;
        private bool _rangeGlued;

        internal void Add(string[] cells, int line)
        {
            if (cells.Length < 2 || cells[Id].Length == 0 || cells[Form].Length == 0) throw new FormatException($"Line {line}: a row needs ID and FORM, separated by a tab; found '{string.Join(' ', cells)}'.");
            var dash = cells[Id].IndexOf('-', StringComparison.Ordinal);
            if (cells[Id].Contains('.', StringComparison.Ordinal)) return;
            if (dash > 0)
            {
                _rangeEnd = Number(cells[Id][(dash + 1)..], line);
                _rangeGlued = IsGlued(cells);
                return;
            }
            var id = Number(cells[Id], line);
            _starts.Add(_text.Length);
            _text.Append(cells[Form]);
            _ends.Add(_text.Length);
            var glued = id < _rangeEnd || (id == _rangeEnd ? _rangeGlued : IsGlued(cells));
            if (!glued) _text.Append(' ');
            _lemmas.Add(Share(Cell(cells, Lemma, "_")));
            _upos.Add(UniversalNames.ParseUpos(Cell(cells, UposColumn, "X")));
            _xpos.Add(Share(Cell(cells, XposColumn, "_")));
            _feats.Add(Share(Cell(cells, FeatsColumn, "_")));
            _relations.Add(UniversalNames.ParseDeprel(Cell(cells, DeprelColumn, "dep")));
            var head = Cell(cells, HeadColumn, "_");
            _heads.Add(head == "_" ? 0 : Number(head, line));
        }

        internal void EndSentence()
        {
            if (_starts.Count == _first) return;
            for (var word = _first; word < _starts.Count; word++)
            {
                var head = _first + _heads[word] - 1;
                _heads[word] = _heads[word] <= 0 || head >= _starts.Count || head == word ? -1 : head;
            }
            if (_text[^1] == ' ') _text.Length--;
            _text.Append('\n');
            _first = _starts.Count;
            _rangeEnd = 0;
            _sentenceEnds.Add(_first);
        }

        internal Document ToDocument()
        {
            var words = new TokenizedText(_text.ToString(), [.. _starts], [.. _ends], [.. _sentenceEnds]);
            return new Document(new TaggedText(words, [.. _upos], [.. _xpos], [.. _feats], [.. _lemmas]), [.. _heads], [.. _relations]);
        }

        private static bool IsGlued(string[] cells) => cells.Length > Misc && cells[Misc].Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);

        private static string Cell(string[] cells, int column, string missing) => cells.Length > column && (cells[column] != "_" || column == Lemma) && cells[column].Length > 0 ? cells[column] : missing;

        private static int Number(string text, int line) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw new FormatException($"Line {line}: '{text}' is not a word number.");

        private string Share(string text)
        {
            if (_shared.TryGetValue(text, out var known)) return known;
            _shared.Add(text, text);
            return text;
        }
    }
}
