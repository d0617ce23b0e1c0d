using Chancery.English;
using Chancery.Linguistics;

namespace Chancery.Tests;

/// <summary>Documents built by hand, so that a unit test needs no model.</summary>
/// <remarks>
/// One sentence a line, words apart by blanks, each <c>form[~lemma][|UPOS[.XPOS][|head:deprel]]</c>; heads count from 1 in the sentence, 0 is the root:
/// <c>Shoigu|PROPN|2:nsubj arrived~arrive|VERB.VBD|0:root in|ADP|4:case Pyongyang|PROPN|2:obl .|PUNCT|2:punct</c>.
/// What is left out is guessed plainly: the lemma is the form in small letters, a word without a head hangs on the sentence's root as <c>dep</c>.
/// The text is made from the forms; closing punctuation and clitics stand close to the word before, <c>_</c> inside a form stays a part of one word.
/// </remarks>
internal static class Documents
{
    private static readonly ControlLexicon Control = new(EnglishPack.Instance);

    internal static Document Parse(string notation)
    {
        var text = new System.Text.StringBuilder();
        var (starts, ends, sentenceEnds) = (new List<int>(), new List<int>(), new List<int>());
        var (upos, xpos, feats, lemmas) = (new List<Upos>(), new List<string>(), new List<string>(), new List<string>());
        var (heads, relations) = (new List<int>(), new List<Deprel>());
        foreach (var line in notation.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var first = starts.Count;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var root = Math.Max(0, Array.FindIndex(words, w => w.EndsWith("|0:root", StringComparison.Ordinal)));
            for (var i = 0; i < words.Length; i++)
            {
                var parts = words[i].StartsWith('|') ? ["|", .. words[i][1..].Split('|')[1..]] : words[i].Split('|');
                var (form, lemma) = parts[0].Split('~') is [var f, var l] ? (f, l) : (parts[0], parts[0].ToLowerInvariant());
                if (text.Length > 0 && !IsClose(text, form)) text.Append(i == 0 ? '\n' : ' ');
                starts.Add(text.Length);
                text.Append(form);
                ends.Add(text.Length);
                lemmas.Add(lemma);
                var tags = (parts.Length > 1 ? parts[1] : "").Split('.', 2);
                upos.Add(UniversalNames.ParseUpos(tags[0]));
                xpos.Add(tags.Length > 1 ? tags[1] : "");
                feats.Add(Features(xpos[^1]));
                var (head, relation) = parts.Length > 2 && parts[2].Split(':', 2) is [var h, var r] ? (int.Parse(h), r) : (root == i ? 0 : root + 1, root == i ? "root" : "dep");
                heads.Add(head == 0 ? -1 : first + head - 1);
                relations.Add(UniversalNames.ParseDeprel(relation));
            }
            sentenceEnds.Add(starts.Count);
        }
        var cut = new TokenizedText(text.ToString(), [.. starts], [.. ends], [.. sentenceEnds]);
        return new Document(new TaggedText(cut, [.. upos], [.. xpos], [.. feats], [.. lemmas]), [.. heads], [.. relations]).Under(Control);
    }

    /// <summary>Cuts a text at blanks and punctuation, one sentence, no tags, no tree: for what must work without them and for hostile input.</summary>
    internal static Document Plain(string text)
    {
        var (starts, ends) = (new List<int>(), new List<int>());
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i])) { i++; continue; }
            var start = i++;
            if (char.IsLetterOrDigit(text[start])) while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            starts.Add(start);
            ends.Add(i);
        }
        var n = starts.Count;
        var (blank, heads, relations) = (new string[n], new int[n], new Deprel[n]);
        Array.Fill(blank, "_");
        if (n > 0) (heads[0], relations[0]) = (-1, Deprel.Root);
        var cut = new TokenizedText(text, [.. starts], [.. ends], n > 0 ? [n] : []);
        var lemmas = Enumerable.Range(0, n).Select(i => cut[i].ToString().ToLowerInvariant()).ToArray();
        return new Document(new TaggedText(cut, new Upos[n], blank, blank, lemmas), heads, relations);
    }

    private static bool IsClose(System.Text.StringBuilder text, string form) =>
        form is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "”" or "’" or "n't" or "n’t"
        || (form.Length > 1 && form[0] is '\'' or '’' && char.IsLetter(form[^1]))
        || text[^1] is '(' or '[' or '$' or '“' or '‘';

    private static string Features(string xpos) => xpos switch
    {
        "VBD" => "Mood=Ind|Tense=Past|VerbForm=Fin",
        "VBZ" => "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        "VBP" => "Mood=Ind|Tense=Pres|VerbForm=Fin",
        "VBN" => "Tense=Past|VerbForm=Part",
        "VBG" => "VerbForm=Ger",
        "VB" => "VerbForm=Inf",
        "MD" => "VerbForm=Fin",
        "NN" or "NNP" => "Number=Sing",
        "NNS" or "NNPS" => "Number=Plur",
        "CD" => "NumType=Card",
        _ => "_",
    };
}
