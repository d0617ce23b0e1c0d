using System.Globalization;

namespace Chancery.Linguistics.Conllu;

/// <summary>Writes a <see cref="Document"/> as CoNLL-U (https://universaldependencies.org/format.html).</summary>
public static class ConlluWriter
{
    /// <summary>Writes every sentence with <c># sent_id</c> and <c># text</c>; words that touch carry <c>SpaceAfter=No</c>.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="writer">Where to; lines end with a line feed.</param>
    /// <param name="id">Stem of the sentence ids; sentences are numbered from 1.</param>
    public static void Write(Document document, TextWriter writer, string id = "s")
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var sentence in document.Sentences)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {id}-{sentence.Index + 1}\n# text = {OneLine(sentence.Text)}\n"));
            foreach (var token in sentence.Tokens) WriteRow(token, sentence, writer);
            writer.Write('\n');
        }
    }

    private static void WriteRow(Token token, Sentence sentence, TextWriter writer)
    {
        var glued = token.Index + 1 < token.Document.Count && token.Document[token.Index + 1].Span.Start <= token.Span.End;
        var head = token.IsRoot ? 0 : token.HeadIndex - sentence.First + 1;
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{token.Index - sentence.First + 1}\t{Cell(OneLine(token.Text))}\t{Cell(OneLine(token.Lemma))}\t{token.Upos.Name()}\t{Cell(token.Xpos)}\t{Cell(token.Feats)}\t{head}\t{token.Relation.Name()}\t_\t{(glued ? "SpaceAfter=No" : "_")}\n"));
    }

    private static string Cell(string? value) => string.IsNullOrEmpty(value) ? "_" : value;

    private static string OneLine(string? text) => text is null ? "" : text.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? text : text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
