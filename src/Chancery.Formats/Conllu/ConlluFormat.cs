using System.Text;
using Chancery.Formats.Tables;
using Chancery.Linguistics.Conllu;

namespace Chancery.Formats.Conllu;

/// <summary>CoNLL-U: words and trees of the reports asked for. The record keeps no words, so each report is read again.</summary>
internal sealed class ConlluFormat : ExportFormat
{
    public override string Name => "conllu";

    public override string Ending => ".conllu";

    public override string MediaType => "text/x-conllu; charset=utf-8";

    public override string Gloss => "CoNLL-U: words and trees of the reports, read again";

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        _ = Asked(source);
        var count = 0L;
        var reports = Walk.Reports(source, cancel).Select(r => r.Reading.Report);
        await foreach (var reading in source.Reader.ReadAllAsync(reports, cancel))
        {
            var (id, text) = (reading.Report.Id.ReplaceLineEndings(" "), new StringWriter());
            text.Write($"# newdoc id = {id}\n");
            ConlluWriter.Write(reading.Document, text, id);
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel);
            count++;
        }
        await output.FlushAsync(cancel);
        return count;
    }
}
